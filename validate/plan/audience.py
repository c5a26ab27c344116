"""What an audience may see of a plan on a day: another tree, as if what is kept had never been written.

What is kept takes along what stands in it, what belongs to it, and every entry that names it. Whether an entry is known
on a day, and to whom, is noted on the fields of its record.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from operator import is_
from typing import TYPE_CHECKING, Any

from validate.fields import fields_of
from validate.plan.entry import Entry, Tree
from validate.plan.gathered import GATHERED, gathered
from validate.plan.growing import add_entry
from validate.plan.known import day_field, last_day
from validate.reading.stories import story_of
from validate.records.base import Audience, Record, Shareable
from validate.records.notes import SCHOOL, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from validate.academic import AcademicYear
    from validate.fields import Field

Hidden = dict[str, frozenset[str]]
"""For each table that values refer to, the ids of rows that are left out."""


def tree_seen(tree: Tree, audience: Audience, day: date) -> Tree:
    """Return what this audience may see on this day; the very tree that was given where nothing is left out."""
    hidden: Hidden = {}
    while True:
        view = _View(audience=audience, day=day, years=tree.years, hidden=hidden)
        left = [found for entry in tree.children if (found := view.entry(entry))]
        if len(left) == len(tree.children) and all(map(_is_whole, left)):
            return tree
        seen = _grown(left, tree)
        missing = _missing(tree, seen)
        if missing == hidden:
            return seen
        hidden = missing


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left of an entry: its record, and what is left of the entries below it."""

    entry: Entry[Any]
    record: Record
    below: tuple[_Left, ...] = ()


def _is_whole(left: _Left) -> bool:
    same = left.record is left.entry.record and len(left.below) == len(left.entry.children)
    return same and all(map(_is_whole, left.below))


def _grown(left: list[_Left], whole: Tree) -> Tree:
    tree = Tree({})
    for one in left:
        _add(tree, None, one, 1)
    objectives = {story_of(entry.file_path) for entry in tree.every(Record) if not entry.path}
    tree.stories = {path: text for path, text in whole.stories.items() if path in objectives}
    return tree


def _add(tree: Tree, parent: Entry[Any] | None, left: _Left, number: int) -> None:
    entry = add_entry(tree, parent, left.record, left.entry.loaded, left.entry.path, number)
    so_far: Counter[str] = Counter()
    for below in left.below:
        so_far[below.entry.field] += 1
        _add(tree, entry, below, so_far[below.entry.field] if below.entry.field else 1)


def _missing(whole: Tree, seen: Tree) -> Hidden:
    entries = {table: whole.table(table).keys() - seen.table(table).keys() for table in whole.tables}
    names = {table: _names(whole, table) - _names(seen, table) for table in GATHERED}
    return {table: frozenset(gone) for table, gone in (entries | names).items()}


def _names(tree: Tree, table: str) -> frozenset[str]:
    return frozenset(name.id for name in gathered(tree, table))


@dataclass(frozen=True, kw_only=True, slots=True)
class _View:
    """Takes out of entries what may not be seen."""

    audience: Audience
    day: date
    years: tuple[AcademicYear, ...]
    hidden: Hidden

    def entry(self, entry: Entry[Any]) -> _Left | None:
        """Return what is left of an entry; what stands in place of nothing, or nothing, where it is not seen."""
        record: Record = entry.record
        fields = _telling(type(record))
        if self._is_withheld(record, fields) or any(self._names_hidden(record, about) for about in fields.values()):
            return _nothing(entry)
        below = tuple(left for child in entry.children if (left := self.entry(child)))
        changed = {name: value for name, about in fields.items() for value in self._changed(entry, about, below)}
        if not all(_may_be(changed[name], about) for name, about in fields.items() if name in changed):
            return _nothing(entry)
        seen = record.model_copy(update=changed) if changed else record
        says = type(record).says_something_with
        if changed and says and not any(_holds(getattr(seen, name)) for name in says):
            return _nothing(entry)
        return _Left(entry, seen, below)

    def _changed(self, entry: Entry[Any], about: Field, below: tuple[_Left, ...]) -> Iterable[Any]:
        """Yield what a field holds for this audience, where that is something else than what is written."""
        value = getattr(entry.record, about.name)
        if about.record:
            were = [child.record for child in entry.children if child.field == about.name]
            are = [left.record for left in below if left.entry.field == about.name]
            if len(were) != len(are) or not all(map(is_, were, are)):
                yield are if about.many else next(iter(are), None)
        elif self._is_hidden_value(value, about):
            yield about.default
        elif about.many and about.reference:
            left = [one for one in value if not self._is_hidden(one, about)]
            if len(left) < len(value):
                yield left

    def _is_withheld(self, record: Record, fields: dict[str, Field]) -> bool:
        if self.audience is Audience.PUBLIC and isinstance(record, Shareable):
            until = record.publish_after
            if record.audience == Audience.TRUSTEES.value or (until and self.day <= until):
                return True
        for about in fields.values():
            if about.seen is Seen.PUBLIC_ENTRY_FROM and self.audience is Audience.PUBLIC:
                since = getattr(record, about.name)
                if not since or self._is_later(since, about):
                    return True
        first = day_field(record)
        return first is not None and self._is_later(getattr(record, first.name), first)

    def _is_hidden_value(self, value: Any, about: Field) -> bool:
        match about.seen:
            case Seen.TRUSTEES_VALUE:
                return value is not None and self.audience is Audience.PUBLIC
            case Seen.VALUE_FROM | Seen.PUBLIC_ENTRY_FROM:
                return value is not None and self._is_later(value, about)
            case _:
                return False

    def _names_hidden(self, record: Record, about: Field) -> bool:
        """Tell whether a field names something that is not seen; of a list of schools, whether none is left.

        Empty, such a list would speak of all schools.
        """
        value = getattr(record, about.name)
        if about.many:
            return about.reference == SCHOOL and bool(value) and all(self._is_hidden(one, about) for one in value)
        return self._is_hidden(value, about)

    def _is_hidden(self, value: Any, about: Field) -> bool:
        return about.reference is not None and value in self.hidden.get(about.reference.table, frozenset())

    def _is_later(self, value: date | str, about: Field) -> bool:
        """Tell whether the last day that a day, month, year or academic year can mean is after the day looked at."""
        return last_day(value, about, self.years) > self.day


@cache
def _telling(record: type[Record]) -> dict[str, Field]:
    """Return the fields by which it is decided what is seen of a record."""
    fields = fields_of(record).items()
    return {name: about for name, about in fields if about.seen or about.record or about.reference}


def _nothing(entry: Entry[Any]) -> _Left | None:
    stand_in = type(entry.record).in_place_of_nothing
    return _Left(entry, type(entry.record).model_validate(stand_in)) if stand_in else None


def _may_be(value: Any, about: Field) -> bool:
    """Tell whether a record can stand with a value; not without a post's last phase, for example."""
    return bool(value) or not (about.at_least_one if about.many else about.required)


def _holds(value: Any) -> bool:
    return bool(value) if isinstance(value, list) else value is not None
