"""The gate for tables: Frictionless checks keys and references; the answers name YAML lines.

This is the only module that imports Frictionless. Its errors are read by type and attributes,
never by their text, and its row numbers (the first record is row 2) end here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from frictionless import Package, Resource, Schema
from frictionless.errors import ForeignKeyError, PrimaryKeyError

from validate.nearest import did_you_mean
from validate.plan.schema import checked_schema
from validate.problems import Problem
from validate.words import commas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from frictionless import Error

    from validate.plan.columns import Column
    from validate.plan.tables import Row, Table, Tables
    from validate.problems import Place

FIRST_ROW = 2
"""The row number that Frictionless gives to the first record."""


def check_tables(tables: Tables) -> list[Problem]:
    """Return a problem for every key, reference or type in the tables that does not hold."""
    filled = {name: table for name, table in tables.items() if table.rows}
    sound = {name for name, table in filled.items() if table.is_whole}
    resources = [_resource(table, sound) for table in filled.values()]
    if not resources:
        return []
    report = Package(resources=resources).validate()
    problems = list(_into_nothing(filled, tables))
    repeated: set[str] = set()
    places: set[Place] = set()
    for task in report.tasks:
        table = filled[task.name]
        for error in task.errors:
            problem = _translate(error, table, tables, repeated)
            if problem and problem.place not in places:
                places.add(problem.place)
                problems.append(problem)
    return problems


def _into_nothing(filled: Tables, tables: Tables) -> Iterator[Problem]:
    """Report references into tables without a row, which Frictionless is not given."""
    for table in filled.values():
        for column in table.spec.columns:
            target = tables.get(column.reference.table) if column.reference else None
            if target is None or target.rows or not target.is_whole:
                continue
            found = (_dangling(row, column, tables) for row in table.rows if row.values[column.name] is not None)
            yield from (problem for problem in found if problem)


def _resource(table: Table, sound: set[str]) -> Resource:
    """Return the table as Frictionless takes it, with references to the tables that are sound."""
    schema = checked_schema(table.spec, sound)
    names = [field["name"] for field in schema["fields"]]

    def rows() -> Iterator[dict[str, Any]]:
        return ({name: row.values[name] for name in names} for row in table.rows)

    # A function gives the rows, because Frictionless copies a list deeply, over and over.
    return Resource(name=table.spec.name, data=rows, schema=Schema.from_descriptor(schema))


def _translate(error: Error, table: Table, tables: Tables, repeated: set[str]) -> Problem | None:
    if isinstance(error, PrimaryKeyError):
        return _duplicate(table.rows[error.row_number - FIRST_ROW], table, repeated)
    if isinstance(error, ForeignKeyError):
        column = next(column for column in table.spec.columns if column.name == error.field_names[0])
        return _dangling(table.rows[error.row_number - FIRST_ROW], column, tables)
    # Rows come from records whose fields the schemas repeat, so only keys and references are left to find.
    raise ValueError(f"the records and the schema of table {table.spec.name} differ: {error.message}")


def _duplicate(row: Row, table: Table, repeated: set[str]) -> Problem | None:
    """Report a repeated id, unless it only repeats because what it belongs to does."""
    key = table.spec.primary
    name = str(row.values[key])
    if any(name.startswith(f"{parent}{mark}") for parent in repeated for mark in "/#"):
        return None
    repeated.add(name)
    column = next(column for column in table.spec.columns if column.name == key)
    first = next(other for other in table.rows if other.values[key] == name).place(column)
    where = f"on line {first.line}" if first.file == row.entry.file_path else f"in {first}"
    return Problem(
        code="duplicate-id",
        place=row.place(column),
        message=f'{column.path[-1]} "{row.written(column) or name}" is used twice; it first stands {where}',
        cure="Give one of the two another name, or remove it.",
    )


def _dangling(row: Row, column: Column, tables: Tables) -> Problem | None:
    target, value = column.reference, str(row.values[column.name])
    if target is None or not target.code:
        return None
    allowed = list(dict.fromkeys(str(other.values["id"]) for other in tables[target.table].rows))
    return Problem(
        code=target.code,
        place=row.place(column),
        message=f'{column.name} "{value}" is not {target.thing}' + did_you_mean(value, allowed),
        allowed=commas(allowed),
        cure=f"Use one of the allowed ones, or {target.add}." if allowed else f"There is none yet: {target.add}.",
    )
