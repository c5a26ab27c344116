"""The gate for tables: Frictionless checks keys, references and types; the answers name YAML lines.

This is the only module that imports Frictionless. Its errors are read by type and attributes,
never by their text, and its row numbers (the first record is row 2) end here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from frictionless import Package, Resource, Schema
from frictionless.errors import ForeignKeyError, PrimaryKeyError

from validate.nearest import did_you_mean
from validate.problems import Problem
from validate.tables import REFERENCE_CODES, Column, Row, Spec, Table, Tables

if TYPE_CHECKING:
    from frictionless import Error

FIRST_ROW = 2
"""The row number that Frictionless gives to the first record."""


def table_schema(spec: Spec, present: set[str]) -> dict[str, Any]:
    """Return the table's Frictionless Table Schema, with references to the tables that are present."""
    references = [
        {"fields": [column.name], "reference": {"resource": column.reference.table, "fields": [column.reference.field]}}
        for column in spec.columns
        if column.reference and column.reference.table in present
    ]
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in spec.columns],
        "primaryKey": [spec.primary],
        "missingValues": [""],
    }
    if references:
        schema["foreignKeys"] = references
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.pattern and column.type == "string":
        constraints["pattern"] = column.pattern
    described = {"name": column.name, "type": column.type, "title": column.title, "description": column.description}
    return {**described, "constraints": constraints} if constraints else described


def check_tables(tables: Tables) -> list[Problem]:
    """Return a problem for every key, reference or type in the tables that does not hold."""
    filled = {name: table for name, table in tables.items() if table.rows}
    sound = {name for name, table in filled.items() if table.is_whole}
    resources = [
        Resource(
            name=name,
            data=[row.values for row in table.rows],
            schema=Schema.from_descriptor(table_schema(table.spec, sound)),
        )
        for name, table in filled.items()
    ]
    if not resources:
        return []
    report = Package(resources=resources).validate()
    problems: list[Problem] = []
    repeated: set[str] = set()
    for task in report.tasks:
        table = filled[task.name]
        for error in task.errors:
            problem = _translate(error, table, tables, repeated)
            if problem:
                problems.append(problem)
    return problems


def _translate(error: Error, table: Table, tables: Tables, repeated: set[str]) -> Problem | None:
    number = getattr(error, "row_number", None)
    row = table.rows[number - FIRST_ROW] if number else table.rows[0]
    if isinstance(error, PrimaryKeyError):
        return _duplicate(row, table, repeated)
    names = getattr(error, "field_names", None) or [getattr(error, "field_name", table.spec.primary)]
    column = next(column for column in table.spec.columns if column.name == names[0])
    if isinstance(error, ForeignKeyError) and column.reference:
        return _dangling(row, column, tables[column.reference.table])
    return Problem(
        code="table-error",
        place=row.place(column),
        message=f'"{row.values.get(column.name)}" does not fit the column "{column.name}" of table {table.spec.name}',
        allowed=column.description,
        cure="Compare it with another entry of this kind.",
    )


def _duplicate(row: Row, table: Table, repeated: set[str]) -> Problem | None:
    """Report a repeated id, unless it only repeats because what it belongs to does."""
    key = table.spec.primary
    name = str(row.values[key])
    if any(name.startswith(f"{parent}{mark}") for parent in repeated for mark in "/#"):
        return None
    repeated.add(name)
    column = next(column for column in table.spec.columns if column.name == key)
    first = next(other for other in table.rows if other.values[key] == name)
    return Problem(
        code="duplicate-id",
        place=row.place(column),
        message=f'the id "{name}" is used twice; it first stands in {first.place(column)}',
        cure="Give one of the two another id.",
    )


def _dangling(row: Row, column: Column, target: Table) -> Problem:
    assert column.reference is not None
    value = str(row.values[column.name])
    allowed = sorted({str(other.values[column.reference.field]) for other in target.rows})
    thing = {"reporters": "role or source", "roles": "role", "years": "year of the plan"}.get(
        column.reference.table, column.reference.table.removesuffix("s").replace("_", " ")
    )
    return Problem(
        code=REFERENCE_CODES.get(column.reference, "unknown-reference"),
        place=row.place(column),
        message=f'{column.name} "{value}" is not a {thing} that is defined' + did_you_mean(value, allowed),
        allowed=", ".join(allowed),
        cure="Write one of those, or define it where the others are defined.",
    )
