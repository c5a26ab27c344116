"""Where the parts of a chart stand, in percent across and pixels down. What they look like is the template's matter."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROW = 54
"""Height of a bar with its label above it."""
LABEL_DOWN = 15
BAR_DOWN = 23
ROOM_FOR_CHARACTER = Decimal("2.2")
"""The percent of the width that a part needs for each character of its figure."""

COLUMN = 120
"""Height of the highest column of steps."""
GAP = 3
"""The most that is left free between two blocks of a column."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BarPart:
    """One part of a stacked bar."""

    code: str
    text: str
    x: Decimal
    middle: Decimal
    width: Decimal
    has_room: bool
    """Whether its figure fits inside it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """One stacked bar with its label above it."""

    label: str
    total: str
    label_y: int
    bar_y: int
    text_y: int
    parts: tuple[BarPart, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BarPlan:
    """What one bar is to show: a label, its total as text, and its parts as code, text and size."""

    label: str
    total: str
    parts: tuple[tuple[str, str, Decimal], ...]

    @property
    def size(self) -> Decimal:
        """The sum of the parts."""
        return sum((size for _, _, size in self.parts), Decimal(0))


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """One block of a column."""

    y: Decimal
    height: Decimal
    is_new: bool


def stacked_bars(plans: Sequence[BarPlan]) -> tuple[Bar, ...]:
    """Return the bars, all on one scale: the longest is as wide as the chart."""
    longest = max((plan.size for plan in plans), default=Decimal(0))
    return tuple(_bar(plan, row * ROW, longest) for row, plan in enumerate(plans))


def _bar(plan: BarPlan, top: int, longest: Decimal) -> Bar:
    parts, x = [], Decimal(0)
    for code, text, size in plan.parts:
        width = size * 100 / longest if longest else Decimal(0)
        if width:
            parts.append(_part(code, text, x, width))
        x += width
    return Bar(
        label=plan.label,
        total=plan.total,
        label_y=top + LABEL_DOWN,
        bar_y=top + BAR_DOWN,
        text_y=top + BAR_DOWN + LABEL_DOWN,
        parts=tuple(parts),
    )


def _part(code: str, text: str, x: Decimal, width: Decimal) -> BarPart:
    return BarPart(
        code=code,
        text=text,
        x=rounded(x),
        middle=rounded(x + width / 2),
        width=rounded(width),
        has_room=width >= ROOM_FOR_CHARACTER * len(text),
    )


def column(count: int, new: int, most: int) -> tuple[Block, ...]:
    """Return a column of blocks from the ground up, the newest on top, where the highest column has `most`."""
    if not most:
        return ()
    unit = Decimal(COLUMN) / most
    gap = min(Decimal(GAP), unit / 4)
    return tuple(
        Block(y=rounded(COLUMN - unit * (n + 1) + gap), height=rounded(unit - gap), is_new=n >= count - new)
        for n in range(count)
    )


def rounded(value: Decimal) -> Decimal:
    """Return a place on a chart, as finely as anybody can see."""
    return value.quantize(Decimal("0.01"))
