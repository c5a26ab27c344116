"""A table's Frictionless Table Schema as plain data, made from its columns. Needs no Frictionless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.fields import fields_of
from validate.plan.columns import file_columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.layout import FileKind
    from validate.plan.columns import Column
    from validate.plan.tables import Spec


def table_schema(spec: Spec, present: set[str]) -> dict[str, Any]:
    """Return the table's Frictionless Table Schema, with references to the tables that are present."""
    return _schema(spec, present, [_field(column) for column in spec.columns], spec.columns)


def checked_schema(spec: Spec, present: set[str]) -> dict[str, Any]:
    """Return of the table's schema what can fail: its key, and its references but for those to what a row is nested in.

    The records have typed everything else, and Frictionless takes its time for each field that it is given.
    """
    written = [column for column in spec.columns if column.is_written]
    schema = _schema(spec, present, [], written)
    needed = {spec.primary, *(name for reference in schema.get("foreignKeys", []) for name in reference["fields"])}
    schema["fields"] = [{"name": column.name, "type": column.type} for column in spec.columns if column.name in needed]
    return schema


def _schema(spec: Spec, present: set[str], fields: list[dict[str, Any]], referring: Iterable[Column]) -> dict[str, Any]:
    references = [
        {"fields": [column.name], "reference": {"resource": column.reference.table, "fields": ["id"]}}
        for column in referring
        if column.reference and column.reference.table in present
    ]
    schema: dict[str, Any] = {
        "fields": fields,
        "primaryKey": [spec.primary],
        "missingValues": [""],
    }
    if references:
        schema["foreignKeys"] = references
    return schema


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
