"""A table as it is published: its rows as text in CSV, with nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from validate.figures import OBSERVED

if TYPE_CHECKING:
    from validate.plan.tables import Spec, Tables

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a cell begins with if a spreadsheet takes it for a formula; the last four are the full-width forms."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DataTable:
    """A table of the download: what it is about, and its rows by column name."""

    spec: Spec
    rows: tuple[dict[str, Any], ...]
    is_derived: bool
    """True where the rows are worked out, false where they stand in the plan's files."""

    @property
    def name(self) -> str:
        """The table's name."""
        return self.spec.name

    @property
    def file_name(self) -> str:
        """The name of its file below data/."""
        return f"{self.spec.name}.csv"


def compiled_tables(tables: Tables) -> tuple[DataTable, ...]:
    """Return every table of the plan's files that has rows."""
    return tuple(
        DataTable(spec=table.spec, rows=tuple(row.values for row in table.rows), is_derived=False)
        for table in tables.values()
        if table.rows
    )


def csv_text(table: DataTable) -> str:
    """Return the table as CSV with a line of column names."""
    names = [column.name for column in table.spec.columns]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    figures = {column.name for column in table.spec.columns if column.pattern == OBSERVED}
    writer.writerows(
        [str(row[name]) if name in figures else cell_text(row[name]) for name in names] for row in table.rows
    )
    return text.getvalue()


def cell_text(value: object) -> str:
    """Return a value as it stands in CSV. Text that a spreadsheet would run gets an apostrophe in front."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else str(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
