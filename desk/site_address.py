"""The address of a plan's site, as its settings name it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "mkdocs.yml"
NAMED = re.compile(r"""^site_url:[ \t]*["']?(?P<address>https?://[^\s"'#]+)""", re.MULTILINE)
"""The line that names it. The rest of the file may hold what only MkDocs can read."""


def site_address(root: Path) -> str:
    """Return the address of the site of the plan in this folder; nothing where its settings name none."""
    try:
        found = NAMED.search((root / SETTINGS).read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return ""
    return found["address"] if found else ""
