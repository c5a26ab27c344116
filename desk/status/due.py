"""What waits on a day: reports on actions and goals, and the plan's other dates, for one role or for all.

The marks are those of the site: past its date and stale come from `Progress`, and something is not reported where no
report gives a status. Each action or goal is listed once, for what presses most.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from hooks.views.item_words import silence
from hooks.views.items import NO_LEAD, standing_status
from validate.plan.pillars import Action
from validate.standing.deadlines.due import in_short
from validate.standing.deadlines.everything import ITEMS, dates, due_item, soon_until
from validate.words import count, day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desk.plan_on_day import PlanOnDay
    from validate.plan.pillars import Item
    from validate.plan.plan import Plan
    from validate.standing.deadlines.due import Due
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing
    from validate.status import Status

NO_LEAD_NAME = "No lead named"
"""Stands for the role of what nobody leads."""


class DueKind(StrEnum):
    """Why something waits, what presses most first."""

    OVERDUE = "overdue"
    STALE = "stale"
    UNREPORTED = "unreported"
    DUE = "due"

    @property
    def heading(self) -> str:
        """What stands above a list of this kind."""
        return HEADINGS[self]


HEADINGS = {
    DueKind.OVERDUE: "Past its date",
    DueKind.STALE: "Report grown old",
    DueKind.UNREPORTED: "Not reported",
    DueKind.DUE: "Due soon",
}
KINDS = list(DueKind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """One thing that waits."""

    due: Due
    kind: DueKind
    why: str
    """What is the matter with it, as a sentence without capital and full stop."""
    days: int
    """Days past its date, since its newest report, since its year began, or left until its date."""
    status: Status | None = None
    """Where it stands, if it is something that has a status."""

    @property
    def item(self) -> Item | None:
        """The action or goal that it is, if it is one."""
        return self.due.entry if isinstance(self.due.entry, ITEMS) else None

    @property
    def order(self) -> tuple[int, int]:
        """Its place in a list: by kind, and within a kind what presses most first."""
        return KINDS.index(self.kind), self.days if self.kind is DueKind.DUE else -self.days


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """What waits on a day, for one role or for all."""

    on_day: PlanOnDay
    role: str | None
    items: tuple[Wait, ...]
    """The actions and goals that wait for a report."""
    dates: tuple[Wait, ...]
    """What else is past its day, or comes soon."""
    all_dates: tuple[Due, ...]
    """Everything else that is to be done by a day."""

    @property
    def found(self) -> list[Wait]:
        """Everything that waits, what presses most first."""
        return sorted((*self.items, *self.dates), key=lambda wait: wait.order)

    def of(self, role: str) -> list[Wait]:
        """Return what waits of one role."""
        return [wait for wait in self.found if lead_id(wait.due) == role]

    @property
    def names(self) -> dict[str, str]:
        """The name of each role by its id, in the plan's order; what nobody leads comes last."""
        return {**{role.id: role.record.name for role in self.on_day.plan.roles.values()}, NO_LEAD: NO_LEAD_NAME}


def waiting(on_day: PlanOnDay, role: str | None = None, within: int | None = None) -> Waiting:
    """Return what waits for a role, for NO_LEAD or for all.

    What is due soon falls due within so many days, or else by the end of the next term.
    """
    plan, as_at, progress = on_day.plan, on_day.as_at, on_day.progress
    last = soon_until(plan, as_at) if within is None else as_at + timedelta(days=within)
    led = (due for item in plan.items if role in (None, lead_id(due := due_item(progress, item))))
    other = tuple(due for due in dates(plan, as_at) if due.is_open and role in (None, lead_id(due)))
    return Waiting(
        on_day=on_day,
        role=role,
        items=_in_order(_item(due, progress, last) for due in led),
        dates=_in_order(_date(due, last) for due in other),
        all_dates=other,
    )


def _in_order(found: Iterable[Wait | None]) -> tuple[Wait, ...]:
    return tuple(sorted((wait for wait in found if wait), key=lambda wait: wait.order))


def lead_id(due: Due) -> str:
    """Return the id of the role that leads something or answers for it, or NO_LEAD."""
    return due.role.id if due.role else NO_LEAD


def _date(due: Due, last: date) -> Wait | None:
    if due.due is None or not (due.overdue or due.due <= last):
        return None
    days = (due.as_at - due.due).days
    return Wait(due=due, kind=DueKind.OVERDUE if due.overdue else DueKind.DUE, why=in_short(due), days=abs(days))


def _item(due: Due, progress: Progress, last: date) -> Wait | None:
    standing, as_at = progress.standings[due.id], progress.as_at
    parts, item, said = standing.schools or (standing,), standing.item, _said(standing)
    began = _began(item, progress.plan)
    if due.overdue:
        kind, why, days = DueKind.OVERDUE, in_short(due, said), (as_at - standing.due).days
    elif standing.stale:
        days = max(part.days_since_report or 0 for part in parts if part.stale)
        kind, why = DueKind.STALE, f"{_old_report(standing, days)}; {said}"
    elif began <= as_at and not all(part.is_reported for part in parts):
        days = (as_at - began).days
        kind, why = DueKind.UNREPORTED, f"{said}; {_whose_time(item)} began on {day(began)}"
    elif due.is_open and standing.due <= last:
        kind, why, days = DueKind.DUE, in_short(due, said), (standing.due - as_at).days
    else:
        return None
    return Wait(due=due, kind=kind, why=why, days=days, status=standing.status)


def _began(item: Item, plan: Plan) -> date:
    """Return the day from which a report may be expected: the first of an action's year, or of the plan."""
    year = item.year if isinstance(item, Action) else ""
    return next((known.starts for known in plan.years if known.id == year), plan.years[0].starts)


def _whose_time(item: Item) -> str:
    return "its year" if isinstance(item, Action) else "the plan"


def _old_report(standing: Standing, days: int) -> str:
    old = [part.school.record.name for part in standing.schools if part.stale and part.school]
    if len(old) > 1:
        return f"the newest reports on {count(len(old), 'school')} are up to {count(days, 'day')} old"
    return f"the newest report{f' on {old[0]}' if old else ''} is {count(days, 'day')} old"


def _said(standing: Standing) -> str:
    """Say in a few words what the reports have come to."""
    if standing.is_reported:
        silent = silence(standing.schools)
        return f"reported as {standing_status(standing).word.lower()}{f', {silent}' if silent else ''}"
    return "some evidence, but no report gives a status" if standing.has_partial_proof else "nothing reported"
