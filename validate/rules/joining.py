"""Joining cases: opening dates, steps and decisions that make sense one after the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.records.joining import (
    CaseDecisionRecord,
    OpeningRecord,
    StateRecord,
    StepRecord,
)
from validate.rules.rule import Found, rule, rule_of
from validate.standing.joining import applies, opening_on, state_on
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.entry import Entry
    from validate.plan.schools import School
    from validate.rules.scene import Scene
    from validate.standing.joining import Case

STOPPED = {
    "paused": "the case was paused",
    "withdrawn": "the case was withdrawn",
    "order-revoked": "the academy order was revoked",
}
"""The states that need a reason, in words."""


@rule_of(StateRecord, "case-reason")
def stopped_without_reason(state: Entry[StateRecord]) -> Iterator[Found]:
    """Report stopped cases without a reason, and revoked orders without who decided."""
    stopped = STOPPED.get(state.record.state)
    if stopped and not state.record.reason:
        found = f"{stopped}, and no reason is given"
        yield Found(state.place("state"), found, "Add a reason: one sentence that a parent would understand.")
    if state.record.state == "order-revoked" and not state.record.decided_by:
        found = f"{stopped}, and it is not said who decided that"
        yield Found(state.place("state"), found, "Add decided_by with the body that decided, never a person.")


@rule("case-reason")
def changed_without_reason(scene: Scene) -> Iterator[Found]:
    """Report changed opening dates without a reason."""
    for openings in scene.lists(OpeningRecord):
        for before, opening in pairwise(openings):
            if opening.record.reason == "first-date" and opening.record.opens != before.record.opens:
                found = "the opening date was changed here, so it is not the first one"
                yield Found(opening.place("reason"), found, "Write why it was changed.")


@rule_of(CaseDecisionRecord, "decision-who")
def decision_who(decision: Entry[CaseDecisionRecord]) -> Iterator[Found]:
    """Report decisions that name neither a body nor anybody else, or both."""
    if bool(decision.record.body) == bool(decision.record.by):
        named = "both body and by" if decision.record.body else "neither body nor by"
        yield Found(
            decision.place("decision"),
            f"this decision names {named}",
            'Write "body" for a body of the trust, or "by" for one outside it; never a person.',
        )


@rule_of(StepRecord, "step-what")
def step_what(step: Entry[StepRecord]) -> Iterator[Found]:
    """Report steps that name neither a stage nor a task, or both."""
    if bool(step.record.stage) == bool(step.record.task):
        named = "both a stage and a task" if step.record.stage else "neither a stage nor a task"
        cure = "Name the stage, or the task, and give the other an entry of its own."
        yield Found(step.place("date"), f"this step names {named}", cure)


@rule("step-order")
def step_back(scene: Scene) -> Iterator[Found]:
    """Report steps back to not started."""
    for steps in scene.lists(StepRecord):
        begun: dict[tuple[str | None, str | None], str] = {}
        for step in steps:
            about, status = (step.record.stage, step.record.task), step.record.status
            if status == "not-started" and about in begun:
                yield Found(
                    step.place("status"),
                    f'"{step.record.task or step.record.stage}" is said not to have started, '
                    f'and an entry above says "{begun[about]}"',
                    "Correct one of the two; for work that is taken up again, write in-progress.",
                )
            elif status in ("in-progress", "completed"):
                begun[about] = status


@rule_of(StepRecord, "task-route")
def task_route(step: Entry[StepRecord]) -> Iterator[Found]:
    """Report steps for tasks that are for other routes."""
    task, case = step.refers("task"), step.parent
    if task and case and not applies(task.record, case.record.route):
        yield Found(
            step.place("task"),
            f'the task "{task.record.id}" is for {", ".join(task.record.routes)}, '
            f"and this school joins by {case.record.route}",
            "Remove the step, correct the route, or add the route to the task in plan/joining.yml.",
        )


@rule_of(OpeningRecord, "opening-first")
def opening_first(opening: Entry[OpeningRecord]) -> Iterator[Found]:
    """Report opening dates in the middle of a month."""
    if opening.record.opens.day != 1:
        found = f"{day(opening.record.opens)} is not the first day of a month"
        yield Found(opening.place("opens"), found, "Write the first day of the month in which the school joins.")


@rule_of(OpeningRecord, "opening-past")
def opening_past(opening: Entry[OpeningRecord]) -> Iterator[Found]:
    """Report provisional opening dates that were set when they had come or passed."""
    opens, set_on = opening.record.opens, opening.record.set_on
    if opens <= set_on and not opening.record.confirmed:
        yield Found(
            opening.place("opens"),
            f"this provisional opening date, {day(opens)}, is not after the day on which it was set, {day(set_on)}",
            'Correct one of the two dates; if the school did open then, add "confirmed: true".',
        )


@rule("opening-same")
def opening_same(scene: Scene) -> Iterator[Found]:
    """Report entries that set the opening date to what it was already."""
    for openings in scene.lists(OpeningRecord):
        for before, opening in pairwise(openings):
            old, new = before.record, opening.record
            if (old.opens, old.confirmed) == (new.opens, new.confirmed):
                state = "confirmed" if new.confirmed else "provisional"
                yield Found(
                    opening.place("opens"),
                    f"{day(new.opens)} was the {state} opening date already, since {day(old.set_on)}",
                    "Correct the date, confirm it, or remove this entry.",
                )


@rule("opening-unconfirmed")
def opening_unconfirmed(scene: Scene) -> Iterator[Found]:
    """Report schools that joined without a confirmed date, on another day, or by their case only."""
    if scene.newest_day is None:
        return
    for school, case in scene.cases:
        joined = [m.record.joined for m in school.membership if m.record.joined <= scene.newest_day]
        if joined:
            yield from _joined(school, case, joined, scene.newest_day)
        elif school.loaded.is_whole("membership") and state_on(case, scene.newest_day) == "completed":
            yield Found(
                case.below(StateRecord)[-1].place("state"),
                f"the case of {school.record.name} is completed, and no membership says when the school joined",
                "Add the membership with the day on which it joined, or correct the state.",
            )


def _joined(school: School, case: Case, joined: list[date], newest: date) -> Iterator[Found]:
    opening = opening_on(case, newest)
    if opening is None or opening.record.opens.day != 1:  # A date that is wrong in itself is reported as that.
        return
    opens = opening.record.opens
    if opens not in joined:
        yield Found(
            opening.place("opens"),
            f"the opening date of {school.record.name} is {day(opens)}, and its membership began on {day(max(joined))}",
            "Correct one of the two dates, or add the opening date that it was changed to.",
        )
    elif not opening.record.confirmed:
        yield Found(
            opening.place("opens"),
            f"{school.record.name} joined on {day(opens)}, and that opening date is still provisional",
            'Add an entry below that confirms it, with "confirmed: true".',
        )
