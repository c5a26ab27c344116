"""How far a school has come on its way into the trust: each stage and task, what was recorded, and what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.evidence import explain_proofs
from desk.sheet import BLANK, Line
from hooks.views.school_joining import school_joining
from validate.records.joining import STAGE_DONE, JoiningRecord
from validate.standing.deadlines.noted import rule_in_words
from validate.standing.joining import stage_standings
from validate.words import sentence, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.plan_on_day import PlanOnDay
    from hooks.views.joining_cases import CaseView
    from hooks.views.school_joining import CaseStageView, StepEntryView
    from validate.plan.schools import School


def stages_of(school: School, on_day: PlanOnDay) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the place of each stage of a school's way, with the ids by which it is known: its own and its tasks'."""
    way, case = on_day.plan.part(JoiningRecord), school.joining
    if way and case:
        for number, standing in enumerate(stage_standings(school, case, way, on_day.as_at)):
            yield number, (standing.stage.record.id, *(task.task.record.id for task in standing.tasks))


def explain_joining(school: School, on_day: PlanOnDay, only: int | None = None) -> Iterator[Line]:
    """Yield how far a school has come on its way, or how far one stage of it has."""
    view = school_joining(school, on_day.context)
    if view is None:
        return
    yield Line(f"How {school.record.name} joins (joining/{school.id})")
    if view.case.kept:
        yield Line(f"{view.case.kept}.")
    yield from explain_case(view.case)
    for number, stage in enumerate(view.stages):
        if only in (None, number):
            yield BLANK
            yield from _stage(stage)
    if view.evidence and only is None:
        yield BLANK
        yield from explain_proofs(view.evidence, 0)
    yield BLANK
    yield Line("The rule")
    yield Line(upper_first(rule_in_words(STAGE_DONE)), 1)


def explain_case(view: CaseView) -> Iterator[Line]:
    """Yield where a case stands as a whole: its state, its stage, its opening date and what is late."""
    yield Line(f"Joining: {view.states[0].word.lower()}.")
    if view.stage:
        yield Line(sentence(view.stage))
    for opening in view.openings[:1]:
        yield Line(f"Opening date: {opening.opens} ({opening.word}), set on {opening.set_on}. {opening.why}")
    for late in (view.opening_note, *view.overdue):
        if late:
            yield Line(sentence(late))


def _stage(stage: CaseStageView) -> Iterator[Line]:
    late = ", past its date" if stage.overdue else ""
    dates = f" ({stage.dates})" if stage.dates else ""
    yield Line(f"{stage.name}: {stage.step.word.lower()}{dates}{late}")
    if stage.when:
        yield Line(sentence(stage.when), 1)
    yield from _log(stage.log, 1)
    for task in stage.tasks:
        yield Line(f"{task.task}: {task.step.word.lower()}{f' ({task.dates})' if task.dates else ''}", 1)
        yield from _log(task.log, 2)


def _log(log: tuple[StepEntryView, ...], level: int) -> Iterator[Line]:
    for entry in log:
        note = f" {sentence(entry.note)}" if entry.note else ""
        yield Line(f"{entry.date}: {entry.step.word.lower()}.{note}{f' {entry.kept}.' if entry.kept else ''}", level)
        yield from explain_proofs(entry.evidence, level + 1)
