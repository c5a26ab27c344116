"""Views of figures of measures, with their verdict and what it rests on; used wherever a figure is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import measure_page
from hooks.views.kept import kept
from hooks.views.measure_why import why
from hooks.views.measure_words import meaning, observed_text, target_text, when
from validate.records.measures import TargetRecord
from validate.standing.measures import Verdict, terms_of
from validate.words import count

if TYPE_CHECKING:
    from datetime import date

    from hooks.context import SiteContext
    from validate.standing.measures import Figure, Measured, Observation

MEASURES_PAGE = "measures/index.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class VerdictView:
    """A verdict as a symbol's name and a word, with how often it was given."""

    code: str
    word: str
    count: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class ObservationView:
    """One observation as it was published."""

    when: str
    text: str
    """A number with its unit, or a symbol."""
    meaning: str
    """What the symbol stands for."""
    group: str
    """How many people it is about, if that is known."""
    provisional: bool
    kept: str
    published: date
    source: str
    href: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetView:
    """What a year is to reach."""

    text: str
    year: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureView:
    """The newest observation of one time, with its verdict."""

    shown: ObservationView
    verdict: VerdictView
    why: str
    target: TargetView | None
    """The one of its year, if there is one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureLineView:
    """A measure in one line, with the newest figure of the trust or of one school."""

    title: str
    href: str
    kept: str
    figure: FigureView | None
    target: TargetView | None
    """That of the figure's year; where there is no figure, the last one of all."""
    by_school: tuple[VerdictView, ...]
    """How often each verdict was given to schools, where only they have figures."""


def verdict_view(verdict: Verdict, count: int = 1) -> VerdictView:
    """Return a verdict as templates show it."""
    return VerdictView(code=verdict.value, word=verdict.word, count=count)


def verdict_counts(verdicts: list[Verdict]) -> tuple[VerdictView, ...]:
    """Return how often each verdict was given, in their order, without those never given."""
    return tuple(verdict_view(verdict, verdicts.count(verdict)) for verdict in Verdict if verdict in verdicts)


def observation_view(context: SiteContext, measured: Measured, entry: Observation) -> ObservationView:
    """Return the view of an observation."""
    observed = entry.record
    return ObservationView(
        when=when(observed, terms_of(context.plan)),
        text=observed_text(observed, measured.measure.record),
        meaning=meaning(observed),
        group=count(observed.group_size, "person", "people") if observed.group_size is not None else "",
        provisional=observed.status == "provisional",
        kept=kept(entry, context.as_at, around=measured.measure),
        published=observed.published,
        source=observed.source,
        href=observed.url or "",
    )


def target_view(context: SiteContext, measured: Measured, year: str) -> TargetView | None:
    """Return the view of a year's target, if there is one."""
    targets = measured.measure.below(TargetRecord)
    found = next((target for target in targets if target.record.year == year), None)
    if found is None:
        return None
    return TargetView(
        text=target_text(found.record, measured.measure.record),
        year=year,
        kept=kept(found, context.as_at, around=measured.measure),
    )


def figure_view(context: SiteContext, measured: Measured, figure: Figure) -> FigureView:
    """Return the view of a figure."""
    measure, judgement = measured.measure.record, figure.judgement
    return FigureView(
        shown=observation_view(context, measured, figure.newest),
        verdict=verdict_view(judgement.verdict),
        why=why(judgement, figure.newest.record, measure),
        target=target_view(context, measured, figure.year),
    )


def measure_line(context: SiteContext, measured: Measured) -> MeasureLineView:
    """Return a measure in one line, with the trust's newest figure."""
    now = measured.trust.now
    years = [series.now.year for series in (measured.trust, *measured.schools) if series.now]
    last = max(years or [target.year for target in measured.measure.record.targets], default="")
    judged = [series.now.judgement.verdict for series in measured.schools if series.now]
    return MeasureLineView(
        title=measured.measure.record.title,
        href=measure_page(measured.id),
        kept=kept(measured.measure, context.as_at),
        figure=figure_view(context, measured, now) if now else None,
        target=target_view(context, measured, now.year if now else last),
        by_school=verdict_counts(judged) if measured.by_school else (),
    )
