"""A plan as one audience may see it on a day, and what is kept from that audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.plan.audience import tree_seen
from validate.plan.plan import Plan
from validate.plan.withheld import NOTHING, Text, Withheld, withheld_files, withheld_texts
from validate.records.base import Audience

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.entry import Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenPlan:
    """What is seen of a plan. Where nothing is withheld, everything is the very same as in the whole."""

    plan: Plan
    withheld: Withheld = NOTHING


def plan_in(tree: Tree) -> Plan | None:
    """Return the entry of plan.yml, from which everything else can be reached; nothing where that is not sound."""
    return next(iter(tree.below(Plan)), None)


def plan_seen(whole: SeenPlan, audience: Audience, day: date, newest_day: date | None = None) -> SeenPlan:
    """Return what an audience may see of the whole on a day. Its files must be sound.

    Where the day is a past one, `newest_day` is the one up to which the plan tells: what the public may know by then
    is no secret. Raises ValueError where plan.yml itself is not seen, which no file can ask for.
    """
    known: dict[tuple[str, date, date | None], SeenPlan] = whole.plan.tree.seen
    key = (audience.value, day, newest_day)
    if key not in known:
        known[key] = _worked_out(whole, audience, day, newest_day)
    return known[key]


def _worked_out(whole: SeenPlan, audience: Audience, day: date, newest_day: date | None) -> SeenPlan:
    tree = whole.plan.tree
    seen = tree_seen(tree, audience, day)
    if seen is tree:
        return whole
    plan = plan_in(seen)
    if plan is None:
        raise ValueError("without plan.yml there is no plan to be seen")
    texts: tuple[Text, ...] = ()
    if audience is Audience.PUBLIC:
        known = seen if newest_day in (None, day) else tree_seen(tree, audience, newest_day)
        texts = withheld_texts(tree, known)
    kept = Withheld(texts=texts, files=withheld_files(tree, seen))
    return SeenPlan(plan=plan, withheld=kept)
