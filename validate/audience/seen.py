"""What an audience may see of a plan's files on a day: the rest is taken out before anything is made of them.

Left out are, for everybody, what only happened or was said after the day, and for the public also what is kept
for trustees or until later. Whatever refers to something left out goes with it, so that tables, pages and
counts are worked out as if it had never been written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import is_
from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.reading.shape import check_shape
from validate.reading.stories import story_of
from validate.reading.yaml_tree import Mapping, Node, Scalar, Sequence
from validate.records.base import SCHOOL, Audience, Record, Seen, Shareable
from validate.tables.compiling import compile_tables
from validate.values.dates import YEAR, latest

if TYPE_CHECKING:
    from validate.fields import Field
    from validate.reading.shape import Loaded
    from validate.tables.table import Tables

Hidden = dict[str, frozenset[str]]
"""For each table, the ids of rows that are left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenFiles:
    """The files as an audience may see them on a day, with their tables."""

    files: list[Loaded]
    stories: dict[str, str]
    tables: Tables


def seen_files(
    files: list[Loaded], stories: dict[str, str], tables: Tables, audience: Audience, day: date, opening: str
) -> SeenFiles:
    """Return what this audience may see on this day. `opening` is the month-day on which academic years begin.

    Where nothing is left out, the files and tables are the very ones that were given.
    """
    hidden: Hidden = {}
    while True:
        view = _View(audience=audience, day=day, opening=opening, hidden=hidden)
        left = _below_seen([(loaded, view.file(loaded)) for loaded in files])
        if len(left) == len(files) and all(map(is_, left, files)):
            return SeenFiles(files=files, stories=stories, tables=tables)
        seen = compile_tables(left)
        missing = _missing(tables, seen)
        if missing == hidden:
            known = {story_of(loaded.path) for loaded in left}
            told = {path: text for path, text in stories.items() if path in known}
            return SeenFiles(files=left, stories=told, tables=seen)
        hidden = missing


def _missing(tables: Tables, seen: Tables) -> Hidden:
    ids = {name: frozenset(str(row.values["id"]) for row in table.rows) for name, table in tables.items()}
    left = {name: {row.values["id"] for row in table.rows} for name, table in seen.items()}
    return {name: frozenset(found - left[name]) for name, found in ids.items()}


FOLDER_FILES = ("pillar", "objective")
"""The kinds of file that stand for their whole folder."""


def _below_seen(found: list[tuple[Loaded, Loaded | None]]) -> list[Loaded]:
    """Return the files that are left, without those in the folder of one that is not."""
    gone = tuple(
        f"{loaded.path.rsplit('/', 1)[0]}/"
        for loaded, left in found
        if left is None and loaded.file.kind.name in FOLDER_FILES
    )
    return [left for loaded, left in found if left and not loaded.path.startswith(gone)]


@dataclass(frozen=True, kw_only=True, slots=True)
class _View:
    """Walks the trees of files beside their record classes and takes out what may not be seen."""

    audience: Audience
    day: date
    opening: str
    hidden: Hidden

    def file(self, loaded: Loaded) -> Loaded | None:
        """Return the file as it is seen; itself if all of it is, and nothing if none is."""
        tree = loaded.file.tree
        if loaded.record is None or not isinstance(tree, Mapping):
            return loaded
        seen = self._group(tree, type(loaded.record))
        if seen is tree:
            return loaded
        if seen is None:
            return None
        left = check_shape(replace(loaded.file, tree=seen))
        if left.record is None:
            return None
        whole = replace(left.file, tree=_without(seen, left.left_out))
        return replace(left, file=whole, problems=[], left_out={})

    def _group(self, node: Mapping, record: type[Record]) -> Mapping | None:
        """Return a group as it is seen; nothing, or what stands for nothing, where it is not."""
        fields = fields_of(record)
        if self._is_withheld(node, record, fields):
            return _nothing(node, record)
        values: dict[str, Node] = {}
        for name, value in node.values.items():
            if name not in fields:
                values[name] = value
                continue
            if self._refers_to_hidden(value, fields[name]):
                return _nothing(node, record)
            left = self._value(value, fields[name])
            if _names_no_school_left(value, left, fields[name]):
                return _nothing(node, record)
            if left is not None:
                values[name] = left
        if len(values) == len(node.values) and all(values[name] is value for name, value in node.values.items()):
            return node
        if record.says_something_with and not any(_holds(values.get(name)) for name in record.says_something_with):
            return _nothing(node, record)
        return Mapping(node.place, values, node.keys)

    def _value(self, value: Node, about: Field) -> Node | None:
        if self._is_hidden_value(value, about):
            return None
        if about.record is not None and isinstance(value, Mapping):
            return self._group(value, about.record)
        if about.many and isinstance(value, Sequence):
            items = [left for item in value.items if (left := self._item(item, about)) is not None]
            same = len(items) == len(value.items) and all(map(is_, items, value.items))
            return value if same else Sequence(value.place, items)
        return value

    def _item(self, item: Node, about: Field) -> Node | None:
        if about.record is not None and isinstance(item, Mapping):
            return self._group(item, about.record)
        return None if self._names_hidden(item, about) else item

    def _is_withheld(self, node: Mapping, record: type[Record], fields: dict[str, Field]) -> bool:
        if self.audience is Audience.PUBLIC and issubclass(record, Shareable):
            said = _text(node, "audience") or record.model_fields["audience"].default
            until = _text(node, "publish_after")
            if said == Audience.TRUSTEES or (until and self.day <= date.fromisoformat(until)):
                return True
        for about in fields.values():
            if about.seen is Seen.PUBLIC_ENTRY_FROM and self.audience is Audience.PUBLIC:
                since = _text(node, about.name)
                if not since or self._is_later(since, about):
                    return True
        dated = (about for about in fields.values() if about.seen is Seen.ENTRY_FROM and _text(node, about.name))
        first = next(dated, None)
        return first is not None and self._is_later(_text(node, first.name), first)

    def _is_hidden_value(self, value: Node, about: Field) -> bool:
        match about.seen:
            case Seen.TRUSTEES_VALUE:
                return self.audience is Audience.PUBLIC
            case Seen.VALUE_FROM | Seen.PUBLIC_ENTRY_FROM:
                return isinstance(value, Scalar) and self._is_later(value.text, about)
            case _:
                return False

    def _refers_to_hidden(self, value: Node, about: Field) -> bool:
        return not about.many and self._names_hidden(value, about)

    def _names_hidden(self, value: Node, about: Field) -> bool:
        return (
            about.reference is not None
            and isinstance(value, Scalar)
            and value.text in self.hidden.get(about.reference.table, frozenset())
        )

    def _is_later(self, text: str, about: Field) -> bool:
        """Tell whether the last day that a day, month, year or academic year can mean is after the day looked at."""
        if about.pattern == YEAR:
            last = date.fromisoformat(f"{int(text[:4]) + 1}-{self.opening}") - timedelta(days=1)
        else:
            last = latest(text)
        return last > self.day


def _nothing(node: Mapping, record: type[Record]) -> Mapping | None:
    stand_in = {name: Scalar(text, node.place) for name, text in record.in_place_of_nothing.items()}
    return Mapping(node.place, dict(stand_in)) if stand_in else None


def _without(tree: Mapping, left_out: dict[str, set[int]]) -> Mapping:
    """Return a file's tree without the entries that cannot stand any more, such as a post of which no phase is seen."""
    values = dict(tree.values)
    for name, gone in left_out.items():
        if isinstance(entries := values[name], Sequence):
            values[name] = Sequence(entries.place, [node for n, node in enumerate(entries.items) if n not in gone])
    return Mapping(tree.place, values, tree.keys)


def _names_no_school_left(before: Node, after: Node | None, about: Field) -> bool:
    """Tell whether a list named schools and none is seen: empty, such a list would speak of all schools."""
    is_list = about.reference == SCHOOL and isinstance(before, Sequence) and isinstance(after, Sequence)
    return is_list and _holds(before) and not _holds(after)


def _text(node: Mapping, name: str) -> str:
    value = node.values.get(name)
    return value.text if isinstance(value, Scalar) else ""


def _holds(value: Node | None) -> bool:
    return bool(value.items) if isinstance(value, Sequence) else value is not None
