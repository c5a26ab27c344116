"""No more schools join in a year than the plan itself allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.capacity import keeps, limit_in_force
from validate.problems import Problem
from validate.rules.plan_time import calendar_is_sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.academic import AcademicYear
    from validate.model_growth import GrowthRule
    from validate.model_schools import Membership, School
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report years in which more schools joined than the strictest of the plan's limits."""
    growth = scene.plan.growth
    limit = limit_in_force(growth) if growth and growth.origin.loaded.is_whole("rules") else None
    if limit is None or not calendar_is_sound(scene):
        return
    for year in scene.plan.years:
        joined = _joined(scene, year)
        if not keeps(limit, tuple(school for school, _ in joined), year):
            yield _problem(limit, year, joined)


def _joined(scene: Scene, year: AcademicYear) -> list[tuple[School, Membership]]:
    """Return who joined in the year, in order of date, without those that were there when the plan began."""
    start = scene.plan.years[0].starts
    joined = [(s, m) for s, m in scene.memberships if year.holds(m.joined) and m.joined > start]
    return sorted(joined, key=lambda entry: entry[1].joined)


def _problem(limit: GrowthRule, year: AcademicYear, joined: list[tuple[School, Membership]]) -> Problem:
    names = ", ".join(school.name for school, _ in joined)
    return Problem(
        code="growth-beyond-rules",
        place=joined[-1][1].origin.place("joined"),
        message=f"{len(joined)} schools joined in {year.id} ({names}), "
        f'which is beyond the plan\'s own limit: "{limit.rule}"',
        cure="If it happened, leave it: the pages will say so. Else correct the date.",
    )
