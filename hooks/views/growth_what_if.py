"""What the plan asks for at any number of schools, compared with the number there is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.growth_phases import EXTERNAL, INTERNAL, all_quantified, no_figure
from validate.standing.capacity import quantified, unquantified
from validate.words import fte, listed, one_or_many, schools

if TYPE_CHECKING:
    from decimal import Decimal

    from validate.plan.growth import Growth, Phase, Post, PostSize

BEYOND = 2
"""How many more schools than the last phase begins with are shown."""
MOST = 120
"""The most numbers of schools that are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StepView:
    """What changes from a phase that fits now to another."""

    heading: str
    changes: tuple[str, ...]
    """Each post that changes, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoiceView:
    """One row: a number of schools and one phase that it fits, if any."""

    number: int
    schools: str
    is_now: bool
    phase: str
    total: str
    parts: str
    steps: tuple[StepView, ...]
    says: str
    """The row in one sentence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIfView:
    """The whole table, with the bounds of the numbers in it."""

    lowest: int
    highest: int
    now: int
    now_sentence: str
    choices: tuple[ChoiceView, ...]


def what_if(growth: Growth, now: int) -> WhatIfView:
    """Return the view of each number of schools from the smallest phase to somewhat beyond the start of the last."""
    lowest = min(phase.record.schools_from for phase in growth.phases)
    highest = max(*(phase.record.schools_from + BEYOND for phase in growth.phases), now)
    numbers = range(lowest, min(highest, lowest + MOST - 1) + 1)
    return WhatIfView(
        lowest=numbers[0],
        highest=numbers[-1],
        now=now,
        now_sentence=_now_sentence(growth, now),
        choices=tuple(choice for number in numbers for choice in _choices(growth, number, now)),
    )


def _now_sentence(growth: Growth, now: int) -> str:
    fitting = [phase.record.name for phase in growth.phases if phase.fits(now)]
    verb = one_or_many(now, "is", "are")
    if not fitting:
        return f"Now there {verb} {schools(now)}, which fits none of the phases, so there is nothing to compare with."
    if len(fitting) == 1:
        return f"Now there {verb} {schools(now)}, which fits {fitting[0]}."
    return f"Now there {verb} {schools(now)}, which fits {listed(fitting, 'or')}; each is compared with in turn."


def _choices(growth: Growth, number: int, now: int) -> tuple[ChoiceView, ...]:
    fitting = [phase for phase in growth.phases if phase.fits(number)]
    present = [phase for phase in growth.phases if phase.fits(now)]
    if not fitting:
        return (_no_choice(number, now),)
    return tuple(_choice(growth, number, phase, present, is_now=number == now) for phase in fitting)


def _no_choice(number: int, now: int) -> ChoiceView:
    says = f"{schools(number)}: none of the plan's phases fits."
    return ChoiceView(
        number=number, schools=schools(number), is_now=number == now, phase="", total="", parts="", steps=(), says=says
    )


def _choice(growth: Growth, number: int, phase: Phase, present: list[Phase], *, is_now: bool) -> ChoiceView:
    total = fte(all_quantified(growth, phase))
    internal, external = (fte(quantified(growth, phase, internal=inside)) for inside in (True, False))
    left_out = no_figure(len(unquantified(growth, phase)))
    steps = tuple(_step(growth, before, phase) for before in present)
    changes = "; ".join(step.heading for step in steps) or "nothing to compare with"
    return ChoiceView(
        number=number,
        schools=schools(number),
        is_now=is_now,
        phase=phase.record.name,
        total=total,
        parts=f"{internal} {INTERNAL}, {external} {EXTERNAL}" + (f", {left_out}" if left_out else ""),
        steps=steps,
        says=f"{schools(number)}, {phase.record.name}: {total} FTE; {changes}.",
    )


def _step(growth: Growth, before: Phase, after: Phase) -> StepView:
    if before is after:
        return StepView(heading=f"no change from {before.record.name}", changes=())
    more = all_quantified(growth, after) - all_quantified(growth, before)
    found = (_change(post, post.size(before), post.size(after)) for post in growth.posts)
    return StepView(heading=f"{_more(more)} than {before.record.name}", changes=tuple(filter(None, found)))


def _more(more: Decimal) -> str:
    if not more:
        return "0.0 FTE more"
    return f"{fte(abs(more))} FTE {'more' if more > 0 else 'less'}"


def _change(post: Post, before: PostSize | None, after: PostSize | None) -> str:
    """Say how a post changes between two phases; nothing where it stays the same."""
    if before is None and after is None:
        return ""
    if before is None:
        return f"{post.record.name}: new, {_size(after)}"
    if after is None:
        return f"{post.record.name}: no longer named ({_size(before)} before)"
    if before.record.fte == after.record.fte:
        return ""
    return f"{post.record.name}: {_size(before)} before, {_size(after)} then"


def _size(size: PostSize | None) -> str:
    return "not quantified" if size is None or size.record.fte is None else f"{fte(size.record.fte)} FTE"
