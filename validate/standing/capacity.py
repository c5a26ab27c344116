"""Growth against the plan: which phases a number of schools fits, what they need, and the limits kept or not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from validate.standing.membership import joined_within, left_within

if TYPE_CHECKING:
    from datetime import date

    from validate.academic import AcademicYear
    from validate.plan.growth import Growth, GrowthRule, Phase, Post
    from validate.plan.plan import Plan
    from validate.standing.membership import Member


@dataclass(frozen=True, kw_only=True, slots=True)
class YearOfGrowth:
    """One academic year: who joined, how many schools there were at its end, and which phases that fits."""

    year: AcademicYear
    is_known: bool
    """False where the year had not begun on the day the pages are worked out for."""
    joined: tuple[Member, ...]
    left: tuple[Member, ...]
    schools: int
    phases: tuple[Phase, ...]


def quantified(growth: Growth, phase: Phase, *, internal: bool) -> Decimal:
    """Return the sum of the FTE that the plan gives for this phase."""
    sizes = (post.size(phase) for post in growth.posts if post.internal is internal)
    return sum((size.record.fte for size in sizes if size and size.record.fte is not None), Decimal(0))


def unquantified(growth: Growth, phase: Phase) -> tuple[Post, ...]:
    """Return the posts that the phase names without a figure."""
    return tuple(post for post in growth.posts if (size := post.size(phase)) and size.record.fte is None)


def limit_in_force(growth: Growth) -> GrowthRule | None:
    """Return the strictest of the plan's limits on joining: the fewest schools a year, then the fewest if sponsored."""
    return min(
        growth.rules,
        key=lambda rule: (
            rule.record.schools_a_year,
            rule.record.if_sponsored if rule.record.if_sponsored is not None else rule.record.schools_a_year,
        ),
        default=None,
    )


def allows(rule: GrowthRule, number: int, *, sponsored: bool) -> bool:
    """Tell whether this many schools may join in one year, if one of them is sponsored or none is."""
    if sponsored and rule.record.if_sponsored is not None:
        return number <= rule.record.if_sponsored
    return number <= rule.record.schools_a_year


def keeps(rule: GrowthRule, joined: tuple[Member, ...]) -> bool:
    """Tell whether those who joined in one year keep to the rule."""
    return allows(rule, len(joined), sponsored=any(membership.record.sponsored for _, membership in joined))


def years_of_growth(plan: Plan, as_at: date) -> tuple[YearOfGrowth, ...]:
    """Return each academic year's growth, as known on a day."""
    found = []
    for year in plan.years:
        end = min(year.ends, as_at)
        schools = len(plan.schools_on(end))
        found.append(
            YearOfGrowth(
                year=year,
                is_known=year.starts <= as_at,
                joined=joined_within(plan, year.starts, end),
                left=left_within(plan, year.starts, end),
                schools=schools,
                phases=tuple(p for p in plan.growth.phases if p.fits(schools)) if plan.growth else (),
            )
        )
    return tuple(found)
