"""The days on which an action or goal may pass its date, or be past it no longer.

Between two of them nothing changes, so that a page that looks back over many terms need not work out where everything
stood at the end of each.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from validate.plan.pillars import Action

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.pillars import Item
    from validate.plan.plan import Plan

A_DAY = timedelta(days=1)


def turning_days(plan: Plan, item: Item) -> Iterator[date]:
    """Yield the day after each date on which it was due, and the days of its reports and of schools that come or go."""
    ends = {year.id: year.ends for year in plan.years}
    yield item.due + A_DAY
    for update in item.updates:
        yield update.record.date
        for moved_to in (update.record.moved_to, *(report.record.moved_to for report in update.schools)):
            if moved_to in ends:
                yield ends[moved_to] + A_DAY
    if isinstance(item, Action) and item.every_school:
        for school in plan.schools:
            for membership in school.membership:
                yield membership.record.joined
                if membership.record.left:
                    yield membership.record.left
