"""A plan as one audience may see it on a day, and what is kept from that audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.audience.seen import SeenFiles, seen_files
from validate.audience.withheld import NOTHING, Text, Withheld, withheld_files, withheld_texts
from validate.model.assemble import assemble
from validate.records.base import Audience

if TYPE_CHECKING:
    from datetime import date

    from validate.model.plan import Plan
    from validate.reading.shape import Loaded
    from validate.tables.table import Tables


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenPlan:
    """What is seen of a plan. Where nothing is withheld, everything is the very same as in the whole."""

    plan: Plan
    files: list[Loaded]
    tables: Tables
    withheld: Withheld = NOTHING


def plan_seen(
    whole: SeenPlan, stories: dict[str, str], audience: Audience, day: date, newest_day: date | None = None
) -> SeenPlan:
    """Return what an audience may see of the whole on a day. Its files must be sound.

    Where the day is a past one, `newest_day` is the one up to which the plan tells: what the public may know by then
    is no secret. Raises ValueError where plan.yml itself is not seen, which no file can ask for.
    """
    opening = f"{whole.plan.years[0].starts:%m-%d}"

    def seen_on(day: date) -> SeenFiles:
        return seen_files(whole.files, stories, whole.tables, audience, day, opening)

    seen = seen_on(day)
    if seen.files is whole.files:
        return whole
    plan = assemble(seen.files, seen.stories)
    if plan is None:
        raise ValueError("without plan.yml there is no plan to be seen")
    texts: tuple[Text, ...] = ()
    if audience is Audience.PUBLIC:
        known = seen if newest_day in (None, day) else seen_on(newest_day)
        texts = withheld_texts(whole.files, known.files, stories, known.stories)
    kept = Withheld(texts=texts, files=withheld_files(whole.files, seen.files))
    return SeenPlan(plan=plan, files=seen.files, tables=seen.tables, withheld=kept)
