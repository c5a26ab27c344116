"""What stands otherwise than before besides actions and goals: measures, schools, and schools on their way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.records.joining import JoiningRecord
from validate.standing.joining import opening_on, stage_standings, state_on
from validate.standing.measures import Verdict, measures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.history.between import Between
    from validate.plan.schools import School
    from validate.records.joining import CaseState, OpeningRecord, StepStatus
    from validate.records.measures import MeasureRecord
    from validate.standing.joining import Case, StageStanding
    from validate.standing.measures import Figure, Measured, Series
    from validate.standing.progress import Progress

JUDGED = (Verdict.MET, Verdict.NEAR, Verdict.MISSED)
"""The verdicts of figures that are set beside a target."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureMove:
    """A measure whose newest figure has another verdict than before, for the trust or one school."""

    measure: MeasureRecord
    school: School | None
    """The school; nothing for the trust as a whole."""
    before: Figure | None
    after: Figure | None

    @property
    def verdict_before(self) -> Verdict:
        """The verdict that it had."""
        return _verdict(self.before)

    @property
    def verdict(self) -> Verdict:
        """The verdict now."""
        return _verdict(self.after)

    @property
    def is_moved(self) -> bool:
        """Tell whether a figure that was set beside a target came to another verdict, or stopped or began to be so."""
        verdicts = {self.verdict_before, self.verdict}
        return len(verdicts) > 1 and not verdicts.isdisjoint(JUDGED)


@dataclass(frozen=True, kw_only=True, slots=True)
class StageMove:
    """A stage of joining that stands otherwise than before; None where nothing is recorded of it."""

    name: str
    before: StepStatus | None
    after: StepStatus | None


@dataclass(frozen=True, kw_only=True, slots=True)
class JoiningMove:
    """A school on its way, or just in, whose case moved."""

    school: School
    is_new: bool
    """Whether nothing was known of the case before."""
    state_before: CaseState | None
    state: CaseState
    opening_before: OpeningRecord | None
    opening: OpeningRecord | None
    stages: tuple[StageMove, ...]

    @property
    def is_moved(self) -> bool:
        """Tell whether anything of it is otherwise than before."""
        return self.is_new or self.state != self.state_before or self.is_opening_moved or bool(self.stages)

    @property
    def is_opening_moved(self) -> bool:
        """Tell whether the school opens on another day, or that day is no longer, or now, provisional."""
        return _opens(self.opening) != _opens(self.opening_before)


def measure_moves(between: Between) -> Iterator[MeasureMove]:
    """Yield every measure whose verdict changed, for the trust and then for its schools. New measures did not move."""
    known = {measured.id: measured for measured in _measured(between.before)}
    schools = {school.id: school for school in between.after.plan.schools}
    for measured in _measured(between.after):
        if old := known.get(measured.id):
            were = {series.school: series for series in _series(old)}
            for series in _series(measured):
                was = were.get(series.school)
                move = MeasureMove(
                    measure=measured.measure.record,
                    school=schools.get(series.school),
                    before=was.now if was else None,
                    after=series.now,
                )
                if move.is_moved:
                    yield move


def schools_joined(between: Between) -> tuple[School, ...]:
    """Return the schools that are in the trust and were not before."""
    were = _members(between.before)
    return tuple(school for id_, school in _members(between.after).items() if id_ not in were)


def schools_left(between: Between) -> tuple[School, ...]:
    """Return the schools that were in the trust and are not any more."""
    are = _members(between.after)
    return tuple(school for id_, school in _members(between.before).items() if id_ not in are)


def joining_moves(between: Between) -> Iterator[JoiningMove]:
    """Yield every joining case that stands otherwise than before, unless its school has joined meanwhile."""
    joined = {school.id for school in schools_joined(between)}
    known = {school.id: school for school in between.before.plan.schools}
    for school in between.after.plan.schools:
        if school.joining and school.id not in joined:
            move = _joining_move(between, known.get(school.id), school, school.joining)
            if move.is_moved:
                yield move


def _verdict(figure: Figure | None) -> Verdict:
    return figure.judgement.verdict if figure else Verdict.NO_FIGURE


def _measured(progress: Progress) -> tuple[Measured, ...]:
    return measures_of(progress.plan, progress.as_at)


def _series(measured: Measured) -> tuple[Series, ...]:
    return (measured.trust, *measured.schools)


def _members(progress: Progress) -> dict[str, School]:
    return {school.id: school for school in progress.plan.schools_on(progress.as_at)}


def _opens(opening: OpeningRecord | None) -> tuple[object, ...]:
    return (opening.opens, opening.confirmed) if opening else ()


def _joining_move(between: Between, was: School | None, school: School, case: Case) -> JoiningMove:
    case_before = was.joining if was else None
    then, now = between.before.as_at, between.after.as_at
    old, new = (opening_on(case_before, then) if case_before else None), opening_on(case, now)
    return JoiningMove(
        school=school,
        is_new=case_before is None,
        state_before=state_on(case_before, then) if case_before else None,
        state=state_on(case, now),
        opening_before=old.record if old else None,
        opening=new.record if new else None,
        stages=tuple(_stage_moves(_stages(was, between.before), _stages(school, between.after))),
    )


def _stages(school: School | None, progress: Progress) -> tuple[StageStanding, ...]:
    joining = progress.plan.part(JoiningRecord)
    if not (school and school.joining and joining):
        return ()
    return stage_standings(school, school.joining, joining, progress.as_at)


def _stage_moves(before: tuple[StageStanding, ...], after: tuple[StageStanding, ...]) -> Iterator[StageMove]:
    were = {standing.stage.record.id: standing.status for standing in before}
    for standing in after:
        was = were.get(standing.stage.record.id)
        if standing.status != was:
            yield StageMove(name=standing.stage.record.name, before=was, after=standing.status)
