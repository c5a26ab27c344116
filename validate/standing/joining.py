"""Where a school's joining case stands on a day, worked out from what its file and joining.yml say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.days import months_after
from validate.plan.entry import Entry
from validate.records.joining import (
    JoiningCaseRecord,
    OpeningRecord,
    StageRecord,
    StateRecord,
    StepRecord,
    StepStatus,
    TaskRecord,
)
from validate.standing.membership import joined_on

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.schools import School
    from validate.records.joining import (
        CaseState,
        JoiningRecord,
        Route,
    )

Case = Entry[JoiningCaseRecord]

DONE = ("completed", "not-applicable")
"""What is said of a stage or task that asks for nothing more."""
STEPS: dict[StepStatus | None, str] = {
    "not-started": "Not started",
    "in-progress": "In progress",
    "completed": "Done",
    "not-applicable": "Not needed",
    None: "Nothing recorded",
}
"""Where a stage or task stands, in words; or that nothing is recorded of it."""
ENDED = ("withdrawn", "order-revoked")
"""The states of a case that does not end with the school in the trust."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskStanding:
    """Where a task stands. `status` is None where nothing is recorded of it."""

    task: Entry[TaskRecord]
    status: StepStatus | None
    steps: tuple[Entry[StepRecord], ...]
    """What was recorded of it, oldest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StageStanding:
    """Where a stage stands: by its own newest entry, or else by its tasks; None where nothing is recorded."""

    stage: Entry[StageRecord]
    status: StepStatus | None
    steps: tuple[Entry[StepRecord], ...]
    """What was recorded of the stage itself, oldest first."""
    tasks: tuple[TaskStanding, ...]
    """Those that the route calls for."""
    due: date | None
    """The day by which a stage after opening is to be done, where an opening date is known."""
    overdue: bool

    @property
    def is_done(self) -> bool:
        """Tell whether it asks for nothing more."""
        return self.status in DONE


def states_until(case: Case, day: date) -> tuple[Entry[StateRecord], ...]:
    """Return what had been said of the case as a whole by this day, oldest first."""
    found = (entry for entry in case.below(StateRecord) if entry.record.date <= day)
    return tuple(sorted(found, key=lambda entry: entry.record.date))


def state_on(case: Case, day: date) -> CaseState:
    """Return where the case stands as a whole: active, until something else was said."""
    states = states_until(case, day)
    return states[-1].record.state if states else "active"


def openings_until(case: Case, day: date) -> tuple[Entry[OpeningRecord], ...]:
    """Return the opening dates that had been set by this day, oldest first."""
    found = (entry for entry in case.below(OpeningRecord) if entry.record.set_on <= day)
    return tuple(sorted(found, key=lambda entry: entry.record.set_on))


def opening_on(case: Case, day: date) -> Entry[OpeningRecord] | None:
    """Return the opening date that counts on this day: the newest."""
    openings = openings_until(case, day)
    return openings[-1] if openings else None


def steps_until(case: Case, day: date) -> tuple[Entry[StepRecord], ...]:
    """Return what had been recorded of stages and tasks by this day, oldest first."""
    found = (entry for entry in case.below(StepRecord) if entry.record.date <= day)
    return tuple(sorted(found, key=lambda entry: entry.record.date))


def has_joined(school: School, case: Case, day: date) -> bool:
    """Tell whether the school is in the trust, or left it after the day on which this case was to bring it in."""
    left = max((m.record.left for m in school.membership if m.record.left and m.record.left <= day), default=None)
    opening = opening_on(case, day)
    return school.belongs_on(day) or (left is not None and (opening is None or opening.record.opens <= left))


def applies(task: TaskRecord, route: Route) -> bool:
    """Tell whether schools that join by this route have this task."""
    return not task.routes or route in task.routes


def can_be_late(school: School, case: Case, day: date) -> bool:
    """Tell whether stages of this case can be past their day: the school has joined, and its steps are recorded."""
    return joined_on(school, day) is not None and bool(steps_until(case, day)) and state_on(case, day) not in ENDED


def stage_standings(school: School, case: Case, joining: Entry[JoiningRecord], day: date) -> tuple[StageStanding, ...]:
    """Return where each stage on the way stands for this school on a day, in the plan's order.

    A stage after opening is overdue only for a school that has joined and whose steps are recorded at all.
    """
    steps, joined, opening = steps_until(case, day), joined_on(school, day), opening_on(case, day)
    opens = joined or (opening.record.opens if opening else None)
    late_if_passed = can_be_late(school, case, day)
    found = []
    for stage in joining.below(StageRecord):
        months = stage.record.months_after_opening
        due = None if opens is None or months is None else months_after(opens, months)
        is_late = late_if_passed and due is not None and due < day
        found.append(_stage(stage, case.record.route, steps, due, is_late=is_late))
    return tuple(found)


def _stage(
    stage: Entry[StageRecord],
    route: Route,
    steps: tuple[Entry[StepRecord], ...],
    due: date | None,
    *,
    is_late: bool,
) -> StageStanding:
    tasks = tuple(_task(task, steps) for task in stage.below(TaskRecord) if applies(task.record, route))
    own = tuple(step for step in steps if step.record.stage == stage.record.id)
    status = own[-1].record.status if own else _by_tasks(tasks)
    overdue = is_late and status not in DONE
    return StageStanding(stage=stage, status=status, steps=own, tasks=tasks, due=due, overdue=overdue)


def _task(task: Entry[TaskRecord], steps: tuple[Entry[StepRecord], ...]) -> TaskStanding:
    own = tuple(step for step in steps if step.record.task == task.record.id)
    return TaskStanding(task=task, status=own[-1].record.status if own else None, steps=own)


def _by_tasks(tasks: tuple[TaskStanding, ...]) -> StepStatus | None:
    """Return what the tasks say of their stage: completed if all are done, and begun if any is."""
    said = {task.status for task in tasks}
    if said <= {None}:
        return None
    if said <= set(DONE):
        return "completed" if "completed" in said else "not-applicable"
    return "not-started" if said <= {None, "not-started", "not-applicable"} else "in-progress"


def stages_now(standings: tuple[StageStanding, ...]) -> tuple[StageStanding, ...]:
    """Return the stages that are in progress, or else the first that is not done."""
    open_ones = [standing for standing in standings if not standing.is_done]
    return tuple(standing for standing in open_ones if standing.status == "in-progress") or tuple(open_ones[:1])
