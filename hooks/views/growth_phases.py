"""The plan's phases of growth: posts by phases with their FTE, totals that add up, and a chart of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import TYPE_CHECKING

from hooks.charts import ROW, Bar, BarPlan, stacked_bars
from validate.standing.capacity import quantified, unquantified
from validate.words import fte, listed, schools

if TYPE_CHECKING:
    from collections.abc import Callable

    from validate.plan.growth import Growth, Phase, Post

INTERNAL, EXTERNAL = "internal", "external"
GROUPS = ((INTERNAL, "The trust's own staff"), (EXTERNAL, "Support from outside"))


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureView:
    """One cell: a figure, or that the post has none, or that the phase does not have the post."""

    phase: Phase
    text: str
    is_absent: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureRowView:
    """A row of the phase table."""

    name: str
    cells: tuple[FigureView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PostGroupView:
    """The trust's own posts, or those from outside, with their total."""

    code: str
    title: str
    rows: tuple[FigureRowView, ...]
    total: FigureRowView


@dataclass(frozen=True, kw_only=True, slots=True)
class FteChartView:
    """The bars of FTE by phase."""

    bars: tuple[Bar, ...]
    height: int
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PhasesView:
    """The table of the plan's phases and its chart."""

    sentence: str
    growth: Growth
    groups: tuple[PostGroupView, ...]
    total: FigureRowView
    per_school: FigureRowView
    chart: FteChartView | None
    """Nothing where the plan gives no figure at all."""


def phases_view(growth: Growth) -> PhasesView:
    """Return the view of the phase table and its chart."""
    return PhasesView(
        sentence=_sentence(growth),
        growth=growth,
        groups=tuple(_group(growth, *group) for group in GROUPS),
        total=_row("All together", growth, lambda phase: _sum(growth, phase)),
        per_school=_row("For each school", growth, lambda phase: _per_school(growth, phase)),
        chart=_chart(growth) if any(all_quantified(growth, phase) for phase in growth.phases) else None,
    )


def all_quantified(growth: Growth, phase: Phase) -> Decimal:
    """Return the sum of all FTE that the plan gives for this phase."""
    return quantified(growth, phase, internal=True) + quantified(growth, phase, internal=False)


def no_figure(number: int) -> str:
    """Say how many posts are named without a figure: and 2 not quantified; nothing where there are none."""
    return f"and {number} not quantified" if number else ""


def _row(name: str, growth: Growth, cell: Callable[[Phase], FigureView]) -> FigureRowView:
    return FigureRowView(name=name, cells=tuple(map(cell, growth.phases)))


def _group(growth: Growth, code: str, title: str) -> PostGroupView:
    posts = [post for post in growth.posts if post.internal is (code == INTERNAL)]
    return PostGroupView(
        code=code,
        title=title,
        rows=tuple(_row(post.record.name, growth, partial(_size, post)) for post in posts),
        total=_row(f"{title}: total", growth, lambda phase: _sum(growth, phase, code)),
    )


def _size(post: Post, phase: Phase) -> FigureView:
    size = post.size(phase)
    if size is None:
        return FigureView(phase=phase, text="", is_absent=True)
    return FigureView(
        phase=phase,
        text=fte(size.record.fte) if size.record.fte is not None else "not quantified",
        note=f"published as “{size.record.as_published}”" if size.record.as_published else "",
    )


def _sum(growth: Growth, phase: Phase, code: str = "") -> FigureView:
    """Return the total of one group, or of both, with the number of posts that it leaves out."""
    codes = [code] if code else [group for group, _ in GROUPS]
    total = sum((quantified(growth, phase, internal=group == INTERNAL) for group in codes), Decimal(0))
    left_out = [post for post in unquantified(growth, phase) if _code(post) in codes]
    return FigureView(phase=phase, text=fte(total), note=no_figure(len(left_out)))


def _code(post: Post) -> str:
    return INTERNAL if post.internal else EXTERNAL


def fte_each(value: Decimal, schools: int) -> str:
    """Return an FTE shared among schools, to two decimal places."""
    return str((value / schools).quantize(Decimal("0.01"), ROUND_HALF_UP))


def _per_school(growth: Growth, phase: Phase) -> FigureView:
    """Return the FTE for each school at the fewest and the most schools of the phase."""
    total = all_quantified(growth, phase)
    numbers = sorted({phase.record.schools_from, phase.record.schools_to or phase.record.schools_from} - {0})
    shares = [fte_each(total, number) for number in numbers]
    if not shares:
        return FigureView(phase=phase, text="no schools")
    if len(shares) == 1:
        note = f"at {schools(numbers[0])}" + (", less with more" if phase.record.schools_to is None else "")
        return FigureView(phase=phase, text=shares[0], note=note)
    text = " to ".join(reversed(shares))
    return FigureView(phase=phase, text=text, note=f"at {listed(map(str, reversed(numbers)))} schools")


def _sentence(growth: Growth) -> str:
    if not growth.posts:
        return "The plan names no posts for its phases."
    first, last = growth.phases[0], growth.phases[-1]
    said = [
        f"{words} from {fte(quantified(growth, first, internal=code == INTERNAL))}"
        f" to {fte(quantified(growth, last, internal=code == INTERNAL))} FTE"
        for code, words in ((INTERNAL, "the trust's own staff go"), (EXTERNAL, "support from outside goes"))
    ]
    return f"From {first.record.name} to {last.record.name}, {listed(said)}."


def _chart(growth: Growth) -> FteChartView:
    plans = [_bar_plan(growth, phase) for phase in growth.phases]
    said = [f"{plan.label}: {plan.parts[0][1]} internal and {plan.parts[1][1]} external" for plan in plans]
    return FteChartView(bars=stacked_bars(plans), height=ROW * len(plans), description=f"{'; '.join(said)}.")


def _bar_plan(growth: Growth, phase: Phase) -> BarPlan:
    sizes = [(code, quantified(growth, phase, internal=code == INTERNAL)) for code, _ in GROUPS]
    return BarPlan(
        label=phase.record.name,
        total=fte(all_quantified(growth, phase)),
        parts=tuple((code, fte(size), size) for code, size in sizes),
    )
