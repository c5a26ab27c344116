"""One measure's page: what it is, where it stands, its figures over the years and school by school."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.amendments import AmendedView, amended_below
from hooks.views.measure_figures import (
    FigureView,
    ObservationView,
    VerdictCounts,
    figure_view,
    observation_view,
    school_verdicts,
)
from hooks.views.measure_links import Shown, shown_by
from hooks.views.measure_schools import SchoolFiguresView, school_figures
from hooks.views.measure_words import BETTER, NOT_PUBLISHED, PER, UNITS, baseline_text, distance
from hooks.views.measure_years import YearsView, years_view
from validate.words import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.records.measures import MeasureRecord
    from validate.standing.measures import Measured


@dataclass(frozen=True, kw_only=True, slots=True)
class ReplacedView:
    """A figure that a newer one replaced."""

    whose: str
    figure: ObservationView
    now: str
    """The figure that replaced it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureView:
    """A measure in full."""

    measure: Entry[MeasureRecord]
    now: FigureView | None
    """The trust's newest figure."""
    by_school: VerdictCounts
    """The verdicts on schools, where only they have figures."""
    facts: tuple[tuple[str, str], ...]
    shows: tuple[Shown, ...]
    years: YearsView | None
    schools: SchoolFiguresView | None
    replaced: tuple[ReplacedView, ...]
    amended: tuple[AmendedView, ...]
    """How it, or a target of it, was changed."""


def measure_view(context: SiteContext, measured: Measured) -> MeasureView:
    """Return the view of a measure."""
    now = measured.trust.now
    return MeasureView(
        measure=measured.measure,
        now=figure_view(context, measured, now) if now else None,
        by_school=school_verdicts(measured),
        facts=tuple(_facts(context, measured)),
        shows=shown_by(context.plan, measured.measure.record),
        years=years_view(context, measured),
        schools=school_figures(context, measured),
        replaced=tuple(_replaced(context, measured)),
        amended=amended_below(context.plan, f"measures/{measured.id}", context.as_at),
    )


def _facts(context: SiteContext, measured: Measured) -> Iterator[tuple[str, str]]:
    measure, roles = measured.measure.record, context.plan.roles
    baseline = measure.baseline
    start = baseline_text(baseline, measure)
    yield "Unit", UNITS[measure.unit]
    yield "What is good", BETTER[measure.better]
    yield "Figures", PER[measure.per]
    yield "Who answers for it", roles[measure.owner].record.name if measure.owner else "No role is named"
    yield "Where figures come from", measure.source or "Not said in general; each figure names its source"
    yield "At the beginning", upper_first(f"{start}. {baseline.note}" if baseline and baseline.note else start)
    yield "Tolerance", distance(measure.tolerance, measure) if measure.tolerance else "None"
    if measure.comparator:
        yield "Set beside", measure.comparator.name + ("" if measure.comparator.values else f" ({NOT_PUBLISHED})")


def _replaced(context: SiteContext, measured: Measured) -> Iterator[ReplacedView]:
    schools = context.progress.schools
    for series in (measured.trust, *measured.schools):
        for figure in series.figures:
            for entry in figure.replaced:
                yield ReplacedView(
                    whose=schools[series.school].record.name if series.school in schools else "The trust",
                    figure=observation_view(context, measured, entry),
                    now=observation_view(context, measured, figure.newest).text,
                )
