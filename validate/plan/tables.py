"""The tables of a plan: which there are, what their columns are, and their rows, all from the notes on the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from validate.fields import fields_of
from validate.layout import KINDS
from validate.plan.columns import key, record_columns, value_column
from validate.plan.gathered import GATHERED, gathered, sources
from validate.plan.nesting import holders, listed
from validate.records.base import Record
from validate.records.notes import Reference
from validate.values.every import EVERY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.fields import Field
    from validate.layout import FileKind
    from validate.plan.columns import Column
    from validate.plan.entry import Entry, Tree
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path
    from validate.records.notes import Table as TableNote
    from validate.records.notes import Values

POSITION = key("position", "Its place in order, from 1.", value_type="integer")

NAMES = (
    key("id", "Its name, unique in this table."),
    key("kind", "What sort of thing it is."),
    key("name", "What readers call it."),
)
"""The columns of tables that only gather names."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Spec:
    """A table's name, what it is about, and its columns: keys first."""

    name: str
    description: str
    columns: tuple[Column, ...]
    record: type[Record] | None = None
    """The class of the records that are its rows; none for rows of single values and of gathered names."""
    primary: str = "id"


@dataclass(frozen=True, slots=True)
class Row:
    """One row, and the entry that it comes from."""

    values: dict[str, Any]
    entry: Entry[Any]
    """The entry that it is, or in which the value stands."""
    path: Path = ()
    """Where the value stands in the entry; nothing where the row is the entry itself."""

    @property
    def title(self) -> str:
        """What readers call it; nothing where all that there is to it is its id."""
        return str(self.values.get("name") or ("" if self.path else self.entry.title))


@dataclass(slots=True)
class Table:
    """A compiled table."""

    spec: Spec
    rows: list[Row] = field(default_factory=list)


Tables = dict[str, Table]


@cache
def specs() -> tuple[Spec, ...]:
    """Return every table there can be: in the order of the kinds of file, then those that gather names from others."""
    found: dict[str, Spec] = {}
    for kind in KINDS:
        for spec in _specs_of(kind.record):
            found.setdefault(spec.name, spec)
    return (*found.values(), *(Spec(name=name, description=about, columns=NAMES) for name, about in GATHERED.items()))


def _specs_of(record: type[Record]) -> Iterator[Spec]:
    above = holders()[record]
    if record.table:
        keys = _keys(record, record.table, above)
        columns = (*keys, *record_columns(record, frozenset(column.name for column in keys)))
        yield Spec(name=record.table.name, description=record.table.about, columns=columns, record=record)
    for about in fields_of(record).values():
        if about.values:
            columns = _value_columns(about, about.values, (record,) if record.table else above)
            yield Spec(name=about.values.name, description=about.values.about, columns=columns)
        elif about.record:
            yield from _specs_of(about.record)


def _keys(record: type[Record], table: TableNote, above: tuple[type[Record], ...]) -> tuple[Column, ...]:
    """Return the columns by which rows are told apart and put in order, and those that lead to what they stand in."""
    keys = [key("id", "Its name, unique in this table.", path=(table.key,))]
    if table.anywhere:
        keys.append(key("about", "The table of what it belongs to."))
        keys.append(key("entry", "The id of what it belongs to, in that table."))
    else:
        keys += _leading_up(above)
    if table.named:
        keys.append(key(table.key, f"Its {table.key}.", table.named, path=(table.key,)))
    if record in listed():
        keys.append(POSITION)
    for about in fields_of(record).values():
        if about.or_every and about.values:
            one = about.values.one
            keys.append(key(f"every_{one}", f"True where it is for every {one}.", value_type="boolean"))
    return tuple(keys)


def _value_columns(about: Field, values: Values, above: tuple[type[Record], ...]) -> tuple[Column, ...]:
    name = key("id", "Its name, unique in this table.", path=(about.name,) if values.alone else ())
    if values.alone:
        return name, POSITION
    return name, *_leading_up(above), POSITION, value_column(values.one, about)


def _leading_up(above: tuple[type[Record], ...]) -> list[Column]:
    tables = [record.table for record in above if record.table and not record.table.single]
    return [
        key(column_name(table.one), f"Its {table.one}.", Reference(table.name), required=len(tables) == 1)
        for table in tables
    ]


def column_name(one: str) -> str:
    """Return the name of the column that leads to what is called so."""
    return one.replace(" ", "_")


def compile_tables(tree: Tree) -> Tables:
    """Return every table of the plan, filled from the entries of its tree."""
    tables = {spec.name: Table(spec) for spec in specs()}
    for entry in tree.every(Record):
        if entry.record.table:
            _add(tables[entry.record.table.name], entry)
        for about in entry.fields.values():
            if about.values:
                tables[about.values.name].rows.extend(_value_rows(entry, about, about.values))
    _gather(tables, tree)
    return tables


def _add(table: Table, entry: Entry[Any]) -> None:
    keys = _key_values(entry)
    values = {
        column.name: keys.get(column.name) if column.is_key else _value(entry.record, column.path)
        for column in table.spec.columns
    }
    table.rows.append(Row(values, entry))


def _key_values(entry: Entry[Any]) -> dict[str, Any]:
    keys: dict[str, Any] = {"id": entry.id, "position": entry.number}
    note, above = entry.record.table, entry.row_parent
    if above:
        keys |= {"about": above.record.table.name, "entry": above.id} if note.anywhere else {}
        keys[column_name(above.record.table.one)] = above.id
    if note.named:
        keys[note.key] = entry.key
    for about in entry.fields.values():
        if about.or_every and about.values:
            keys[f"every_{about.values.one}"] = getattr(entry.record, about.name) == [EVERY]
    return keys


def _value_rows(entry: Entry[Any], about: Field, values: Values) -> Iterator[Row]:
    found = getattr(entry.record, about.name)
    above = entry if entry.record.table else entry.row_parent
    for n, value in enumerate(() if about.or_every and found == [EVERY] else found):
        name = value if values.alone else f"{above.id if above else about.name}/{n + 1}"
        keys = {"id": name, "position": n + 1, values.one: value}
        if above:
            keys[column_name(above.record.table.one)] = above.id
        yield Row(keys, entry, entry.value_path(about.name, n))


def _value(record: Record, path: tuple[str, ...]) -> Any:
    value: Any = record
    for step in path:
        value = getattr(value, step, None)
    return value


def not_whole(tree: Tree, files: Iterable[Loaded], unread: Iterable[FileKind]) -> set[str]:
    """Return the tables of which some rows are not in the tree: what feeds them was not read, or belongs to nothing.

    `files` are those that the tree was grown from, and `unread` the kinds of which one is there, or must be, and could
    not be read.
    """
    lost: set[type[Record]] = {*tree.lost, *(kind.record for kind in unread)}
    values: set[str] = set()
    for loaded in files:
        if loaded.record is None:
            lost.add(loaded.file.kind.record)
        for name in loaded.left_out:
            about = fields_of(loaded.file.kind.record)[name]
            if about.values:
                values.add(about.values.name)
            elif about.record:
                lost.add(about.record)
    tables = values | {spec.name for record in lost for spec in _specs_of(record)}
    return tables | {name for name in GATHERED if tables & set(sources(name))}


def _gather(tables: Tables, tree: Tree) -> None:
    """Fill the tables of names from the others, each name once: what is named twice is reported where it stands.

    They are filled only where something refers to them, since by themselves they say nothing new.
    """
    filled = [table for table in tables.values() if table.rows]
    asked = {column.reference.table for table in filled for column in table.spec.columns if column.reference}
    for name in GATHERED.keys() & asked:
        by_id: dict[str, Row] = {}
        for found in gathered(tree, name):
            by_id.setdefault(found.id, Row({"id": found.id, "kind": found.kind, "name": found.name}, found.entry))
        tables[name].rows.extend(by_id.values())
