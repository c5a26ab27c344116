"""How the verdict on a measure came about: its newest figures, the target, the rule and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.amendments import explain_amendments
from desk.sheet import BLANK, Line
from hooks.views.measure import measure_view
from validate.words import commas, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desk.plan_on_day import PlanOnDay
    from hooks.views.measure_figures import FigureView
    from hooks.views.measure_schools import SchoolRowView
    from validate.standing.measures import Measured

RULES = {
    "higher": "The target is met if the figure is the target or higher. "
    "Lower by no more than the tolerance is near it, and lower than that has missed it.",
    "lower": "The target is met if the figure is the target or lower. "
    "Higher by no more than the tolerance is near it, and higher than that has missed it.",
    "near-target": "The target is met if the figure is no further from it than the tolerance. "
    "Up to twice the tolerance is near it, and further than that has missed it.",
}
"""The published rule for each direction that may be good."""


def explain_measure(measured: Measured, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield how the verdict on a measure came about."""
    view = measure_view(on_day.context, measured)
    yield Line(f"{view.title} (measures/{measured.id})")
    if view.about:
        yield Line(sentence(view.about))
    if view.kept:
        yield Line(f"{view.kept}.")
    yield BLANK
    yield Line("For the trust")
    if view.now:
        yield from _figure(view.now)
    else:
        yield Line("There are figures of schools only." if view.by_school else "No figure has been published.", 1)
    yield from _schools(view.schools.rows if view.schools else ())
    yield from explain_amendments([amendment for promise in view.amended for amendment in promise.amendments])
    yield BLANK
    yield Line("About it")
    for name, value in view.facts:
        yield Line(f"{name}: {sentence(value)}", 1)
    for shown in view.shows:
        yield Line(f"Shows {shown.id}: {sentence(shown.text)}", 1)
    yield BLANK
    yield Line("The rule")
    yield Line("The newest figure of a year is set beside the target for the same year.", 1)
    yield Line(RULES[measured.measure.record.better], 1)


def _figure(figure: FigureView) -> Iterator[Line]:
    shown = figure.shown
    said = commas((shown.text, shown.meaning, "provisional" if shown.provisional else ""))
    yield Line(f"{shown.when}: {said}. {figure.verdict.word}.", 1)
    yield Line(figure.why, 2)
    yield Line(f"Source: {sentence(shown.source)}", 2)
    if shown.kept:
        yield Line(f"{shown.kept}.", 2)


def _schools(rows: Iterable[SchoolRowView]) -> Iterator[Line]:
    judged = [(row.name, row.now) for row in rows if row.now]
    if not judged:
        return
    yield BLANK
    yield Line("School by school")
    for name, now in judged:
        yield Line(f"{name}, {now.shown.when}: {now.shown.text}. {now.verdict.word}.", 1)
        yield Line(now.why, 2)
