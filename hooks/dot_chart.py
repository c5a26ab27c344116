"""Where the dots of schools stand on lines of one scale, from the least to the most: in percent across."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hooks.charts import rounded
from hooks.line_chart import scale_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = Decimal(2)
"""Percent that is left free at each end, so that a dot there is seen whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DotPlan:
    """What one row is to show."""

    label: str
    text: str
    """The newest figure, or what is said in its place."""
    more: str
    """What is to be known of it."""
    value: Decimal | None
    before: Decimal | None
    target: Decimal | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DotRow:
    """One row: its words, and where its marks stand."""

    label: str
    text: str
    more: str
    x: Decimal | None
    before_x: Decimal | None
    target_x: Decimal | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DotChart:
    """The rows and the ends of their scale."""

    first_x: Decimal
    last_x: Decimal
    least: Decimal
    most: Decimal
    rows: tuple[DotRow, ...]


def dot_chart(plans: Sequence[DotPlan], *, from_zero: bool) -> DotChart:
    """Return the chart, with every row on one scale."""
    known = [value for plan in plans for value in (plan.value, plan.before, plan.target) if value is not None]
    scale = scale_of(known, from_zero=from_zero)

    def across(value: Decimal | None) -> Decimal | None:
        return None if value is None else rounded(MARGIN + scale.share(value) * (100 - 2 * MARGIN))

    return DotChart(
        first_x=MARGIN,
        last_x=100 - MARGIN,
        least=scale.least,
        most=scale.most,
        rows=tuple(
            DotRow(
                label=plan.label,
                text=plan.text,
                more=plan.more,
                x=across(plan.value),
                before_x=across(plan.before),
                target_x=across(plan.target),
            )
            for plan in plans
        ),
    )
