"""No more schools join in a year than the plan itself allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.plan_time import calendar_is_sound
from validate.standing.capacity import keeps, limit_in_force, years_of_growth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.growth import GrowthRule
    from validate.rules.scene import Scene
    from validate.standing.capacity import YearOfGrowth


def check(scene: Scene) -> Iterator[Problem]:
    """Report years in which more schools joined than the strictest of the plan's limits."""
    growth = scene.plan.growth
    limit = limit_in_force(growth) if growth and growth.loaded.is_whole("rules") else None
    if limit is None or not calendar_is_sound(scene):
        return
    for entry in years_of_growth(scene.plan, scene.plan.years[-1].ends):
        if not keeps(limit, entry.joined):
            yield _problem(limit, entry)


def _problem(limit: GrowthRule, entry: YearOfGrowth) -> Problem:
    names = ", ".join(school.record.name for school, _ in entry.joined)
    return Problem(
        code="growth-beyond-rules",
        place=max((membership for _, membership in entry.joined), key=lambda m: m.record.joined).place("joined"),
        message=f"{len(entry.joined)} schools joined in {entry.year.id} ({names}), "
        f'which is beyond the plan\'s own limit: "{limit.record.rule}"',
        cure="If it happened, leave it: the pages will say so. Else correct the date.",
    )
