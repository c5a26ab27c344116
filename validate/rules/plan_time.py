"""The plan's time, against which other dates are judged where its own years and terms are in order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from validate.rules import years_order

if TYPE_CHECKING:
    from validate.plan.plan import Plan
    from validate.rules.scene import Scene

Window = tuple[date, date]
"""A first and a last day."""


def calendar_is_sound(scene: Scene) -> bool:
    """Tell whether the plan's years and terms can be relied on to judge other dates."""
    loaded = scene.plan.loaded
    return loaded.is_whole("years") and loaded.is_whole("terms") and not any(years_order.check(scene))


def time_of_updates(scene: Scene) -> Window:
    """Return the days that updates may have: from the plan's start to a year after its goal date."""
    return plan_time(scene.plan) if calendar_is_sound(scene) else (date.min, date.max)


def plan_time(plan: Plan) -> Window:
    """Return the days that updates of a plan may have whose years are in order."""
    goal = plan.record.goal_date
    day = min(goal.day, 28) if goal.month == 2 else goal.day
    return plan.years[0].starts, goal.replace(year=goal.year + 1, day=day)


def credible_time(scene: Scene) -> Window:
    """Return the days that updates may have, up to the day of the check; any other date is a slip."""
    first, last = time_of_updates(scene)
    return first, min(last, scene.as_at or last)
