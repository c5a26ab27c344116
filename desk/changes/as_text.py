"""What changed, as text for a terminal: the counts first, then every group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.terminal import wrapped
from validate.safe_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.changes.groups import Group
    from desk.changes.lines import Line
    from desk.changes.sides import Sides

NOTHING = "Nothing changed: no promise, status, report or figure is otherwise than it was."


def render_text(sides: Sides, found: tuple[Group, ...], width: int) -> str:
    """Return what changed as lines of this width."""
    blocks = [wrapped(span(sides), width)]
    if sides.doubt:
        blocks.append(wrapped(sides.doubt, width))
    blocks.append("\n".join(f"  {group.counted}" for group in found) or NOTHING)
    blocks += ["\n".join(_group(group, width)) for group in found]
    return "\n\n".join(blocks) + "\n"


def span(sides: Sides) -> str:
    """Say between which days and which files the comparison is made."""
    return f"What changed from {sides.before.words} to {sides.after.words}"


def _group(group: Group, width: int) -> Iterator[str]:
    yield group.heading
    for line in group.lines:
        yield from _line(line, width)


def _line(line: Line, width: int) -> Iterator[str]:
    if line.id:
        yield wrapped(visible(line.id), width, indent=2)
    yield wrapped(visible(line.title), width, indent=4)
    for detail in line.details:
        yield wrapped(visible(detail), width, indent=6)
