"""What a field that refers to another part of the plan may hold: the ids of that part, with their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from validate.plan.tables import Row, Tables
    from validate.records.notes import Reference

Choice = dict[str, str]
"""A value and the words shown for it."""

LONGEST_NAME = 80
"""Characters of a name that are shown in a list of choices."""


def choices_of(reference: Reference, tables: Tables) -> list[Choice]:
    """Return every value that a field with this reference may hold, in the order of the plan."""
    table = tables.get(reference.table)
    return [_choice(row, str(row.values["id"])) for row in table.rows] if table else []


def _choice(row: Row, value: str) -> Choice:
    name = row.title
    shown = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME].rstrip()}…"
    return {"label": f"{shown} ({value})" if name else value, "value": value}
