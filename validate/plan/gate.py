"""The gate: Frictionless checks every id and every reference of the plan; the answers name YAML lines.

All ids that people write are put into one table and all that refers to them into another, so that the cost lies in
their number and not in that of the tables which are published. This is the only module that imports Frictionless. Its
errors are read by type and attributes, never by their text, and its row numbers (the first record is row 2) end here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from frictionless import Package, Resource, Schema
from frictionless.errors import ForeignKeyError, PrimaryKeyError

from validate.nearest import did_you_mean
from validate.plan.gathered import GATHERED, gathered
from validate.problems import Problem
from validate.records.base import Record
from validate.values.every import EVERY
from validate.words import commas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from frictionless import Error

    from validate.plan.entry import Entry, Tree
    from validate.problems import Place
    from validate.reading.yaml_tree import Path
    from validate.records.notes import Reference

FIRST_ROW = 2
"""The row number that Frictionless gives to the first record."""

FIELDS = [{"name": "table", "type": "string"}, {"name": "id", "type": "string"}]

IDS: dict[str, Any] = {"fields": FIELDS, "primaryKey": ["table", "id"]}

REFERENCES: dict[str, Any] = {
    "fields": FIELDS,
    "foreignKeys": [{"fields": ["table", "id"], "reference": {"resource": "ids", "fields": ["table", "id"]}}],
}


@dataclass(frozen=True, slots=True)
class Written:
    """An id, or a value that names one, as it stands in an entry."""

    table: str
    """The table of what it is the id of."""
    id: str
    entry: Entry[Any]
    path: Path
    """Where it stands in the entry."""
    name: str
    """What the field, or one value of it, is called."""
    reference: Reference | None = None
    """How to speak of what it names; nothing for an id."""

    @property
    def place(self) -> Place:
        """Where it stands in its file."""
        return self.entry.place(*self.path)


def check_keys(tree: Tree, not_whole: set[str]) -> list[Problem]:
    """Return a problem for every id that is used twice, and for every value that names nothing.

    `not_whole` names the tables of which some rows could not be read: that a value names none of the others proves
    nothing.
    """
    ids = list(_ids(tree))
    named: dict[tuple[str, str], list[Written]] = {}
    for said in _references(tree):
        if said.table not in not_whole:
            named.setdefault((said.table, said.id), []).append(said)
    gathered_ids = list(_gathered(tree, {table for table, _ in named}))
    problems: dict[Place, Problem] = {}
    repeated: set[str] = set()
    # What is named a thousand times is asked for once.
    for found in _refused([*ids, *gathered_ids], [first for first, *_ in named.values()]):
        if found.reference:
            told = [_nothing(said, ids, gathered_ids) for said in named[found.table, found.id]]
        else:
            told = [_duplicate(found, ids, repeated)]
        for problem in filter(None, told):
            problems.setdefault(problem.place, problem)
    return list(problems.values())


def _refused(ids: Sequence[Written], references: Sequence[Written]) -> Iterator[Written]:
    """Yield the ids that stand a second time, and the references into nothing, as Frictionless finds them."""
    if not ids:
        # It refuses a table without a row; with no ids there is nothing to refer to.
        yield from references
        return
    resources = [_resource("ids", IDS, ids)]
    if references:
        resources.append(_resource("references", REFERENCES, references))
    report = Package(resources=resources).validate()
    for task, written in zip(report.tasks, (ids, references), strict=False):
        yield from (written[_row(error)] for error in task.errors)


def _resource(name: str, schema: dict[str, Any], written: Sequence[Written]) -> Resource:
    def rows() -> Iterator[dict[str, str]]:
        return ({"table": one.table, "id": one.id} for one in written)

    # A function gives the rows, because Frictionless copies a list deeply, over and over.
    return Resource(name=name, data=rows, schema=Schema.from_descriptor(schema))


def _row(error: Error) -> int:
    if isinstance(error, PrimaryKeyError | ForeignKeyError):
        return int(error.row_number) - FIRST_ROW
    raise ValueError(f"ids and references are texts, and yet: {error.message}")


def _ids(tree: Tree) -> Iterator[Written]:
    for entry in tree.every(Record):
        table = entry.record.table
        if table and getattr(entry.record, table.key, None) is not None:
            yield Written(table.name, entry.id, entry, (table.key,), table.key)
        for name, about in entry.fields.items():
            if about.values and about.values.alone:
                for n, value in enumerate(getattr(entry.record, name)):
                    yield Written(about.values.name, str(value), entry, entry.value_path(name, n), "id")
        if table and table.named:
            yield Written(table.name, entry.id, entry, (table.key,), table.key)


def _gathered(tree: Tree, asked: set[str]) -> Iterator[Written]:
    for table in GATHERED.keys() & asked:
        names = {name.id: name.entry for name in gathered(tree, table)}
        yield from (Written(table, name, entry, (), "") for name, entry in names.items())


def _references(tree: Tree) -> Iterator[Written]:
    for entry in tree.every(Record):
        table = entry.record.table
        if table and table.named:
            yield Written(table.named.table, entry.key, entry, (table.key,), table.key, table.named)
        for name, about in entry.fields.items():
            value = getattr(entry.record, name)
            if about.reference is None or value in (None, [], [EVERY]):
                continue
            if not about.many:
                yield Written(about.reference.table, str(value), entry, (name,), name, about.reference)
                continue
            one = about.values.one if about.values else name
            for n, named in enumerate(value):
                path = entry.value_path(name, n)
                yield Written(about.reference.table, str(named), entry, path, one, about.reference)


def _duplicate(found: Written, ids: list[Written], repeated: set[str]) -> Problem | None:
    """Report a repeated id, unless it only repeats because what it belongs to does."""
    if any(found.id.startswith(f"{parent}{mark}") for parent in repeated for mark in "/#"):
        return None
    repeated.add(found.id)
    first = next(other for other in ids if (other.table, other.id) == (found.table, found.id)).place
    where = f"on line {first.line}" if first.file == found.entry.file_path else f"in {first}"
    return Problem(
        code="duplicate-id",
        place=found.place,
        message=f'{found.name} "{found.entry.written(*found.path) or found.id}" is used twice; it first stands {where}',
        cure="Give one of the two another name, or remove it.",
    )


def _nothing(found: Written, ids: list[Written], gathered_ids: list[Written]) -> Problem | None:
    target = found.reference
    if target is None or not target.code:
        return None
    allowed = list(dict.fromkeys(other.id for other in (*ids, *gathered_ids) if other.table == target.table))
    return Problem(
        code=target.code,
        place=found.place,
        message=f'{found.name} "{found.id}" is not {target.thing}' + did_you_mean(found.id, allowed),
        allowed=commas(allowed),
        cure=f"Use one of the allowed ones, or {target.add}." if allowed else f"There is none yet: {target.add}.",
    )
