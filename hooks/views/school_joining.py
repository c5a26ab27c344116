"""A school's joining case on its own page: every stage and task, decision, finding and opening date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.joining_cases import CaseView, case_view
from hooks.views.joining_words import StepView, effort_words, step_view
from hooks.views.kept import kept
from hooks.views.standing import evidence_view
from validate.records.governance import GovernanceRecord
from validate.records.joining import CaseDecisionRecord, ExtraCapacityRecord, FindingRecord, JoiningRecord
from validate.standing.joining import stage_standings
from validate.standing.joining_effort import case_taken, set_aside, stage_taken, taken
from validate.words import day, fte, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hooks.context import SiteContext
    from hooks.views.standing import EvidenceView
    from validate.plan.entry import Entry
    from validate.plan.schools import School
    from validate.records.joining import StepRecord
    from validate.records.report import EvidenceRecord
    from validate.standing.joining import Case, StageStanding, TaskStanding


@dataclass(frozen=True, kw_only=True, slots=True)
class StepEntryView:
    """What was recorded of a stage or task on a day."""

    date: str
    step: StepView
    note: str
    evidence: tuple[EvidenceView, ...]
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseTaskView:
    """One task of the way, for this school."""

    task: str
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

    number: int
    name: str
    when: str
    """The day by which it is to be done, if it comes after joining."""
    step: StepView
    overdue: bool
    dates: str
    """What was recorded of the stage itself, oldest first, where it is no more than days; else empty."""
    log: tuple[StepEntryView, ...]
    """Newest first; empty where it says no more than days."""
    tasks: tuple[CaseTaskView, ...]
    set_aside: str
    taken: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionView:
    """A decision on the case."""

    date: str
    who: str
    decision: str
    conditions: str
    evidence: tuple[EvidenceView, ...]
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingView:
    """What due diligence found. The level of risk is a word, never one of the plan's statuses."""

    date: str
    area: str
    risk: str
    finding: str
    cure: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ExtraView:
    """Central work that the case calls for beyond the phase of growth."""

    words: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolJoiningView:
    """Everything that is known of how a school joins, or joined."""

    case: CaseView
    stages: tuple[CaseStageView, ...]
    has_steps: bool
    """Whether anything at all is recorded of the stages."""
    set_aside: str
    taken: str
    decisions: tuple[DecisionView, ...]
    findings: tuple[FindingView, ...]
    extra: tuple[ExtraView, ...]
    evidence: tuple[EvidenceView, ...]


def school_joining(school: School, context: SiteContext) -> SchoolJoiningView | None:
    """Return the view of a school's case, or nothing where it has none."""
    case, way = school.joining, context.plan.part(JoiningRecord)
    if case is None:
        return None
    standings = stage_standings(school, case, way, context.as_at) if way else ()
    tasks = [task.task.record for standing in standings for task in standing.tasks]
    return SchoolJoiningView(
        case=case_view(school, case, context),
        stages=tuple(_stage(n, standing, case, context) for n, standing in enumerate(standings, start=1)),
        has_steps=bool(case.record.steps),
        set_aside=effort_words(set_aside(tasks).effort),
        taken=effort_words(case_taken(standings)),
        decisions=tuple(_decision(entry, case, context) for entry in case.below(CaseDecisionRecord)),
        findings=tuple(_finding(entry, case, context) for entry in case.below(FindingRecord)),
        extra=tuple(_extras(case, context)),
        evidence=_evidence(case.record.evidence),
    )


def _stage(number: int, standing: StageStanding, case: Case, context: SiteContext) -> CaseStageView:
    record = standing.stage.record
    log = _log(standing.steps, case, context)
    return CaseStageView(
        number=number,
        name=record.name,
        when=f"To be done by {day(standing.due)}" if standing.due else "",
        step=step_view(standing.status),
        overdue=standing.overdue,
        dates="" if log else _dates(standing.steps),
        log=log,
        tasks=tuple(_task(task, case, context) for task in standing.tasks),
        set_aside=effort_words(set_aside(task.task.record for task in standing.tasks).effort),
        taken=effort_words(stage_taken(standing)),
    )


def _task(standing: TaskStanding, case: Case, context: SiteContext) -> CaseTaskView:
    log = _log(standing.steps, case, context)
    return CaseTaskView(
        task=standing.task.record.task,
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
    """Return what was recorded, unless it is no more than days."""
    log = tuple(
        StepEntryView(
            date=day(entry.record.date),
            step=step_view(entry.record.status),
            note=entry.record.note or "",
            evidence=_evidence(entry.record.evidence),
            kept=kept(entry, context.as_at, case),
        )
        for entry in reversed(steps)
    )
    return log if any(entry.note or entry.evidence or entry.kept for entry in log) else ()


def _decision(entry: Entry[CaseDecisionRecord], case: Case, context: SiteContext) -> DecisionView:
    governance = context.plan.part(GovernanceRecord)
    bodies = {body.id: body.name for body in governance.record.bodies} if governance else {}
    return DecisionView(
        date=day(entry.record.date),
        who=bodies.get(entry.record.body or "") or entry.record.by or "",
        decision=entry.record.decision,
        conditions=entry.record.conditions or "",
        evidence=_evidence(entry.record.evidence),
        kept=kept(entry, context.as_at, case),
    )


def _finding(entry: Entry[FindingRecord], case: Case, context: SiteContext) -> FindingView:
    way = context.plan.part(JoiningRecord)
    areas = {area.id: area.name for area in way.record.areas} if way else {}
    return FindingView(
        date=day(entry.record.date),
        area=areas.get(entry.record.area, entry.record.area),
        risk=upper_first(entry.record.risk),
        finding=entry.record.finding,
        cure=entry.record.cure or "",
        kept=kept(entry, context.as_at, case),
    )


def _extras(case: Case, context: SiteContext) -> Iterable[ExtraView]:
    growth = context.plan.growth
    names = {post.id: post.record.name for post in growth.posts} if growth else {}
    for entry in case.below(ExtraCapacityRecord):
        until = f"until {day(entry.record.until)}" if entry.record.until else "with no end date"
        yield ExtraView(
            words=f"{names.get(entry.record.post, entry.record.post)}: {fte(entry.record.fte)} FTE {until}",
            kept=kept(entry, context.as_at, case),
        )


def _evidence(proofs: Iterable[EvidenceRecord]) -> tuple[EvidenceView, ...]:
    return tuple(map(evidence_view, proofs))
