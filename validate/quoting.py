"""Text from files, as messages quote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 60
"""Characters that a message quotes of one value."""


MOST = 40
"""Values that a message lists."""


def short(text: str) -> str:
    """Return the text on one line, without invisible characters, cut where it is long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: LONGEST * 10]).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 3] + "..."


def listed(values: Sequence[str]) -> str:
    """Return the values with commas between, or the first of them where there are many."""
    more = f" and {len(values) - MOST:,} more" if len(values) > MOST else ""
    return ", ".join(values[:MOST]) + more
