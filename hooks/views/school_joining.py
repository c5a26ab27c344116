"""A school's joining case on its own page: every stage and task, decision, finding and opening date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.joining_cases import CaseView, case_view
from hooks.views.joining_words import StepView, effort_words, step_view
from hooks.views.kept import kept
from validate.records.joining import JoiningRecord
from validate.standing.joining import stage_standings
from validate.standing.joining_effort import case_taken, set_aside, stage_taken, taken
from validate.words import day

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.plan.schools import School
    from validate.records.joining import StepRecord
    from validate.standing.joining import Case, StageStanding, TaskStanding


@dataclass(frozen=True, kw_only=True, slots=True)
class StepEntryView:
    """What was recorded of a stage or task on a day."""

    entry: Entry[StepRecord]
    step: StepView


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseTaskView:
    """One task of the way, for this school."""

    standing: TaskStanding
    step: StepView
    dates: str
    """What was recorded, oldest first, where it is no more than days; else empty."""
    log: tuple[StepEntryView, ...]
    """Newest first; empty where it says no more than days."""
    set_aside: str
    taken: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseStageView:
    """One stage of the way, for this school."""

    standing: StageStanding
    step: StepView
    dates: str
    """What was recorded of the stage itself, oldest first, where it is no more than days; else empty."""
    log: tuple[StepEntryView, ...]
    """Newest first; empty where it says no more than days."""
    tasks: tuple[CaseTaskView, ...]
    set_aside: str
    taken: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolJoiningView:
    """Everything that is known of how a school joins, or joined."""

    case: CaseView
    stages: tuple[CaseStageView, ...]
    set_aside: str
    taken: str


def school_joining(school: School, context: SiteContext) -> SchoolJoiningView | None:
    """Return the view of a school's case, or nothing where it has none."""
    case, way = school.joining, context.plan.part(JoiningRecord)
    if case is None:
        return None
    standings = stage_standings(school, case, way, context.as_at) if way else ()
    tasks = [task.task.record for standing in standings for task in standing.tasks]
    return SchoolJoiningView(
        case=case_view(school, case, context),
        stages=tuple(_stage(standing, case, context) for standing in standings),
        set_aside=effort_words(set_aside(tasks).effort),
        taken=effort_words(case_taken(standings)),
    )


def _stage(standing: StageStanding, case: Case, context: SiteContext) -> CaseStageView:
    log = _log(standing.steps, case, context)
    return CaseStageView(
        standing=standing,
        step=step_view(standing.status),
        dates="" if log else _dates(standing.steps),
        log=log,
        tasks=tuple(_task(task, case, context) for task in standing.tasks),
        set_aside=effort_words(set_aside(task.task.record for task in standing.tasks).effort),
        taken=effort_words(stage_taken(standing)),
    )


def _task(standing: TaskStanding, case: Case, context: SiteContext) -> CaseTaskView:
    log = _log(standing.steps, case, context)
    return CaseTaskView(
        standing=standing,
        step=step_view(standing.status),
        dates="" if log else _dates(standing.steps),
        log=log,
        set_aside=effort_words(set_aside([standing.task.record]).effort),
        taken=effort_words(taken(standing.steps)),
    )


def _dates(steps: tuple[Entry[StepRecord], ...]) -> str:
    """Return the day of the only entry, or what was recorded on each day."""
    if len(steps) == 1:
        return day(steps[0].record.date)
    return "; ".join(f"{step_view(entry.record.status).word.lower()} {day(entry.record.date)}" for entry in steps)


def _log(steps: tuple[Entry[StepRecord], ...], case: Case, context: SiteContext) -> tuple[StepEntryView, ...]:
    """Return what was recorded, newest first, unless it is no more than days."""
    if not any(step.record.note or step.record.evidence or kept(step, context.as_at, case) for step in steps):
        return ()
    return tuple(StepEntryView(entry=step, step=step_view(step.record.status)) for step in reversed(steps))
