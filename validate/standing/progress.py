"""Where a plan stands on a day: statuses, flags, counts and roll-ups, all worked out and none typed.

The rules, as published on the site:
- An item's status is that of its newest update up to the day that names one, else not reported.
- Percent complete is complete items over all that were not cancelled or deferred away.
- A group's status: nothing reported, not reported; all complete, complete; otherwise the worst
  status reported, with the number not reported beside it.
- An action that is tracked school by school has the status of the group of its schools. It counts as
  complete only if it is complete at each, and as cancelled or deferred only if it is so at each.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from validate.plan.pillars import Action
from validate.standing.school_logs import school_log
from validate.standing.schools import rolled_up, schools_tracked
from validate.standing.standing import Standing
from validate.standing.tally import NOTHING, Tally
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from validate.plan.pillars import Item, Update
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.standing.school_logs import Log


class Progress:
    """The plan on one day. Updates dated after the day are not yet known."""

    def __init__(self, plan: Plan, as_at: date, logs: dict[tuple[str, str], Log] | None = None) -> None:
        self.plan = plan
        self.as_at = as_at
        self._logs = {} if logs is None else logs

    def on(self, day: date) -> Progress:
        """Return the same plan on another day. What was found of its logs serves for both."""
        return Progress(self.plan, day, self._logs)

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Every item's standing by its full id."""
        return {item.id: self.standing(item) for item in self.plan.items}

    def of(self, items: Iterable[Item]) -> Tally:
        """Count where these items stand."""
        return Tally.of(self.standings[item.id] for item in items)

    def of_schools(self, item: Item) -> Tally:
        """Count where an action stands at each of its schools; nothing is counted where it is not tracked so."""
        schools = self.standings[item.id].schools
        return Tally.of(schools) if schools else NOTHING

    @cached_property
    def schools(self) -> dict[str, School]:
        """Every school by its id."""
        return {school.id: school for school in self.plan.schools}

    @cached_property
    def by_school(self) -> dict[str, tuple[Standing, ...]]:
        """Where the actions that are tracked at it stand, for every school by its id."""
        found: dict[str, list[Standing]] = {school: [] for school in self.schools}
        for standing in self.standings.values():
            for part in standing.schools:
                if part.school:
                    found[part.school.id].append(part)
        return {school: tuple(parts) for school, parts in found.items()}

    def tally_on(self, items: Iterable[Item], day: date) -> Tally:
        """Count where these items stood as it was known on an earlier day, without flags."""
        counts, partly, until = Counter[Status](), Counter[Status](), min(day, self.as_at)
        for item in items:
            if isinstance(item, Action) and item.is_by_school:
                schools = self._schools_on(item, until)
                counts[schools.status] += 1
                partly[schools.status] += schools.counts[schools.status] < schools.total
            else:
                counts[_status_on(item.updates, until)] += 1
        return Tally(counts, 0, 0, partly)

    def _schools_on(self, action: Action, day: date) -> Tally:
        """Count where an action stood at each of its schools on a day."""
        schools = schools_tracked(self.plan, action, day)
        return Tally(Counter(_status_on(self._school_log(action, school), day) for school in schools), 0, 0)

    @property
    def percent_elapsed(self) -> int:
        """How much of the plan's time has passed, as a percentage rounded down like percent complete."""
        first, last = self.plan.years[0].starts, self.plan.record.goal_date
        passed, length = (self.as_at - first).days + 1, (last - first).days + 1
        return min(100, max(0, passed * 100 // length))

    def standing(self, item: Item) -> Standing:
        """Work out where one item stands, for those who do not need all."""
        whole = self._stand(item, item.updates)
        if not isinstance(item, Action) or not item.is_by_school:
            return whole
        schools = tuple(
            self._stand(item, self._school_log(item, school), school)
            for school in schools_tracked(self.plan, item, self.as_at)
        )
        return rolled_up(whole, schools, Tally.of(schools).status)

    def _school_log(self, action: Action, school: School) -> Log:
        key = (action.id, school.id)
        if key not in self._logs:
            self._logs[key] = school_log(action, school)
        return self._logs[key]

    def _stand(self, item: Item, log: Log, school: School | None = None) -> Standing:
        known = [update for update in log if update.record.date <= self.as_at]
        newest = known[-1] if known else None
        decided = _deciding(log, self.as_at)
        status = decided.status if decided and decided.status else Status.NOT_REPORTED
        days = (self.as_at - newest.record.date).days if newest else None
        is_open = not status.is_final
        due = due_on(self.plan, item, log, self.as_at)
        return Standing(
            item=item,
            school=school,
            due=due,
            status=status,
            decided_by=decided,
            newest=newest,
            overdue=(is_open or status is Status.DEFERRED) and due < self.as_at,
            stale=is_open
            and status is not Status.NOT_REPORTED
            and days is not None
            and days > self.plan.record.reporting.stale_after_days,
            days_since_report=days,
        )


def due_on(plan: Plan, item: Item, log: Log, day: date) -> date:
    """Return when the item was due as known on a day: work that was deferred is due by the end of its new year.

    `log` is the item's own, or what it says of one school.
    """
    moved = next((u.record.moved_to for u in reversed(log) if u.record.moved_to and u.record.date <= day), None)
    return next((year.ends for year in plan.years if year.id == moved), item.due)


def _status_on(log: Log, day: date) -> Status:
    decided = _deciding(log, day)
    return decided.status if decided and decided.status else Status.NOT_REPORTED


def _deciding(log: Log, day: date) -> Update | None:
    """Return the newest update up to the day that names a status."""
    return next((u for u in reversed(log) if u.status and u.record.date <= day), None)
