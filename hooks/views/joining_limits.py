"""The schools on their way against the plan's limits on growth, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.growth_years import outcome
from validate.academic import year_holding
from validate.standing.capacity import limit_in_force
from validate.standing.joiners import joiners, years_of_joining
from validate.standing.membership import each_school
from validate.words import listed, schools

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.growth import GrowthRule
    from validate.plan.schools import School
    from validate.standing.joiners import Joiner, YearOfJoining


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitYearView:
    """One academic year: who joined, who is to, and what that makes of the limit."""

    label: str
    joined: tuple[School, ...]
    expected: tuple[Joiner, ...]
    limit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitsView:
    """The years with schools on their way."""

    sentence: str
    rule: GrowthRule | None
    """The limit in force, if the plan has one."""
    years: tuple[LimitYearView, ...]
    undated: tuple[School, ...]
    """Schools on their way without an opening date, which belong to no year."""


def limits_view(context: SiteContext) -> LimitsView:
    """Return the view of the plan's limits with the schools on their way."""
    plan, as_at = context.plan, context.as_at
    rule = limit_in_force(plan.growth) if plan.growth else None
    years = years_of_joining(plan, as_at, as_at)
    coming = joiners(plan, as_at)
    return LimitsView(
        sentence=_sentence(rule, years),
        rule=rule,
        years=(*(_year(year, rule, context) for year in years), *_outside(coming, context)),
        undated=tuple(joiner.school for joiner in coming if not joiner.opens),
    )


def _sentence(rule: GrowthRule | None, years: tuple[YearOfJoining, ...]) -> str:
    if rule is None:
        return "The plan sets no limit on how many schools join in a year."
    passed = [year.growth.year.id for year in years if year.expected and not year.keeps(rule)]
    if passed:
        return f"If every school on its way joins as it is to, the plan's limit is passed in {listed(passed)}."
    if any(year.expected for year in years):
        return "If every school on its way joins as it is to, the plan's limit is kept."
    return "No school is to join in a year of the plan that is still to come."


def _year(year: YearOfJoining, rule: GrowthRule | None, context: SiteContext) -> LimitYearView:
    return LimitYearView(
        label=year.growth.year.id,
        joined=each_school(year.growth.joined),
        expected=year.expected,
        limit=_limit(year, rule, context),
    )


def _limit(year: YearOfJoining, rule: GrowthRule | None, context: SiteContext) -> str:
    if rule is None:
        return "The plan has no limit"
    if not year.expected:
        return outcome(rule, year.growth, context.as_at)
    total = schools(len(year.growth.joined) + len(year.expected))
    if not year.keeps(rule):
        return f"Not kept if all join: that makes {total}"
    unsure = [joiner.school.record.name for joiner in year.expected if joiner.case.record.sponsored is None]
    number = len(year.growth.joined) + len(year.expected)
    if unsure and rule.record.if_sponsored is not None and number > rule.record.if_sponsored:
        return f"Kept if all join and none is sponsored, which is not recorded for {listed(unsure)}: that makes {total}"
    return f"Kept if all join: that makes {total}"


def _outside(coming: tuple[Joiner, ...], context: SiteContext) -> tuple[LimitYearView, ...]:
    """Return a row for each year outside the plan in which a school is to join; its limits do not apply there."""
    years = context.plan.years
    found: dict[str, list[Joiner]] = {}
    for joiner in coming:
        if joiner.opens and not any(year.holds(joiner.opens) for year in years):
            found.setdefault(year_holding(joiner.opens, years[0]).id, []).append(joiner)
    return tuple(
        LimitYearView(label=label, joined=(), expected=tuple(expected), limit="Outside the plan's years")
        for label, expected in found.items()
    )
