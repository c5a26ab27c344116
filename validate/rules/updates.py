"""Updates: what each must say, by when, and what cannot be true of a status."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.plan.pillars import Action
from validate.records.pillar import ActionRecord
from validate.records.report import UpdateRecord
from validate.rules.rule import Found, rule, rule_of
from validate.rules.years import calendar_is_sound, time_of_updates
from validate.standing.progress import due_on
from validate.status import ReportedStatus, Status
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.entry import Entry
    from validate.plan.pillars import Item, Update
    from validate.problems import Place
    from validate.rules.scene import Scene
    from validate.standing.school_logs import Log

BEFORE_ITS_DATE = (Status.NOT_STARTED, Status.ON_TRACK)
"""Statuses that can only be true while there is still time."""

GIVES_ITS_REASON = (Status.DEFERRED, Status.CANCELLED)
"""Statuses that always need a reason."""


@rule_of(UpdateRecord, "missing-status")
def missing_status(update: Entry[UpdateRecord]) -> Iterator[Found]:
    """Report updates with neither a status nor anything about single schools."""
    if update.record.status is not None or update.record.schools:
        return
    about = update.parent.record if update.parent else None
    if isinstance(about, ActionRecord) and about.schools:
        cure = (
            'Say under "schools" where each school stands; or add "status: no-change", if there is only a note or '
            "a proof for all of them."
        )
    else:
        cure = (
            'Add a line such as "status: on-track", with where it stands from that day. '
            '"no-change" adds a note or proof and leaves the status as it was.'
        )
    yield Found(update.place(), '"status" is missing from this update', cure, allowed=", ".join(ReportedStatus))


@rule("update-outside-plan")
def update_outside_plan(scene: Scene) -> Iterator[Found]:
    """Report updates from before the plan began or from long after it ended."""
    first, last = time_of_updates(scene)
    for update in scene.every(UpdateRecord):
        if not first <= update.record.date <= last:
            yield Found(
                update.place("date"),
                f"{day(update.record.date)} lies outside the plan's time",
                "Check the year of the date.",
                allowed=f"{day(first)} to {day(last)}, a year after the goal date",
            )


@rule("no-reason")
def no_reason(scene: Scene) -> Iterator[Found]:
    """Report deferred and cancelled work without a reason."""
    for _, update in scene.reports:
        if update.status in GIVES_ITS_REASON and not update.record.reason:
            yield Found(
                update.place("status"),
                f'this is reported as "{update.status}", and no reason is given',
                "Add a reason: one sentence that a parent would understand.",
            )


@rule("update-after-final")
def update_after_final(scene: Scene) -> Iterator[Found]:
    """Report updates that follow a final status without saying why, where no other rule asks for a reason."""
    told = set()
    for _, log in scene.logs:
        for before, update in pairwise(update for update in log if update.status):
            ended = before.status is not None and before.status.is_final
            place = update.place("status")
            if ended and not update.record.reason and update.status not in GIVES_ITS_REASON and place not in told:
                told.add(place)
                yield Found(
                    place,
                    f'"{update.status}" follows "{before.status}", which was final, without a reason',
                    'Add a reason that says why it was opened again; for more proof or a note, write "no-change".',
                )


@rule("deferred-nowhere")
def deferred_nowhere(scene: Scene) -> Iterator[Found]:
    """Report deferred work that moves nowhere, and other work that moves."""
    sound = calendar_is_sound(scene)
    for item, update in scene.reports:
        if update.status is Status.DEFERRED:
            yield from _deferred(scene, item, update) if sound else ()
        elif update.record.moved_to:
            yield Found(
                update.place("moved_to"),
                f'a year to move to is given, and the status is "{update.status or "no-change"}"',
                'Write "deferred" as the status, or remove moved_to.',
            )
    for _, update in scene.updates:
        if update.schools and update.record.moved_to:
            yield Found(
                update.place("moved_to"),
                "a year to move to is given for the whole update, which speaks of single schools",
                "Write moved_to under each school whose status is deferred.",
            )


def _deferred(scene: Scene, item: Item, update: Update) -> Iterator[Found]:
    later = _later_years(scene, item)
    if update.record.moved_to is None:
        found = "this is deferred, and no year is given to which it moves"
    elif update.record.moved_to in (year.id for year in scene.plan.years) and update.record.moved_to not in later:
        found = f"this moves to {update.record.moved_to}, which is not later than it was due"
    else:
        return
    yield Found(
        update.place("moved_to" if update.record.moved_to else "status"),
        found,
        "Write moved_to with a later year of the plan."
        if later
        else 'The plan has no later year: report it as "not-met" or "cancelled" instead.',
        allowed=", ".join(later),
    )


def _later_years(scene: Scene, item: Item) -> list[str]:
    if isinstance(item, Action):
        return [year.id for year in scene.plan.years if year.id > item.year]
    return [year.id for year in scene.plan.years if year.ends > item.due]


@rule("impossible-status")
def impossible_status(scene: Scene) -> Iterator[Found]:
    """Report statuses that the calendar has overtaken."""
    if not calendar_is_sound(scene):
        return
    told: set[Place] = set()
    for item, log in scene.logs:
        for due, update, passed in _overtaken(scene, item, log):
            place = update.place("status")
            if place not in told:
                told.add(place)
                yield Found(
                    place,
                    f'"{update.status}" cannot be true on {day(passed)}, as this was due on {day(due)}',
                    "Add an update that says how it ended, or that it is at-risk or off-track.",
                )


def _overtaken(scene: Scene, item: Item, log: Log) -> Iterator[tuple[date, Update, date]]:
    """Yield when the item was due, the update that says otherwise, and the day on which that cannot be true."""
    first, last = time_of_updates(scene)
    last = min(last, scene.as_at or last)
    for update in log:
        if update.status in BEFORE_ITS_DATE and first <= update.record.date <= last:
            due = due_on(scene.plan, item, log, update.record.date)
            if due < update.record.date:
                yield due, update, update.record.date
    decided = next((update for update in reversed(log) if update.status), None)
    if decided and scene.as_at and all(first <= update.record.date <= last for update in log):
        due = due_on(scene.plan, item, log, scene.as_at)
        if decided.status in BEFORE_ITS_DATE and decided.record.date <= due < scene.as_at:
            yield due, decided, scene.as_at
