"""Text laid out for a terminal: wrapped at its width, and never wider than people read with ease."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDEST, NARROWEST = 100, 24


def width_of(environment: Mapping[str, str]) -> int:
    """Return how many characters a line may have: as COLUMNS says, else the terminal, within what can be read."""
    named = environment.get("COLUMNS", "")
    columns = int(named[:4]) if named.isascii() and named.isdigit() else shutil.get_terminal_size((WIDEST, 24)).columns
    return max(NARROWEST, min(WIDEST, columns))


def wrapped(text: str, width: int, indent: int = 0) -> str:
    """Return text as lines of this width, each indented; words such as ids stay whole."""
    margin = " " * indent
    return textwrap.fill(
        text,
        width,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
