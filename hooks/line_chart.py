"""Where the parts of a line chart stand, in percent across and pixels down: figures over years, targets as steps."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from hooks.charts import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

TOP, BOTTOM = 34, 176
"""Where the highest and the lowest value stand."""
BASE = 200
"""Where the years begin."""
HEIGHT = 224
YEAR_DOWN = 218
SYMBOL_DOWN = 194
ABOVE, BELOW = -10, 20
"""How far from a point its figure stands."""
MOST_LABELS = 7
"""How many years have room for their words on a phone."""
OVER_STEP, UNDER_STEP = -6, 15
"""How far from a step its figure stands."""
STEP_WORDS = Decimal("0.7")
"""Where along a step its figure stands: beside the middle, which is the place of the year's own figure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LinePlan:
    """What a line chart is to show, by year."""

    years: tuple[str, ...]
    values: Mapping[str, Decimal]
    labels: Mapping[str, str]
    """The figures as text."""
    symbols: Mapping[str, str]
    """What stands where there is no figure."""
    provisional: frozenset[str]
    targets: Mapping[str, Decimal]
    target_labels: Mapping[str, str]
    others: Mapping[str, Decimal]
    """What the figures are set beside."""
    from_zero: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """A figure."""

    x: Decimal
    y: Decimal
    text_y: Decimal
    text: str
    provisional: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """A straight line."""

    x1: Decimal
    y1: Decimal
    x2: Decimal
    y2: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A target for one year, with its figure where it differs from the year before."""

    x1: Decimal
    x2: Decimal
    y: Decimal
    text_x: Decimal
    text_y: Decimal
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class YearMark:
    """A year beneath the chart, with the symbol that stands in place of its figure."""

    x: Decimal
    label: str
    symbol: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LineChart:
    """A line chart."""

    height: int
    base: int
    year_y: int
    symbol_y: int
    years: tuple[YearMark, ...]
    points: tuple[Point, ...]
    stretches: tuple[Stretch, ...]
    steps: tuple[Step, ...]
    others: tuple[Point, ...]
    other_stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns values into places between two ends."""

    least: Decimal
    most: Decimal

    def share(self, value: Decimal) -> Decimal:
        """Return how far along a value is, from 0 to 1."""
        return (value - self.least) / (self.most - self.least)


def scale_of(values: list[Decimal], *, from_zero: bool) -> Scale:
    """Return the scale that holds every value, and 0 if asked to."""
    found = [*values, *([Decimal(0)] if from_zero or not values else [])]
    least, most = min(found), max(found)
    if least == most:
        return Scale(least if from_zero else least - 1, most + 1)
    return Scale(least, most)


def line_chart(plan: LinePlan) -> LineChart:
    """Return the chart."""
    values = [*plan.values.values(), *plan.targets.values(), *plan.others.values()]
    places = _Places(plan.years, scale_of(values, from_zero=plan.from_zero))
    labelled = frozenset(plan.years[:: -ceil(len(plan.years) / MOST_LABELS)])
    return LineChart(
        height=HEIGHT,
        base=BASE,
        year_y=YEAR_DOWN,
        symbol_y=SYMBOL_DOWN,
        years=tuple(
            YearMark(x=places.x(year), label=year if year in labelled else "", symbol=plan.symbols.get(year, ""))
            for year in plan.years
        ),
        points=tuple(
            _point(plan, places, year, is_labelled=year in labelled) for year in plan.years if year in plan.values
        ),
        stretches=places.stretches(plan.values),
        steps=tuple(_step(plan, places, year) for year in plan.years if year in plan.targets),
        others=tuple(_other(plan, places, year) for year in plan.years if year in plan.others),
        other_stretches=places.stretches(plan.others),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where years and values stand."""

    years: tuple[str, ...]
    scale: Scale

    def x(self, year: str, shift: Decimal = Decimal("0.5")) -> Decimal:
        return rounded((self.years.index(year) + shift) * 100 / len(self.years))

    def y(self, value: Decimal) -> Decimal:
        return rounded(BOTTOM - self.scale.share(value) * (BOTTOM - TOP))

    def stretches(self, values: Mapping[str, Decimal]) -> tuple[Stretch, ...]:
        """Join the values of years that follow one another; where a year has none, the line is broken."""
        return tuple(
            Stretch(x1=self.x(one), y1=self.y(values[one]), x2=self.x(next_one), y2=self.y(values[next_one]))
            for one, next_one in pairwise(self.years)
            if one in values and next_one in values
        )


def _point(plan: LinePlan, places: _Places, year: str, *, is_labelled: bool) -> Point:
    value, y = plan.values[year], places.y(plan.values[year])
    is_below = year in plan.targets and value < plan.targets[year]
    return Point(
        x=places.x(year),
        y=y,
        text_y=y + (BELOW if is_below else ABOVE),
        text=plan.labels[year] if is_labelled else "",
        provisional=year in plan.provisional,
    )


def _other(plan: LinePlan, places: _Places, year: str) -> Point:
    y = places.y(plan.others[year])
    return Point(x=places.x(year), y=y, text_y=y, text="", provisional=False)


def _step(plan: LinePlan, places: _Places, year: str) -> Step:
    target, y = plan.targets[year], places.y(plan.targets[year])
    is_under = year in plan.values and plan.values[year] >= target
    at = plan.years.index(year)
    is_same = at > 0 and plan.targets.get(plan.years[at - 1]) == target
    return Step(
        x1=places.x(year, Decimal(0)),
        x2=places.x(year, Decimal(1)),
        y=y,
        text_x=places.x(year, STEP_WORDS),
        text_y=y + (UNDER_STEP if is_under else OVER_STEP),
        text="" if is_same else plan.target_labels[year],
    )
