"""Views of figures of measures, with their verdict and what it rests on; used wherever a figure is shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hooks.views.measure_links import Shown, shown_by
from hooks.views.measure_why import why
from hooks.views.measure_words import BETTER, meaning, observed_text, target_text, when
from validate.records.measures import TargetRecord
from validate.standing.measures import Verdict, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.records.measures import MeasureRecord
    from validate.standing.measures import Figure, Measured, Observation

MEASURES_PAGE = "measures/index.md"

VerdictCounts: TypeAlias = tuple[tuple[Verdict, int], ...]
"""How often each verdict was given, in their order, without those never given."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ObservationView:
    """One observation as it is shown."""

    entry: Observation
    measure: Entry[MeasureRecord]
    when: str
    text: str
    """A number with its unit, or a symbol."""
    meaning: str
    """What the symbol stands for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetView:
    """What a year is to reach."""

    entry: Entry[TargetRecord]
    measure: Entry[MeasureRecord]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureView:
    """The newest observation of one time, with its verdict."""

    shown: ObservationView
    verdict: Verdict
    why: str
    target: TargetView | None
    """The one of its year, if there is one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureLineView:
    """A measure in one line, with the newest figure of the trust."""

    measure: Entry[MeasureRecord]
    figure: FigureView | None
    target: TargetView | None
    """That of the figure's year; where there is no figure, the last one of all."""
    by_school: VerdictCounts
    """The verdicts on schools, where only they have figures."""
    better: str
    shows: tuple[Shown, ...]


def verdict_counts(verdicts: Iterable[Verdict]) -> VerdictCounts:
    """Return how often each verdict was given."""
    counts = Counter(verdicts)
    return tuple((verdict, counts[verdict]) for verdict in Verdict if counts[verdict])


def school_verdicts(measured: Measured) -> VerdictCounts:
    """Return the verdicts on the newest figures of schools, where only they have figures."""
    if not measured.by_school:
        return ()
    return verdict_counts(series.now.judgement.verdict for series in measured.schools if series.now)


def observation_view(context: SiteContext, measured: Measured, entry: Observation) -> ObservationView:
    """Return the view of an observation."""
    return ObservationView(
        entry=entry,
        measure=measured.measure,
        when=when(entry.record, terms_of(context.plan)),
        text=observed_text(entry.record, measured.measure.record),
        meaning=meaning(entry.record),
    )


def target_view(measured: Measured, year: str) -> TargetView | None:
    """Return the view of a year's target, if there is one."""
    found = next((entry for entry in measured.measure.below(TargetRecord) if entry.record.year == year), None)
    if found is None:
        return None
    return TargetView(entry=found, measure=measured.measure, text=target_text(found.record, measured.measure.record))


def figure_view(context: SiteContext, measured: Measured, figure: Figure) -> FigureView:
    """Return the view of a figure."""
    judgement = figure.judgement
    return FigureView(
        shown=observation_view(context, measured, figure.newest),
        verdict=judgement.verdict,
        why=why(judgement, figure.newest.record, measured.measure.record),
        target=target_view(measured, figure.year),
    )


def measure_line(context: SiteContext, measured: Measured) -> MeasureLineView:
    """Return a measure in one line, with the trust's newest figure."""
    measure, now = measured.measure.record, measured.trust.now
    years = [series.now.year for series in (measured.trust, *measured.schools) if series.now]
    last = max(years or [target.year for target in measure.targets], default="")
    return MeasureLineView(
        measure=measured.measure,
        figure=figure_view(context, measured, now) if now else None,
        target=target_view(measured, now.year if now else last),
        by_school=school_verdicts(measured),
        better=BETTER[measure.better],
        shows=shown_by(context.plan, measure),
    )
