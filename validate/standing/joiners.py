"""The schools on their way into the trust, in the order in which they are to open, and the plan's limits on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from validate.standing.capacity import allows, years_of_growth
from validate.standing.joining import has_joined, opening_on, state_on

if TYPE_CHECKING:
    from validate.plan.entry import Entry
    from validate.plan.growth import GrowthRule
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.problems import Place
    from validate.records.joining import OpeningRecord
    from validate.standing.capacity import YearOfGrowth
    from validate.standing.joining import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class Joiner:
    """A school on its way, with the number of schools once it has joined."""

    school: School
    case: Case
    opening: Entry[OpeningRecord] | None
    """The opening date that counts now; None where none was set."""
    schools: int

    @property
    def opens(self) -> date | None:
        """The day on which it is to open."""
        return self.opening.record.opens if self.opening else None

    @property
    def place(self) -> Place:
        """Where its opening date is written, or its case where none was set."""
        return self.opening.place("opens") if self.opening else self.case.place()


@dataclass(frozen=True, kw_only=True, slots=True)
class YearOfJoining:
    """One academic year: the schools that joined in it, and those that are to."""

    growth: YearOfGrowth
    expected: tuple[Joiner, ...]

    def keeps(self, rule: GrowthRule) -> bool:
        """Tell whether the rule is kept if all of them join."""
        sponsored = [membership.record.sponsored for _, membership in self.growth.joined]
        sponsored += [joiner.case.record.sponsored for joiner in self.expected]
        return allows(rule, len(sponsored), sponsored=any(sponsored))


def joiners(plan: Plan, day: date) -> tuple[Joiner, ...]:
    """Return the schools whose cases are active and that are not in the trust; those without a date come last.

    Each raises the number of schools by one.
    """
    cases = [(school, school.joining) for school in plan.schools if school.joining]
    active = [(school, case, opening_on(case, day)) for school, case in cases if _is_on_its_way(school, case, day)]
    active.sort(key=lambda entry: (entry[2].record.opens if entry[2] else date.max, entry[0].record.name))
    there, so_far = len(plan.schools_on(day)), enumerate(active, start=1)
    return tuple(
        Joiner(school=school, case=case, opening=opening, schools=there + n) for n, (school, case, opening) in so_far
    )


def _is_on_its_way(school: School, case: Case, day: date) -> bool:
    """Tell whether a case is active and its school neither joined nor has a day on which it will."""
    is_settled = has_joined(school, case, day) or any(
        membership.record.joined > day for membership in school.membership
    )
    return state_on(case, day) == "active" and not is_settled


def years_of_joining(plan: Plan, day: date, until: date) -> tuple[YearOfJoining, ...]:
    """Return each academic year with those that joined in it up to a last day, and those that are to."""
    expected = joiners(plan, day)
    return tuple(
        YearOfJoining(
            growth=growth,
            expected=tuple(joiner for joiner in expected if joiner.opens and growth.year.holds(joiner.opens)),
        )
        for growth in years_of_growth(plan, until)
    )
