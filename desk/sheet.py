"""A text of headings, sentences and entries below one another, laid out for a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.terminal import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

STEP = 2
"""Spaces by which each level is indented."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or heading. Nothing to say leaves a blank line."""

    text: str
    level: int = 0
    as_it_is: bool = False
    """True for an example from a file, whose spaces and lines mean something."""


BLANK = Line("")


def render_sheet(lines: Iterable[Line], width: int) -> str:
    """Return the lines as text of this width."""
    return "\n".join(_laid_out(line, width) for line in lines) + "\n"


def _laid_out(line: Line, width: int) -> str:
    if line.as_it_is:
        return f"{' ' * STEP * line.level}{line.text}".rstrip()
    return wrapped(line.text, width, STEP * line.level)
