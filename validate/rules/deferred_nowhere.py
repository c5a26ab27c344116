"""Deferred work says to which later year of the plan it moves, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.plan.pillars import Action
from validate.problems import Problem
from validate.rules.plan_time import calendar_is_sound
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.pillars import Item, Update
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report deferred work that moves nowhere, and other work that moves."""
    sound = calendar_is_sound(scene)
    for item, update in scene.reports:
        if update.status is not Status.DEFERRED and update.record.moved_to:
            yield _moved_without_status(update)
        elif update.status is Status.DEFERRED and sound:
            yield from _deferred(scene, item, update)
    for _, update in scene.updates:
        if update.schools and update.record.moved_to:
            yield _moved_without_school(update)


def _moved_without_school(update: Update) -> Problem:
    return Problem(
        code="deferred-nowhere",
        place=update.place("moved_to"),
        message="a year to move to is given for the whole update, which speaks of single schools",
        cure="Write moved_to under each school whose status is deferred.",
    )


def _moved_without_status(update: Update) -> Problem:
    return Problem(
        code="deferred-nowhere",
        place=update.place("moved_to"),
        message=f'a year to move to is given, and the status is "{update.status or "no-change"}"',
        cure='Write "deferred" as the status, or remove moved_to.',
    )


def _deferred(scene: Scene, item: Item, update: Update) -> Iterator[Problem]:
    later = _later_years(scene, item)
    if update.record.moved_to is None:
        found = "this is deferred, and no year is given to which it moves"
    elif update.record.moved_to in (year.id for year in scene.plan.years) and update.record.moved_to not in later:
        found = f"this moves to {update.record.moved_to}, which is not later than it was due"
    else:
        return
    yield Problem(
        code="deferred-nowhere",
        place=update.place("moved_to" if update.record.moved_to else "status"),
        message=found,
        allowed=", ".join(later),
        cure="Write moved_to with a later year of the plan."
        if later
        else 'The plan has no later year: report it as "not-met" or "cancelled" instead.',
    )


def _later_years(scene: Scene, item: Item) -> list[str]:
    if isinstance(item, Action):
        return [year.id for year in scene.plan.years if year.id > item.year]
    return [year.id for year in scene.plan.years if year.ends > item.due]
