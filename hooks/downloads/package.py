"""The Data Package descriptor: what each table of the download holds, so that any tool can read and check it."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from validate.plan.schema import table_schema
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hooks.context import SiteContext
    from hooks.downloads.table import DataTable

DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}


def data_package(context: SiteContext, tables: Sequence[tuple[DataTable, bytes]]) -> str:
    """Return the descriptor of these tables, each given with the content of its file."""
    plan = context.plan
    present = {table.name for table, _ in tables}
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": package_name(plan.record.trust.name),
        "title": f"{plan.record.trust.name}: {plan.record.title}",
        "description": " ".join(filter(None, (f"As at {day(context.as_at)}.", plan.record.notice))),
        "as_at": context.as_at.isoformat(),
        "resources": [_resource(table, content, present) for table, content in tables],
    }
    if published := plan.record.published:
        source = {"title": published.title, "path": published.url}
        package["sources"] = [{name: value for name, value in source.items() if value}]
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def package_name(trust: str) -> str:
    """Return the trust's name in small letters and hyphens, as names of packages are written."""
    plain = unicodedata.normalize("NFKD", trust).encode("ascii", "ignore").decode().lower()
    return "-".join([*re.findall(r"[a-z0-9]+", plain), "plan"])


def _resource(table: DataTable, content: bytes, present: set[str]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file_name,
        "description": table.spec.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": DIALECT,
        "schema": table_schema(table.spec, present),
    }
