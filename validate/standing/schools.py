"""Actions that are tracked school by school: at which schools on a day, and what that makes of the action.

The rules, as published on the site:
- An action tracked at every school is tracked at those that were in the trust at the end of its year, or on the
  day itself where the year has not ended. One that names its schools is tracked at those.
- Its status is that of the group of its schools.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from validate.status import Status

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.pillars import Action
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.standing.standing import Standing


def schools_tracked(plan: Plan, action: Action, day: date) -> tuple[School, ...]:
    """Return the schools at which the action is tracked on a day."""
    if action.every_school:
        end = next((year.ends for year in plan.years if year.id == action.year), day)
        return plan.schools_on(min(day, end))
    return tuple(school for school in plan.schools if school.id in action.schools)


def rolled_up(whole: Standing, schools: tuple[Standing, ...], status: Status) -> Standing:
    """Return where an action stands that is tracked at these schools, with the status of their group.

    It is due when the first of them is that is not done with; it is past its date or stale if any of them is.
    """
    left = [school.due for school in schools if school.is_open or school.status is Status.DEFERRED]
    return replace(
        whole,
        schools=schools,
        due=min(left, default=whole.item.due),
        status=status,
        decided_by=None,
        overdue=any(school.overdue for school in schools),
        stale=any(school.stale for school in schools),
    )
