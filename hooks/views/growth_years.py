"""Where the trust stood each academic year, and whether the plan's limits on growth were kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from validate.standing.capacity import YearOfGrowth, keeps, limit_in_force, years_of_growth
from validate.standing.membership import each_school, eve_of, joined_within, left_within
from validate.words import day, listed, number_word, schools, upper_first

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.growth import Growth, GrowthRule
    from validate.plan.plan import Plan
    from validate.plan.schools import School

SUPPORT_NOT_RECORDED = "Which schools needed intensive support is not recorded, so only their number is looked at."


@dataclass(frozen=True, kw_only=True, slots=True)
class YearView:
    """One row: an academic year, or the time before or after the plan."""

    label: str
    schools: str
    when: str
    """The day for which the number of schools holds, where it is not the year's last."""
    joined: tuple[School, ...]
    left: tuple[School, ...]
    phases: str
    limit: str
    """Whether the limit in force was kept, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleView:
    """A limit that the plan sets, with each year's outcome."""

    rule: GrowthRule
    in_force: bool
    support_note: str
    outcomes: dict[str, str]
    """What became of it, by academic year."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GrowthRecordView:
    """The years and the limits."""

    sentence: str
    years: tuple[YearView, ...]
    columns: tuple[str, ...]
    """The academic years, as the rules' columns."""
    rules_sentence: str
    rules: tuple[RuleView, ...]


def growth_record(context: SiteContext) -> GrowthRecordView:
    """Return the view of the years and the limits."""
    plan, as_at = context.plan, context.as_at
    years = years_of_growth(plan, as_at)
    limit = limit_in_force(plan.growth) if plan.growth else None
    rules = plan.growth.rules if plan.growth else ()
    return GrowthRecordView(
        sentence=_sentence(plan, as_at),
        years=(_before(plan, as_at), *(_year(entry, plan, as_at) for entry in years), *_after(plan, as_at)),
        columns=tuple(year.id for year in plan.years),
        rules_sentence=_rules_sentence(rules, limit),
        rules=tuple(_rule(rule, years, as_at, in_force=rule is limit) for rule in rules),
    )


def phases_that_fit(growth: Growth | None, number: int) -> str:
    """Name the phases that a number of schools fits, or say that there are none."""
    if growth is None:
        return "no phases in the plan"
    return (
        listed([phase.record.name for phase in growth.phases if phase.fits(number)], "or")
        or "none of the plan's phases"
    )


def outcome(rule: GrowthRule, entry: YearOfGrowth, as_at: date) -> str:
    """Say whether a rule was kept in a year, and what would have to be known to be sure."""
    if not entry.is_known:
        return f"Not begun on {day(as_at)}"
    joined = f"{len(entry.joined) or 'none'} joined" + (" so far" if as_at < entry.year.ends else "")
    if not keeps(rule, entry.joined):
        return f"Not kept: {joined}"
    unsure = _not_known_to_be_unsponsored(entry)
    if rule.record.if_sponsored is not None and len(entry.joined) > rule.record.if_sponsored and unsure:
        return f"{upper_first(joined)}. Kept if none was sponsored, which is not recorded for {listed(unsure)}"
    return f"Kept: {joined}"


def _not_known_to_be_unsponsored(entry: YearOfGrowth) -> list[str]:
    return [school.record.name for school, membership in entry.joined if membership.record.sponsored is None]


def _year(entry: YearOfGrowth, plan: Plan, as_at: date) -> YearView:
    limit = limit_in_force(plan.growth) if plan.growth else None
    if not entry.is_known:
        not_begun = f"Not begun on {day(as_at)}"
        return YearView(label=entry.year.id, schools="", when=not_begun, joined=(), left=(), phases="", limit="")
    return YearView(
        label=entry.year.id,
        schools=schools(entry.schools),
        when=f"on {day(min(entry.year.ends, as_at))}",
        joined=each_school(entry.joined),
        left=each_school(entry.left),
        phases=phases_that_fit(plan.growth, entry.schools),
        limit=outcome(limit, entry, as_at) if limit else "The plan has no limit",
    )


def _before(plan: Plan, as_at: date) -> YearView:
    return _outside(plan, f"Before {plan.years[0].id}", date.min, min(eve_of(plan), as_at))


def _after(plan: Plan, as_at: date) -> tuple[YearView, ...]:
    last = plan.years[-1]
    if as_at <= last.ends:
        return ()
    return (_outside(plan, f"Since {last.id}", last.ends + timedelta(days=1), as_at),)


def _outside(plan: Plan, label: str, first: date, last: date) -> YearView:
    """Return the row of a time outside the plan's years, to which its limits do not apply."""
    number = len(plan.schools_on(last))
    return YearView(
        label=label,
        schools=schools(number),
        when=f"on {day(last)}",
        joined=each_school(joined_within(plan, first, last)),
        left=each_school(left_within(plan, first, last)),
        phases=phases_that_fit(plan.growth, number),
        limit="Outside the plan's years",
    )


def _sentence(plan: Plan, as_at: date) -> str:
    """Say how the schools before the plan, and those that joined and left, add up to those of the day."""
    start, before = plan.years[0].starts, len(plan.schools_on(min(eve_of(plan), as_at)))
    joined, left = len(joined_within(plan, start, as_at)), len(left_within(plan, start, as_at))
    return (
        f"{upper_first(schools(before))} before the plan, {joined or 'none'} joined since and {left or 'none'} left:"
        f" {schools(len(plan.schools_on(as_at)))} on {day(as_at)}."
    )


def _rules_sentence(rules: tuple[GrowthRule, ...], limit: GrowthRule | None) -> str:
    if limit is None:
        return "The plan sets no limit on how many schools join in a year."
    if len(rules) == 1:
        return "The plan sets one limit on how many schools join in a year."
    if len({(rule.record.schools_a_year, rule.record.if_sponsored) for rule in rules}) == 1:
        return f"The plan states the limit {number_word(len(rules))} times, with the same numbers."
    return (
        f"The plan states {number_word(len(rules))} limits that disagree, and does not say which counts."
        f" The strictest is taken as the limit in force: {_allowance(limit)}."
    )


def _allowance(rule: GrowthRule) -> str:
    sponsored = f", or {rule.record.if_sponsored} if sponsored" if rule.record.if_sponsored is not None else ""
    return f"at most {schools(rule.record.schools_a_year)} a year{sponsored}"


def _rule(rule: GrowthRule, years: tuple[YearOfGrowth, ...], as_at: date, *, in_force: bool) -> RuleView:
    return RuleView(
        rule=rule,
        in_force=in_force,
        support_note=SUPPORT_NOT_RECORDED if rule.record.needing_intensive_support is not None else "",
        outcomes={entry.year.id: outcome(rule, entry, as_at) for entry in years},
    )
