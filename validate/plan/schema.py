"""A table's Frictionless Table Schema as plain data, made from its columns. Needs no Frictionless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.fields import fields_of
from validate.plan.columns import file_columns

if TYPE_CHECKING:
    from validate.layout import FileKind
    from validate.plan.columns import Column
    from validate.plan.tables import Spec


def table_schema(spec: Spec, present: set[str]) -> dict[str, Any]:
    """Return the table's Frictionless Table Schema, with references to the tables that are present."""
    references = [
        {"fields": [column.name], "reference": {"resource": column.reference.table, "fields": ["id"]}}
        for column in spec.columns
        if column.reference and column.reference.table in present
    ]
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in spec.columns],
        "primaryKey": [spec.primary],
        "missingValues": [""],
    }
    return schema | ({"foreignKeys": references} if references else {})


def file_schema(kind: FileKind) -> dict[str, Any]:
    """Return the Table Schema of a kind of file that is itself a table: its record is nothing but a list of lines."""
    (lines,) = fields_of(kind.record).values()
    columns = file_columns(lines.record) if lines.record else ()
    return {
        "title": lines.title,
        "fields": [_field(column) for column in columns],
        "fieldsMatch": "superset",  # columns may stand in any order, and those that need not be there may be left out
        "missingValues": [""],
    }


def _field(column: Column) -> dict[str, Any]:
    described = {"name": column.name, "type": column.type, "title": column.title, "description": column.description}
    return {**described, **_constraints(column)}


def _constraints(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.pattern and column.type == "string":
        constraints["pattern"] = column.pattern
    return {"constraints": constraints} if constraints else {}
