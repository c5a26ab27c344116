"""Goals are due within the plan's time, and actions within their own year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.plan_time import calendar_is_sound
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.pillars import Item
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report goals and actions with a date of their own that their time does not hold."""
    if not calendar_is_sound(scene):
        return
    start, goal_date = scene.plan.years[0].starts, scene.plan.record.goal_date
    for goal in scene.plan.goals:
        yield from _check(goal, "this goal", start, goal_date, "the plan's time")
    for milestone in scene.milestones:
        year = milestone.year
        for action in milestone.actions:
            yield from _check(action, "this action", year.starts, year.ends, year.id)


def _check(item: Item, thing: str, first: date, last: date, time: str) -> Iterator[Problem]:
    if item.record.due is not None and not first <= item.due <= last:
        yield Problem(
            code="due-outside-plan",
            place=item.place("due"),
            message=f"{thing} is due on {in_words(item.due)}, which is outside {time}",
            allowed=f"{in_words(first)} to {in_words(last)}",
            cure="Correct the date, or remove it: without one, the last of these days holds.",
        )
