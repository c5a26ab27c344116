"""A plan as one audience may see it on a day, and what is kept from that audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.assemble import assemble
from validate.seen import seen_files
from validate.withheld import NOTHING, Withheld, withheld

if TYPE_CHECKING:
    from datetime import date

    from validate.model import Plan
    from validate.records.base import Audience
    from validate.shape import Loaded
    from validate.tables import Tables


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What is seen of a plan. Where nothing is withheld, everything is the very same as in the whole."""

    plan: Plan
    files: list[Loaded]
    tables: Tables
    withheld: Withheld = NOTHING


def plan_seen(whole: Seen, stories: dict[str, str], audience: Audience, day: date) -> Seen:
    """Return what an audience may see of the whole on a day. Its files must be sound.

    Raises ValueError where plan.yml itself is not seen, which no file can ask for.
    """
    opening = f"{whole.plan.years[0].starts:%m-%d}"
    seen = seen_files(whole.files, stories, whole.tables, audience, day, opening)
    if seen.files is whole.files:
        return whole
    plan = assemble(seen.files, seen.stories)
    if plan is None:
        raise ValueError("without plan.yml there is no plan to be seen")
    kept = withheld(whole.files, seen.files, stories, seen.stories)
    return Seen(plan=plan, files=seen.files, tables=seen.tables, withheld=kept)
