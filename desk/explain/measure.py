"""How the verdict on a measure came about: its newest figures, the target, the rule and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.amendments import explain_amendments
from desk.sheet import BLANK, Line
from hooks.views.kept import kept
from hooks.views.measure import measure_view
from validate.words import commas, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

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
    view, measure = measure_view(on_day.context, measured), measured.measure
    yield Line(f"{measure.record.title} (measures/{measured.id})")
    if measure.record.about:
        yield Line(sentence(measure.record.about))
    if words := kept(measure, on_day.as_at):
        yield Line(f"{words}.")
    yield BLANK
    yield Line("For the trust")
    if view.now:
        yield from _figure(view.now, on_day.as_at)
    else:
        yield Line("There are figures of schools only." if view.by_school else "No figure has been published.", 1)
    yield from _schools(view.schools.rows if view.schools else ())
    yield from explain_amendments([amendment for promise in view.amended for amendment in promise.amendments])
    yield BLANK
    yield Line("About it")
    for name, value in view.facts:
        yield Line(f"{name}: {sentence(value)}", 1)
    for name, text, _ in view.shows:
        yield Line(f"Shows {name}: {sentence(text)}", 1)
    yield BLANK
    yield Line("The rule")
    yield Line("The newest figure of a year is set beside the target for the same year.", 1)
    yield Line(RULES[measured.measure.record.better], 1)


def _figure(figure: FigureView, as_at: date) -> Iterator[Line]:
    shown, observed = figure.shown, figure.shown.entry.record
    said = commas((shown.text, shown.meaning, "provisional" if observed.status == "provisional" else ""))
    yield Line(f"{shown.when}: {said}. {figure.verdict.word}.", 1)
    yield Line(figure.why, 2)
    yield Line(f"Source: {sentence(observed.source)}", 2)
    if words := kept(shown.entry, as_at, shown.measure):
        yield Line(f"{words}.", 2)


def _schools(rows: Iterable[SchoolRowView]) -> Iterator[Line]:
    judged = [(row.school.record.name, row.now) for row in rows if row.now]
    if not judged:
        return
    yield BLANK
    yield Line("School by school")
    for name, now in judged:
        yield Line(f"{name}, {now.shown.when}: {now.shown.text}. {now.verdict.word}.", 1)
        yield Line(now.why, 2)
