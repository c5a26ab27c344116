"""How far a school has come on its way into the trust: each stage and task, what was recorded, and what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.evidence import explain_proofs
from desk.sheet import BLANK, Line
from hooks.views.kept import kept
from hooks.views.school_joining import school_joining
from validate.records.joining import STAGE_DONE, JoiningRecord
from validate.standing.deadlines.noted import rule_in_words
from validate.standing.joining import stage_standings
from validate.words import day, sentence, upper_first

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
    if words := kept(view.case.case, on_day.as_at, school):
        yield Line(f"{words}.")
    yield from explain_case(view.case)
    for number, stage in enumerate(view.stages):
        if only in (None, number):
            yield BLANK
            yield from _stage(stage, on_day)
    evidence = view.case.case.record.evidence
    if evidence and only is None:
        yield BLANK
        yield from explain_proofs(evidence, on_day.as_at, 0)
    yield BLANK
    yield Line("The rule")
    yield Line(upper_first(rule_in_words(STAGE_DONE)), 1)


def explain_case(view: CaseView) -> Iterator[Line]:
    """Yield where a case stands as a whole: its state, its stage, its opening date and what is late."""
    yield Line(f"Joining: {view.states[0].word.lower()}.")
    if view.stage:
        yield Line(sentence(view.stage))
    for opening in view.openings[:1]:
        record = opening.opening.record
        word = "confirmed" if record.confirmed else "provisional"
        yield Line(f"Opening date: {day(record.opens)} ({word}), set on {day(record.set_on)}. {opening.why}")
    for late in (view.opening_note, *view.overdue):
        if late:
            yield Line(sentence(late))


def _stage(stage: CaseStageView, on_day: PlanOnDay) -> Iterator[Line]:
    standing = stage.standing
    late = ", past its date" if standing.overdue else ""
    dates = f" ({stage.dates})" if stage.dates else ""
    yield Line(f"{standing.stage.record.name}: {stage.step.word.lower()}{dates}{late}")
    if standing.due:
        yield Line(f"To be done by {day(standing.due)}.", 1)
    yield from _log(stage.log, on_day, 1)
    for task in stage.tasks:
        dates = f" ({task.dates})" if task.dates else ""
        yield Line(f"{task.standing.task.record.task}: {task.step.word.lower()}{dates}", 1)
        yield from _log(task.log, on_day, 2)


def _log(log: tuple[StepEntryView, ...], on_day: PlanOnDay, level: int) -> Iterator[Line]:
    for view in log:
        record, words = view.entry.record, kept(view.entry, on_day.as_at, view.entry.parent)
        note = f" {sentence(record.note)}" if record.note else ""
        yield Line(f"{day(record.date)}: {view.step.word.lower()}.{note}{f' {words}.' if words else ''}", level)
        yield from explain_proofs(record.evidence, on_day.as_at, level + 1)
