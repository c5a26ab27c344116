"""The tree of a plan and its entries: each is a record with its place in its file, linked to all it has to do with."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from validate.academic import academic_year
from validate.fields import fields_of, title_field
from validate.reading.yaml_tree import Scalar, find, place_of
from validate.records.base import Record, Shareable
from validate.records.notes import PROMISE
from validate.records.plan import PlanRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from validate.academic import AcademicYear
    from validate.fields import Field
    from validate.problems import Place
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path
    from validate.records.notes import Reference

AnyRecord = TypeVar("AnyRecord", bound=Record)
OtherRecord = TypeVar("OtherRecord", bound=Record)
AnyEntry = TypeVar("AnyEntry", bound="Entry[Any]")


class Branch:
    """Whatever has entries below it: an entry, or the tree as a whole."""

    children: list[Entry[Any]]
    """The entries just below it, in the order of the fields and of the files."""

    @overload
    def below(self, kind: type[AnyEntry]) -> tuple[AnyEntry, ...]: ...

    @overload
    def below(self, kind: type[OtherRecord]) -> tuple[Entry[OtherRecord], ...]: ...

    def below(self, kind: type[Any]) -> tuple[Any, ...]:
        """Return the entries just below it of a kind: the class of their records, or of the entries themselves."""
        if issubclass(kind, Entry):
            return tuple(child for child in self.children if isinstance(child, kind))
        return tuple(child for child in self.children if type(child.record) is kind)

    def only(self, kind: type[OtherRecord]) -> Entry[OtherRecord] | None:
        """Return the first entry of a kind just below it, for kinds of which there is one at most."""
        return next((child for child in self.children if type(child.record) is kind), None)

    def every(self, kind: type[OtherRecord]) -> Iterator[Entry[OtherRecord]]:
        """Yield the entries of a kind below it, however deep, in the order of the files; `Record` stands for all."""
        for child in self.children:
            if isinstance(child.record, kind):
                yield child
            yield from child.every(kind)


class Entry(Branch, Generic[AnyRecord]):
    """A record as it stands in its file. Nothing of it changes once its tree is grown."""

    of: ClassVar[type[Record]] = Record
    """The class of the records that a class of entries is for."""

    def __init__(
        self, *, record: AnyRecord, loaded: Loaded, path: Path, number: int, parent: Entry[Any] | None, tree: Tree
    ) -> None:
        self.record = record
        self.loaded = loaded
        self.path = path
        """Where it stands in its file, also where other entries of its list were left out."""
        self.number = number
        """Its place among the entries of its list that the tree has, from 1."""
        self.parent = parent
        """What it stands in: another entry of its file, or that of the file which the folder belongs to."""
        self.tree = tree
        self.children = []

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.full_name}>"

    def place(self, *steps: str | int) -> Place:
        """Return where it, or a value inside it, stands; where the value is absent, where its nearest parent does."""
        return place_of(self.loaded.file.tree, (*self.path, *steps))

    def written(self, *steps: str | int) -> str:
        """Return the text of a value inside it as the file has it, or nothing where there is none."""
        node = find(self.loaded.file.tree, (*self.path, *steps))
        return node.text if isinstance(node, Scalar) else ""

    def value_path(self, name: str, number: int) -> Path:
        """Return the path within it of one value of a list, by its number from 0."""
        return name, number if self.path else self.loaded.position(name, number)

    @property
    def fields(self) -> dict[str, Field]:
        """What its record may hold, by name."""
        return fields_of(type(self.record))

    @property
    def file_path(self) -> str:
        """The file's path from the root."""
        return self.loaded.path

    @property
    def field(self) -> str:
        """The field that it stands in; nothing where it is a file's own record."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def key(self) -> str:
        """Its own name: what tells it apart in its list, or its number; for a file its id, or the file's name."""
        table = self.record.table
        own = getattr(self.record, table.key if table else "id", None)
        if own is not None:
            return str(own)
        return str(self.number) if self.path else self.file_path.rpartition("/")[2].partition(".")[0]

    @cached_property
    def row_parent(self) -> Entry[Any] | None:
        """The nearest entry it stands in that is a row of a table."""
        above = self.parent
        while above and above.record.table is None:
            above = above.parent
        return above

    @property
    def owner(self) -> Entry[Any]:
        """The nearest entry it stands in that is a row of a table. Raises LookupError where there is none."""
        if self.row_parent is None:
            raise LookupError(f"{self.id} stands in no row")
        return self.row_parent

    @cached_property
    def id(self) -> str:
        """Its id in its table, such as 4.1/2022-23/one-or-two-join or highfields-primary/2."""
        table, above = self.record.table, self.row_parent
        if above is None or table is None or table.alone:
            return self.key
        if table.anywhere:
            groups = [entry.field for entry in self.lineage if entry.record.table is None and above in entry.lineage]
            return "/".join([above.record.table.name, above.id, *reversed(groups), self.key])
        return f"{above.id}{table.mark}{self.key}"

    @cached_property
    def full_name(self) -> str:
        """Its name among all entries: its id, with its table where that alone does not tell what it is."""
        table, above = self.record.table, self.row_parent
        if table is None:
            return f"{above.full_name}/{self.field}" if above else self.key
        if table.bare or (table.single and self.key == table.name):
            return self.id
        if table.alone or above is None:
            return f"{table.name}/{self.id}"
        numbered = table.mark == "/" and getattr(self.record, table.key, None) is None and self.path
        return (
            f"{above.full_name}{table.mark}{table.name}/{self.key}"
            if numbered
            else f"{above.full_name}{table.mark}{self.key}"
        )

    @property
    def title(self) -> str:
        """What readers call it; nothing where it has no name but its own among entries, as a report has none."""
        about = title_field(type(self.record))
        return str(getattr(self.record, about.name) or "") if about else ""

    @property
    def lineage(self) -> Iterator[Entry[Any]]:
        """The entry itself and what it stands in, from the inside out."""
        here: Entry[Any] | None = self
        while here:
            yield here
            here = here.parent

    def within(self, kind: type[AnyEntry]) -> AnyEntry:
        """Return the entry of a kind that it stands in. Raises LookupError where there is none."""
        for entry in self.lineage:
            if isinstance(entry, kind):
                return entry
        raise LookupError(f"{self.full_name} stands in no {kind.__name__}")

    def standing_for(self, kind: type[AnyEntry], record: Record, children: Iterable[Entry[Any]]) -> AnyEntry:
        """Return an entry of a kind in the place of this one, with a record and entries that were put together."""
        found = kind(
            record=record, loaded=self.loaded, path=self.path, number=self.number, parent=self.parent, tree=self.tree
        )
        found.children = list(children)
        return found

    def refers(self, field: str) -> Entry[Any] | None:
        """Return the entry that the value of a field names; nothing where it is empty or names nothing."""
        return self.tree.named_by(self.record, field)

    def each_named(self, field: str) -> tuple[Entry[Any], ...]:
        """Return the entries that the value, or the values, of a field name, in order, without what names nothing."""
        about, value = self.fields[field], getattr(self.record, field)
        if about.reference is None:
            raise LookupError(f"{field} names nothing")
        values = value if about.many else [value]
        found = (self.tree.named(about.reference, str(one)) for one in values if one is not None)
        return tuple(entry for entry in found if entry)

    def inside(self, field: str) -> tuple[Entry[Any], ...]:
        """Return the entries that stand in a field of it, in their order."""
        return tuple(child for child in self.children if child.path and child.field == field)

    @property
    def for_trustees(self) -> bool:
        """Tell whether the public does not see it, for its own sake or that of something it stands in."""
        return any(entry.record.for_trustees for entry in self.lineage)

    @property
    def publish_after(self) -> date | None:
        """Return the day up to which the public does not see it, if there is one."""
        records = (entry.record for entry in self.lineage)
        days = (record.publish_after for record in records if isinstance(record, Shareable))
        return max((day for day in days if day), default=None)


class Tree(Branch):
    """Every entry of a plan, linked. Files whose own record is missing, and what belongs to them, are not in it."""

    def __init__(self, stories: Mapping[str, str]) -> None:
        self.children = []
        self.stories = stories
        """The narratives in Markdown, by path from the root."""
        self.lost: set[type[Record]] = set()
        """The records of files that belong to one that is missing."""
        self.seen: dict[tuple[str, date, date | None], Any] = {}
        """What audiences see of it, as far as it was worked out: by audience, day, and the last day it tells of."""
        self._of_kind: dict[type[Record], tuple[Entry[Any], ...]] = {}

    def all_of(self, kind: type[OtherRecord]) -> tuple[Entry[OtherRecord], ...]:
        """Return every entry of a kind in the order of the files. What was looked for once is not looked for again."""
        if kind not in self._of_kind:
            whole = self.all_of(Record) if kind is not Record else super().every(Record)
            self._of_kind[kind] = tuple(entry for entry in whole if isinstance(entry.record, kind))
        return self._of_kind[kind]

    def every(self, kind: type[OtherRecord]) -> Iterator[Entry[OtherRecord]]:
        """Yield every entry of a kind. The tree must be grown."""
        return iter(self.all_of(kind))

    @cached_property
    def years(self) -> tuple[AcademicYear, ...]:
        """The plan's academic years, in the order of plan.yml; none where that is not sound."""
        plan = self.only(PlanRecord)
        terms = [(term.id, term.name, term.starts) for term in plan.record.terms] if plan else []
        return tuple(academic_year(year, terms) for year in (plan.record.years if plan else ()))

    def year(self, name: str) -> AcademicYear:
        """Return the academic year of this name. Raises LookupError where the plan does not have it."""
        for year in self.years:
            if year.id == name:
                return year
        raise LookupError(f"{name} is not a year of the plan")

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables of which it has rows."""
        return tuple(self._rows)

    def table(self, name: str) -> Mapping[str, Entry[Any]]:
        """Return the entries that are rows of a table, by their ids; of two with one id, the first."""
        return self._rows.get(name, {})

    @cached_property
    def _rows(self) -> dict[str, dict[str, Entry[Any]]]:
        found: dict[str, dict[str, Entry[Any]]] = {}
        for entry in self.every(Record):
            if entry.record.table:
                found.setdefault(entry.record.table.name, {}).setdefault(entry.id, entry)
        return found

    def named_by(self, record: Record, field: str) -> Entry[Any] | None:
        """Return the entry that the value of a record's field names; nothing where it is empty or names nothing."""
        reference, value = fields_of(type(record))[field].reference, getattr(record, field)
        if reference is None:
            raise LookupError(f"{field} names nothing")
        return self.named(reference, str(value))

    def named(self, reference: Reference, value: str) -> Entry[Any] | None:
        """Return the entry that a value names; nothing where there is no such entry."""
        if reference == PROMISE:
            return self.full_names.get(value)
        found = (self.table(name).get(value) for name in reference.tables)
        return next((entry for entry in found if entry), None)

    @cached_property
    def full_names(self) -> dict[str, Entry[Any]]:
        """Every entry by its full name; of two with one name, the first."""
        return {entry.full_name: entry for entry in reversed(list(self.every(Record)))}
