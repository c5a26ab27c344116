"""Measures that are off target, for the trust or at some of its schools, and those on which there is no verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept_words
from hooks.views.measure_figures import FigureView, ObservationView, VerdictView, observation_view, verdict_view
from hooks.views.measures import MeasureRowView, MeasuresView, measures_view
from validate.standing.measures import Verdict, measures_of
from validate.words import commas, count

if TYPE_CHECKING:
    from datetime import date

    from hooks.context import SiteContext
    from validate.history.moves_parts import MeasureMove
    from validate.standing.measures import Measured

OFF_TARGET = (Verdict.MISSED, Verdict.NEAR)
"""Verdicts that are off target, the worse first."""

JUDGED = (*OFF_TARGET, Verdict.MET)


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolFiguresView:
    """The schools on whose newest figures there is one verdict, with those figures by name."""

    verdict: VerdictView
    figures: tuple[tuple[str, ObservationView], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OffTargetRowView:
    """A measure that is off target."""

    row: MeasureRowView
    trust: FigureView | None
    """The trust's newest figure, off target or not; nothing where only schools have figures."""
    schools: tuple[SchoolFiguresView, ...]
    """The schools that are off target, the worse first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class VerdictMoveView:
    """A measure on whose newest figure for the trust there is another verdict than before."""

    title: str
    kept: str
    """The words of the tag beside what the public does not see; mostly empty."""
    before: VerdictView
    after: VerdictView


@dataclass(frozen=True, kw_only=True, slots=True)
class OffTargetView:
    """What is off target."""

    brief: str
    all: MeasuresView
    rows: tuple[OffTargetRowView, ...]
    """Those whose trust figure missed its target first, then those near theirs, then those of schools only."""
    moves: tuple[VerdictMoveView, ...]
    """Verdicts that are others than at the beginning of the pack's time."""
    unjudged: tuple[tuple[str, str], ...]
    """Measures on which there is no verdict, as title and reason in a few words."""


def off_target_view(context: SiteContext, moves: tuple[MeasureMove, ...]) -> OffTargetView:
    """Return the measures that are off target, with the verdicts that changed."""
    found = measures_of(context.plan)
    every = measures_view(context, found)
    rows = [_row(context, measured, row) for measured, row in zip(found, every.rows, strict=True)]
    of_trust = [row for verdict in OFF_TARGET for row in rows if row.trust and row.trust.verdict.code == verdict]
    of_schools = [row for row in rows if row.schools and row not in of_trust]
    off = (*of_trust, *of_schools)
    return OffTargetView(
        brief=f"{len(off)} of {count(len(found), 'measure')}" if off else "None is off target",
        all=every,
        rows=off,
        moves=tuple(_move(move, context.as_at) for move in moves if move.school is None),
        unjudged=tuple((one.measure.record.title, _why(one)) for one in found if not _is_judged(one)),
    )


def _row(context: SiteContext, measured: Measured, row: MeasureRowView) -> OffTargetRowView:
    found = (_schools(context, measured, verdict) for verdict in OFF_TARGET)
    return OffTargetRowView(
        row=row, trust=row.line.figure, schools=tuple(schools for schools in found if schools.figures)
    )


def _schools(context: SiteContext, measured: Measured, verdict: Verdict) -> SchoolFiguresView:
    names = {school.id: school.record.name for school in context.plan.schools}
    return SchoolFiguresView(
        verdict=verdict_view(verdict),
        figures=tuple(
            (names[series.school], observation_view(context, measured, series.now.newest))
            for series in measured.schools
            if series.now and series.now.judgement.verdict is verdict
        ),
    )


def _move(move: MeasureMove, as_at: date) -> VerdictMoveView:
    records = [move.measure, *([move.after.newest.record] if move.after else [])]
    tags = (kept_words(for_trustees=one.for_trustees, until=one.publish_after, as_at=as_at) for one in records)
    return VerdictMoveView(
        title=move.measure.title,
        kept=next(filter(None, tags), ""),
        before=verdict_view(move.verdict_before),
        after=verdict_view(move.verdict),
    )


def _verdicts(measured: Measured) -> list[Verdict]:
    """Return the verdicts on the newest figures of the trust and of each school."""
    figures = [series.now for series in (measured.trust, *measured.schools)]
    return [figure.judgement.verdict for figure in figures if figure]


def _is_judged(measured: Measured) -> bool:
    return any(verdict in JUDGED for verdict in _verdicts(measured))


def _why(measured: Measured) -> str:
    words = dict.fromkeys(verdict.word.lower() for verdict in _verdicts(measured))
    return commas(words) or Verdict.NO_FIGURE.word.lower()
