"""Where a plan stands on a day: statuses, flags, counts and roll-ups, all worked out and none typed.

The rules, as published on the site:
- An item's status is that of its newest update up to the day that names one, else not reported.
- Percent complete is complete items over all that were not cancelled or deferred away.
- A group's status: nothing reported, not reported; all complete, complete; otherwise the worst
  status reported, with the number not reported beside it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from validate.status import WORST_FIRST, Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from validate.model import Item, Plan, Update


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where one action or goal stands."""

    item: Item
    due: date
    """Its date; that of the year it moved to, where it was deferred."""
    status: Status
    decided_by: Update | None
    """The update that gives the status."""
    newest: Update | None
    """The newest report of any kind."""
    overdue: bool
    """Its date has passed, and it is open or was deferred to that date."""
    stale: bool
    """It is open and the newest report is older than the plan allows."""
    days_since_report: int | None

    @property
    def is_reported(self) -> bool:
        """Tell whether any update gives a status."""
        return self.status is not Status.NOT_REPORTED

    @property
    def has_partial_proof(self) -> bool:
        """Tell whether something was reported, though not enough to give a status."""
        return not self.is_reported and self.newest is not None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a group of standings. They add up to the number of items."""

    counts: Counter[Status]
    overdue: int
    stale: int

    @classmethod
    def of(cls, standings: Iterable[Standing]) -> Tally:
        """Count the standings."""
        known = list(standings)
        return cls(
            Counter(standing.status for standing in known),
            sum(standing.overdue for standing in known),
            sum(standing.stale for standing in known),
        )

    @property
    def total(self) -> int:
        """How many items there are."""
        return self.counts.total()

    @property
    def reported(self) -> int:
        """How many have a status from a report."""
        return self.total - self.not_reported

    @property
    def not_reported(self) -> int:
        """How many have none."""
        return self.counts[Status.NOT_REPORTED]

    @property
    def complete(self) -> int:
        """How many are complete."""
        return self.counts[Status.COMPLETE]

    @property
    def counted(self) -> int:
        """How many were not cancelled or deferred away."""
        return sum(count for status, count in self.counts.items() if not status.leaves_the_count)

    @property
    def percent(self) -> int | None:
        """Complete as a percentage of those counted, rounded down; nothing where none is counted."""
        return self.complete * 100 // self.counted if self.counted else None

    @property
    def status(self) -> Status:
        """The status that speaks for the group."""
        if not self.reported:
            return Status.NOT_REPORTED
        return next(status for status in WORST_FIRST if self.counts[status])

    @property
    def adds_up(self) -> list[tuple[Status, int]]:
        """Return each status present with its count, worst first and not reported last."""
        order = (*WORST_FIRST, Status.NOT_REPORTED)
        return [(status, self.counts[status]) for status in order if self.counts[status]]


class Progress:
    """The plan on one day. Updates dated after the day are not yet known."""

    def __init__(self, plan: Plan, as_at: date) -> None:
        self.plan = plan
        self.as_at = as_at

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Every item's standing by its full id."""
        return {item.id: self._standing(item) for item in self.plan.items}

    def of(self, items: Iterable[Item]) -> Tally:
        """Count where these items stand."""
        return Tally.of(self.standings[item.id] for item in items)

    def status_on(self, item: Item, day: date) -> Status:
        """Return the item's status as it was known on an earlier day."""
        decided = _deciding(item, min(day, self.as_at))
        return decided.status if decided and decided.status else Status.NOT_REPORTED

    @property
    def percent_elapsed(self) -> int:
        """How much of the plan's time has passed, as a percentage rounded down like percent complete."""
        first, last = self.plan.years[0].starts, self.plan.goal_date
        passed, length = (self.as_at - first).days + 1, (last - first).days + 1
        return min(100, max(0, passed * 100 // length))

    def _standing(self, item: Item) -> Standing:
        known = [update for update in item.updates if update.date <= self.as_at]
        newest = known[-1] if known else None
        decided = _deciding(item, self.as_at)
        status = decided.status if decided and decided.status else Status.NOT_REPORTED
        days = (self.as_at - newest.date).days if newest else None
        is_open = not status.is_final
        due = due_on(self.plan, item, self.as_at)
        return Standing(
            item=item,
            due=due,
            status=status,
            decided_by=decided,
            newest=newest,
            overdue=(is_open or status is Status.DEFERRED) and due < self.as_at,
            stale=is_open
            and status is not Status.NOT_REPORTED
            and days is not None
            and days > self.plan.reporting.stale_after_days,
            days_since_report=days,
        )


def due_on(plan: Plan, item: Item, day: date) -> date:
    """Return when the item was due as known on a day: work that was deferred is due by the end of its new year."""
    moved = next((u.moved_to for u in reversed(item.updates) if u.moved_to and u.date <= day), None)
    return next((year.ends for year in plan.years if year.id == moved), item.due)


def _deciding(item: Item, day: date) -> Update | None:
    """Return the newest update up to the day that names a status."""
    return next((u for u in reversed(item.updates) if u.status and u.date <= day), None)
