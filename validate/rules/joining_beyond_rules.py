"""No more schools are to join in a year than the plan itself allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.plan_time import calendar_is_sound
from validate.standing.capacity import keeps, limit_in_force
from validate.standing.joiners import years_of_joining

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.growth import GrowthRule
    from validate.rules.scene import Scene
    from validate.standing.joiners import YearOfJoining


def check(scene: Scene) -> Iterator[Problem]:
    """Report years that keep the strictest limit so far, and would not if every school on its way joins."""
    growth = scene.plan.growth
    limit = limit_in_force(growth) if growth and growth.loaded.is_whole("rules") else None
    if limit is None or scene.as_at is None or not calendar_is_sound(scene):
        return
    for year in years_of_joining(scene.plan, scene.as_at, scene.plan.years[-1].ends):
        kept_so_far = keeps(limit, year.growth.joined)
        if kept_so_far and year.expected and not year.keeps(limit):
            yield _problem(limit, year)


def _problem(limit: GrowthRule, year: YearOfJoining) -> Problem:
    names = [school.record.name for school, _ in year.growth.joined] + [
        joiner.school.record.name for joiner in year.expected
    ]
    return Problem(
        code="joining-beyond-rules",
        place=year.expected[-1].place,
        message=f"{len(names)} schools are to have joined in {year.growth.year.id} ({', '.join(names)}), "
        f'which is beyond the plan\'s own limit: "{limit.record.rule}"',
        cure="Move an opening date, or leave it: the pages will say that the limit is to be passed.",
    )
