"""Work whose date has passed is no longer on track or not started."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.plan_time import calendar_is_sound, credible_time
from validate.standing.progress import due_on
from validate.status import Status
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.pillars import Item, Update
    from validate.plan.plan import Plan
    from validate.problems import Place
    from validate.rules.scene import Scene
    from validate.standing.school_logs import Log

BEFORE_ITS_DATE = (Status.NOT_STARTED, Status.ON_TRACK)
"""Statuses that can only be true while there is still time."""


def check(scene: Scene) -> Iterator[Problem]:
    """Report statuses that the calendar has overtaken."""
    if not calendar_is_sound(scene):
        return
    first, last = credible_time(scene)
    found: dict[Place, Problem] = {}
    for item, log in scene.logs:
        for problem in _in_log(scene, item, log, first, last):
            found.setdefault(problem.place, problem)
    yield from found.values()


def _in_log(scene: Scene, item: Item, log: Log, first: date, last: date) -> Iterator[Problem]:
    for update in log:
        if update.status in BEFORE_ITS_DATE and first <= update.record.date <= last:
            due = due_on(scene.plan, item, log, update.record.date)
            if due < update.record.date:
                yield _problem(due, update, update.record.date)
    if scene.as_at is not None and all(first <= update.record.date <= last for update in log):
        yield from _overtaken(scene.plan, item, log, scene.as_at)


def _overtaken(plan: Plan, item: Item, log: Log, as_at: date) -> Iterator[Problem]:
    """Report a status that was true when it was given, and stands although the item's date has passed."""
    decided = next((update for update in reversed(log) if update.status), None)
    due = due_on(plan, item, log, as_at)
    if decided and decided.status in BEFORE_ITS_DATE and decided.record.date <= due < as_at:
        yield _problem(due, decided, as_at)


def _problem(due: date, update: Update, day: date) -> Problem:
    return Problem(
        code="impossible-status",
        place=update.place("status"),
        message=f'"{update.status}" cannot be true on {in_words(day)}, as this was due on {in_words(due)}',
        cure="Add an update that says how it ended, or that it is at-risk or off-track.",
    )
