"""The data page, which lists every download, and the reference of what each table holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.downloads.files import PACKAGE_FILE, PLAN_FILE, data_tables
from hooks.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from hooks.downloads.table import DataTable

DATA_PAGE = "data/index.md"
TABLES_PAGE = "data/tables.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class DataView:
    """The data page."""

    written: tuple[DataTable, ...]
    derived: tuple[DataTable, ...]
    empty: tuple[str, ...]
    """Names of tables that have no rows, and so no file."""
    package: str
    plan: str
    published: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TablesView:
    """The columns of every table."""

    tables: tuple[DataTable, ...]
    names: frozenset[str]


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the data page and the reference of tables."""
    tables = tuple(data_tables(context))
    yield Page(path=DATA_PAGE, title="Data", template="pages/data.md", view=data_view(context, tables))
    yield Page(
        path=TABLES_PAGE,
        title="What each table holds",
        template="pages/tables.md",
        view=TablesView(tables=tables, names=frozenset(table.name for table in tables)),
        trail=(("Data", DATA_PAGE),),
        is_reference=True,
    )


def data_view(context: SiteContext, tables: tuple[DataTable, ...]) -> DataView:
    """Return the view of the data page."""
    return DataView(
        written=tuple(table for table in tables if not table.is_derived),
        derived=tuple(table for table in tables if table.is_derived),
        empty=tuple(name for name, table in context.tables.items() if not table.rows),
        package=PACKAGE_FILE,
        plan=PLAN_FILE,
        published=context.plan.record.published.title if context.plan.record.published else "",
    )
