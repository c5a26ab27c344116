"""The data page, which lists every download, and the reference of what each table holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.downloads.files import FOLDER, PACKAGE_FILE, PLAN_FILE, data_tables
from hooks.page import Page
from hooks.views.field_words import column_words, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from hooks.downloads.table import DataTable
    from hooks.views.field_words import Pieces
    from validate.plan.columns import Column

DATA_PAGE = "data/index.md"
TABLES_PAGE = "data/tables.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnView:
    """One column of a table."""

    anchor: str
    name: str
    title: str
    description: Pieces
    holds: str
    choices: tuple[str, ...]
    required: bool
    refers_to: str
    """The table whose rows it names; empty where it names none that is published."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TableView:
    """One table of the download."""

    name: str
    description: str
    href: str
    rows: int
    is_derived: bool
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DataView:
    """The data page."""

    written: tuple[TableView, ...]
    derived: tuple[TableView, ...]
    empty: tuple[str, ...]
    """Names of tables that have no rows, and so no file."""
    package: str
    plan: str
    published: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TablesView:
    """The columns of every table."""

    tables: tuple[TableView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the data page and the reference of tables."""
    tables = _tables(context)
    yield Page(path=DATA_PAGE, title="Data", template="pages/data.md", view=data_view(context, tables))
    yield Page(
        path=TABLES_PAGE,
        title="What each table holds",
        template="pages/tables.md",
        view=TablesView(tables=tables),
        trail=(("Data", DATA_PAGE),),
        is_reference=True,
    )


def data_view(context: SiteContext, tables: tuple[TableView, ...]) -> DataView:
    """Return the view of the data page."""
    return DataView(
        written=tuple(table for table in tables if not table.is_derived),
        derived=tuple(table for table in tables if table.is_derived),
        empty=tuple(name for name, table in context.tables.items() if not table.rows),
        package=PACKAGE_FILE,
        plan=PLAN_FILE,
        published=context.plan.record.published.title if context.plan.record.published else "",
    )


def _tables(context: SiteContext) -> tuple[TableView, ...]:
    tables = data_tables(context)
    present = {table.name for table in tables}
    return tuple(_table(table, present) for table in tables)


def _table(table: DataTable, present: set[str]) -> TableView:
    return TableView(
        name=table.name,
        description=table.spec.description,
        href=f"{FOLDER}/{table.file_name}",
        rows=len(table.rows),
        is_derived=table.is_derived,
        columns=tuple(_column(column, table.name, present) for column in table.spec.columns),
    )


def _column(column: Column, table: str, present: set[str]) -> ColumnView:
    refers_to = column.reference.table if column.reference and column.reference.table in present else ""
    return ColumnView(
        anchor=f"table-{table}-{column.name}",
        name=column.name,
        title=column.title,
        description=pieces(column.description),
        holds=column_words(column),
        choices=column.choices,
        required=column.required,
        refers_to=refers_to,
    )
