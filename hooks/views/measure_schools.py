"""A measure's figures school by school: a row for each with its years, and the newest as dots on one line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.dot_chart import DotPlan, dot_chart
from hooks.views.measure_figures import FigureView, ObservationView, figure_view, observation_view
from hooks.views.measure_words import amount
from validate.standing.measures import ADD_UP
from validate.words import commas

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from hooks.dot_chart import DotChart
    from validate.plan.schools import School
    from validate.standing.measures import Measured, Series


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolRowView:
    """One school."""

    school: School
    by_year: dict[str, ObservationView]
    """Its figures by year, where there are any."""
    now: FigureView | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolFiguresView:
    """Every school that has figures."""

    years: tuple[str, ...]
    rows: tuple[SchoolRowView, ...]
    without: int
    """How many schools of the trust have no figure."""
    has_terms: bool
    """Whether there are figures of terms that the table leaves out."""
    chart: DotChart | None
    least: str
    most: str
    has_before: bool
    has_targets: bool
    has_provisional: bool


def school_figures(context: SiteContext, measured: Measured) -> SchoolFiguresView | None:
    """Return the view of the schools; nothing where none has a figure."""
    if not measured.schools:
        return None
    measure = measured.measure.record
    years = tuple(sorted({figure.year for series in measured.schools for figure in series.figures}))
    plans = [_dots(context, measured, series) for series in measured.schools]
    drawn = sum(plan.value is not None for plan in plans) > 1
    chart = dot_chart(plans, from_zero=measure.unit in ADD_UP) if drawn else None
    here = {school.id for school in context.plan.schools if school.belongs_on(context.as_at)}
    return SchoolFiguresView(
        years=years,
        rows=tuple(_row(context, measured, series) for series in measured.schools),
        without=len(here - {series.school for series in measured.schools}),
        has_terms=any(len(series.figures) > len(series.by_year) for series in measured.schools),
        chart=chart,
        least=amount(chart.least, measure) if chart else "",
        most=amount(chart.most, measure) if chart else "",
        has_before=any(plan.before is not None for plan in plans),
        has_targets=any(plan.target is not None for plan in plans),
        has_provisional=any(figure.is_provisional for series in measured.schools for figure in series.figures),
    )


def _row(context: SiteContext, measured: Measured, series: Series) -> SchoolRowView:
    return SchoolRowView(
        school=context.progress.schools[series.school],
        by_year={year: observation_view(context, measured, figure.newest) for year, figure in series.by_year.items()},
        now=figure_view(context, measured, series.now) if series.now else None,
    )


def _dots(context: SiteContext, measured: Measured, series: Series) -> DotPlan:
    *earlier, now = series.by_year.values()
    shown = observation_view(context, measured, now.newest)
    judged = now.judgement
    return DotPlan(
        label=context.progress.schools[series.school].record.name,
        text=f"{shown.meaning} ({shown.text})" if shown.meaning else shown.text,
        more=commas((shown.when, "provisional" if now.is_provisional else "")),
        value=judged.value,
        before=next((figure.judgement.value for figure in reversed(earlier)), None),
        target=judged.target.value if judged.target and not judged.unjudged else None,
    )
