"""Everything that can be downloaded, as bytes that are the same for the same plan and day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.downloads.derived import derived_tables
from hooks.downloads.package import data_package
from hooks.downloads.plan_json import plan_json
from hooks.downloads.table import compiled_tables, csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from hooks.downloads.table import DataTable

FOLDER = "data"
PACKAGE_FILE = f"{FOLDER}/datapackage.json"
PLAN_FILE = f"{FOLDER}/plan.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Download:
    """One file to download."""

    path: str
    """Its path in the site."""
    content: bytes


def data_tables(context: SiteContext) -> tuple[DataTable, ...]:
    """Return every table of the download: those of the plan's files, then those worked out from them."""
    return (*compiled_tables(context.tables), *derived_tables(context))


def render_downloads(context: SiteContext) -> Iterator[Download]:
    """Yield every file of the download."""
    tables = [(table, csv_text(table).encode()) for table in data_tables(context)]
    for table, content in tables:
        yield Download(path=f"{FOLDER}/{table.file_name}", content=content)
    yield Download(path=PACKAGE_FILE, content=data_package(context, tables).encode())
    yield Download(path=PLAN_FILE, content=plan_json(context).encode())
