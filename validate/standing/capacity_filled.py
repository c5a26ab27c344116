"""Posts that are filled, beside what a number of schools calls for: now, and as each joiner is to open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from validate.standing.capacity import quantified
from validate.standing.joiners import joiners

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from validate.plan.entry import Entry
    from validate.plan.growth import Growth, Phase, Post
    from validate.plan.plan import Plan
    from validate.records.growth import FilledRecord
    from validate.standing.joiners import Joiner
    from validate.standing.joining import Case


@dataclass(frozen=True, kw_only=True, slots=True)
class PostNeed:
    """One post: what is called for and what is filled."""

    post: Post
    planned: Decimal | None
    """The FTE of the phase: 0 where it does not have the post, None where it gives no figure or no phase fits."""
    extra: Decimal
    """What joining cases call for beyond the phase."""
    filled: Entry[FilledRecord] | None
    """None where no file says how much of it is filled."""

    @property
    def called_for(self) -> Decimal | None:
        """Everything that is called for, where the plan gives a figure."""
        return None if self.planned is None else self.planned + self.extra

    @property
    def gap(self) -> Decimal | None:
        """How much is missing; None where it cannot be told."""
        if self.called_for is None or self.filled is None:
            return None
        return max(self.called_for - self.filled.record.fte, Decimal(0))


@dataclass(frozen=True, kw_only=True, slots=True)
class CapacityNeed:
    """What a number of schools calls for, post by post."""

    schools: int
    phases: tuple[Phase, ...]
    """The phases that the number fits."""
    phase: Phase | None
    """The one that is counted: of those that fit, the one that asks for the fewest FTE."""
    posts: tuple[PostNeed, ...]
    """Those that are called for, or filled."""

    @property
    def gap(self) -> Decimal:
        """How much is missing in all posts together, as far as it can be told."""
        return sum((need.gap for need in self.posts if need.gap), Decimal(0))


@dataclass(frozen=True, kw_only=True, slots=True)
class JoinerNeed:
    """What the schools call for once a joiner has joined."""

    joiner: Joiner
    need: CapacityNeed


def filled_on(post: Post, day: date) -> Entry[FilledRecord] | None:
    """Return the newest entry that says how much of the post is filled on this day."""
    known = sorted((entry for entry in post.filled if entry.record.date <= day), key=lambda entry: entry.record.date)
    return known[-1] if known else None


def has_filled(growth: Growth, day: date) -> bool:
    """Tell whether it is known of any post how much of it is filled."""
    return any(filled_on(post, day) for post in growth.posts)


def need_now(plan: Plan, growth: Growth, day: date) -> CapacityNeed:
    """Return what the schools of this day call for."""
    return _need(growth, len(plan.schools_on(day)), day, day, _cases_inside(plan, day))


def joiner_needs(plan: Plan, growth: Growth, day: date) -> tuple[JoinerNeed, ...]:
    """Return what each joiner calls for, with those that open before it, beside the posts filled on a day."""
    there, found = _cases_inside(plan, day), joiners(plan, day)
    return tuple(
        JoinerNeed(
            joiner=joiner,
            need=_need(
                growth, joiner.schools, day, joiner.opens or day, [*there, *(before.case for before in found[:n])]
            ),
        )
        for n, joiner in enumerate(found, start=1)
    )


def _cases_inside(plan: Plan, day: date) -> list[Case]:
    return [school.joining for school in plan.schools_on(day) if school.joining]


def _need(growth: Growth, schools: int, day: date, then: date, cases: Sequence[Case]) -> CapacityNeed:
    """Return what a number of schools calls for on a day to come, beside what is filled now."""
    phases = tuple(phase for phase in growth.phases if phase.fits(schools))
    phase = min(phases, key=lambda phase: _total(growth, phase), default=None)
    needs = (
        PostNeed(
            post=post,
            planned=_planned(post, phase),
            extra=_extra(cases, post, then),
            filled=filled_on(post, day),
        )
        for post in growth.posts
    )
    posts = tuple(need for need in needs if need.called_for != 0 or need.filled)
    return CapacityNeed(schools=schools, phases=phases, phase=phase, posts=posts)


def _total(growth: Growth, phase: Phase) -> Decimal:
    return quantified(growth, phase, internal=True) + quantified(growth, phase, internal=False)


def _planned(post: Post, phase: Phase | None) -> Decimal | None:
    if phase is None:
        return None
    size = post.size(phase)
    return size.record.fte if size else Decimal(0)


def _extra(cases: Sequence[Case], post: Post, then: date) -> Decimal:
    """Return what these cases call for in a post on a day, beyond the phase of growth."""
    wanted = (
        extra
        for case in cases
        for extra in case.record.extra_capacity
        if extra.post == post.id and (extra.until is None or then <= extra.until)
    )
    return sum((extra.fte for extra in wanted), Decimal(0))
