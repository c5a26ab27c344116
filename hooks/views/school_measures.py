"""A school's own figures of the trust's measures, on its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.measure_figures import FigureView, ObservationView, figure_view, observation_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.plan.schools import School
    from validate.records.measures import MeasureRecord
    from validate.standing.measures import Measured


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolMeasureView:
    """The school's newest figure of one measure, and those of the years before."""

    measure: Entry[MeasureRecord]
    now: FigureView
    before: tuple[ObservationView, ...]
    """Newest first."""


def school_measures(
    context: SiteContext, measured: tuple[Measured, ...], school: School
) -> tuple[SchoolMeasureView, ...] | None:
    """Return a school's figures; nothing where the plan has no measure of schools."""
    if not any(one.measure.record.per == "school" for one in measured):
        return None
    return tuple(_rows(context, measured, school))


def _rows(context: SiteContext, measured: tuple[Measured, ...], school: School) -> Iterator[SchoolMeasureView]:
    for one in measured:
        series = next((series for series in one.schools if series.school == school.id), None)
        if series is None:
            continue
        *earlier, now = series.by_year.values()
        yield SchoolMeasureView(
            measure=one.measure,
            now=figure_view(context, one, now),
            before=tuple(observation_view(context, one, figure.newest) for figure in reversed(earlier)),
        )
