"""How a level of support looks wherever it is named: its name, its place in the order, and a shade of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.records.support import SupportRecord

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.plan import Plan
    from validate.records.support import LevelRecord

SHADES = 5
"""How many shades there are; where a plan has more levels, the last ones share one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelTagView:
    """A level of support as a tag."""

    level: LevelRecord
    shade: int
    """From 1, for the least support."""
    pips: tuple[bool, ...]
    """One for each level of the plan, true up to this one."""
    place: str
    """Its place in the order, in words."""


def level_tags(plan: Plan) -> dict[str, LevelTagView]:
    """Return the tag of each of the plan's levels by its id, from the least support to the most."""
    support = plan.part(SupportRecord)
    levels = support.record.levels if support else []
    return {
        level.id: LevelTagView(
            level=level,
            shade=min(n, SHADES),
            pips=tuple(pip < n for pip in range(len(levels))),
            place=f"level {n} of {len(levels)}",
        )
        for n, level in enumerate(levels, start=1)
    }


def passed_words(context: SiteContext) -> str:
    """Return what is said beside the day of a review that has passed; the public may only not be shown that review."""
    return "passed; no later level is shown" if context.is_public else "passed without a review"
