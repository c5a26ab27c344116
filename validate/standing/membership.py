"""Who was in the trust before the plan, and who joined and left it since: the one answer for rules and pages.

A school joined in the academic year that holds the day on which it did, be it the first day or the last. It was there
before the plan if it joined earlier than on the plan's first day.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.plan.plan import Plan
    from validate.plan.schools import Membership, School

Member = tuple["School", "Membership"]
"""A school with a time that it spent in the trust."""


def members(plan: Plan) -> Iterator[Member]:
    """Yield every time that a school spent in the trust."""
    return ((school, membership) for school in plan.schools for membership in school.membership)


def joined_within(plan: Plan, first: date, last: date) -> tuple[Member, ...]:
    """Return who joined from the first day to the last.

    A school that did so twice stands there twice, so that those who joined and those who left add up.
    """
    return tuple((school, time) for school, time in members(plan) if first <= time.record.joined <= last)


def left_within(plan: Plan, first: date, last: date) -> tuple[Member, ...]:
    """Return who left from the first day to the last."""
    return tuple(
        (school, time) for school, time in members(plan) if time.record.left and first <= time.record.left <= last
    )


def each_school(found: Iterable[Member]) -> tuple[School, ...]:
    """Return the schools, each once."""
    return tuple({school.id: school for school, _ in found}.values())


def eve_of(plan: Plan) -> date:
    """Return the last day before the plan; who had joined by then was there before it."""
    return plan.years[0].starts - timedelta(days=1)


def joined_on(school: School, day: date) -> date | None:
    """Return the day on which the school last joined, if it had by this day."""
    return max((m.record.joined for m in school.membership if m.record.joined <= day), default=None)
