"""Measures that are off target, for the trust or at some of its schools, and those on which there is no verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hooks.views.measure_figures import MeasureLineView, ObservationView, observation_view
from hooks.views.measures import MeasuresView, measures_view
from validate.standing.measures import Verdict, measures_of
from validate.words import commas, count

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.history.moves_parts import MeasureMove
    from validate.plan.schools import School
    from validate.standing.measures import Measured

OFF_TARGET = (Verdict.MISSED, Verdict.NEAR)
"""Verdicts that are off target, the worse first."""

JUDGED = (*OFF_TARGET, Verdict.MET)


SchoolFigures: TypeAlias = "tuple[tuple[School, ObservationView], ...]"
"""Schools with their newest figures."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OffTargetRowView:
    """A measure that is off target."""

    line: MeasureLineView
    schools: tuple[tuple[Verdict, SchoolFigures], ...]
    """The schools that are off target by the verdict on them, the worse first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OffTargetView:
    """What is off target."""

    brief: str
    all: MeasuresView
    rows: tuple[OffTargetRowView, ...]
    """Those whose trust figure missed its target first, then those near theirs, then those of schools only."""
    moves: tuple[MeasureMove, ...]
    """Verdicts on the trust's newest figures that are others than at the beginning of the pack's time."""
    unjudged: tuple[tuple[str, str], ...]
    """Measures on which there is no verdict, as title and reason in a few words."""


def off_target_view(context: SiteContext, moves: tuple[MeasureMove, ...]) -> OffTargetView:
    """Return the measures that are off target, with the verdicts that changed."""
    found = measures_of(context.plan)
    every = measures_view(context, found)
    rows = [_row(context, measured, line) for measured, line in zip(found, every.rows, strict=True)]
    of_trust = [row for verdict in OFF_TARGET for row in rows if row.line.figure and row.line.figure.verdict is verdict]
    of_schools = [row for row in rows if row.schools and row not in of_trust]
    off = (*of_trust, *of_schools)
    return OffTargetView(
        brief=f"{len(off)} of {count(len(found), 'measure')}" if off else "None is off target",
        all=every,
        rows=off,
        moves=tuple(move for move in moves if move.school is None),
        unjudged=tuple((one.measure.record.title, _why(one)) for one in found if not _is_judged(one)),
    )


def _row(context: SiteContext, measured: Measured, line: MeasureLineView) -> OffTargetRowView:
    found = ((verdict, _schools(context, measured, verdict)) for verdict in OFF_TARGET)
    return OffTargetRowView(line=line, schools=tuple((verdict, schools) for verdict, schools in found if schools))


def _schools(context: SiteContext, measured: Measured, verdict: Verdict) -> SchoolFigures:
    return tuple(
        (context.progress.schools[series.school], observation_view(context, measured, series.now.newest))
        for series in measured.schools
        if series.now and series.now.judgement.verdict is verdict
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
