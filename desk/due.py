"""What waits for a report on a day: what is past its date, has an old report, has none, or is due soon.

The marks are those of the site: past its date and stale come from `Progress`, and something is not reported where no
report gives a status. Each action or goal is listed once, for what presses most.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from hooks.filters import count, day
from hooks.views.item_words import silence
from hooks.views.items import NO_LEAD, standing_status
from validate.model.plan import Action
from validate.status import Status

if TYPE_CHECKING:
    from datetime import date

    from validate.model.plan import Item, Plan
    from validate.progress.standing import Progress, Standing

NO_LEAD_NAME = "No lead named"
"""Stands for the role of what nobody leads."""


class DueKind(StrEnum):
    """Why something waits for a report, what presses most first."""

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


@dataclass(frozen=True, kw_only=True, slots=True)
class DueItem:
    """One action or goal that waits for a report."""

    item: Item
    standing: Standing
    kind: DueKind
    why: str
    """What is the matter with it, as a sentence without capital and full stop."""
    days: int
    """Days past its date, since its newest report, since its year began, or left until its date."""

    @property
    def pressing(self) -> int:
        """How much it presses beside others of its kind."""
        return -self.days if self.kind is DueKind.DUE else self.days

    @property
    def lead_id(self) -> str:
        """The id of the role that leads it, or NO_LEAD."""
        return self.item.lead.id if self.item.lead else NO_LEAD

    @property
    def lead(self) -> str:
        """The name of the role that leads it."""
        return self.item.lead.name if self.item.lead else NO_LEAD_NAME


def due_items(
    plan: Plan, progress: Progress, role: str | None = None, within: int | None = None
) -> tuple[DueItem, ...]:
    """Return what waits for a report, by kind, and within a kind what presses most first.

    `role` keeps to what that role leads, or NO_LEAD to what nobody leads. What is due soon falls due within so many
    days, or else by the end of the next term.
    """
    horizon = _horizon(plan, progress.as_at, within)
    found = [due for item in plan.items if (due := _due(item, progress, horizon))]
    kinds = list(DueKind)
    led = [due for due in found if role in (None, due.lead_id)]
    return tuple(sorted(led, key=lambda due: (kinds.index(due.kind), -due.pressing)))


def _horizon(plan: Plan, as_at: date, within: int | None) -> date:
    """Return the last day on which something is due soon."""
    if within is not None:
        return as_at + timedelta(days=within)
    ends = [term.ends for term in plan.terms if term.ends >= as_at]
    return ends[min(1, len(ends) - 1)] if ends else as_at


def _due(item: Item, progress: Progress, horizon: date) -> DueItem | None:
    standing, as_at = progress.standings[item.id], progress.as_at
    parts = standing.schools or (standing,)
    began = _began(item, progress.plan)
    said = _said(standing)
    if standing.overdue:
        days = (as_at - standing.due).days
        kind, why = DueKind.OVERDUE, f"past its date, {day(standing.due)}, by {count(days, 'day')}; {said}"
    elif standing.stale:
        days = max(part.days_since_report or 0 for part in parts if part.stale)
        kind, why = DueKind.STALE, f"{_old_report(standing, days)}; {said}"
    elif began <= as_at and not all(part.is_reported for part in parts):
        days = (as_at - began).days
        kind, why = DueKind.UNREPORTED, f"{said}; {_whose_time(item)} began on {day(began)}"
    elif standing.due <= horizon and any(part.is_open or part.status is Status.DEFERRED for part in parts):
        days = (standing.due - as_at).days
        left = f"in {count(days, 'day')}" if days else "today"
        kind, why = DueKind.DUE, f"due on {day(standing.due)}, {left}; {said}"
    else:
        return None
    return DueItem(item=item, standing=standing, kind=kind, why=why, days=days)


def _began(item: Item, plan: Plan) -> date:
    """Return the day from which a report may be expected: the first of an action's year, or of the plan."""
    year = item.year if isinstance(item, Action) else ""
    return next((known.starts for known in plan.years if known.id == year), plan.years[0].starts)


def _whose_time(item: Item) -> str:
    return "its year" if isinstance(item, Action) else "the plan"


def _old_report(standing: Standing, days: int) -> str:
    old = [part.school.name for part in standing.schools if part.stale and part.school]
    if len(old) > 1:
        return f"the newest reports on {count(len(old), 'school')} are up to {count(days, 'day')} old"
    return f"the newest report{f' on {old[0]}' if old else ''} is {count(days, 'day')} old"


def _said(standing: Standing) -> str:
    """Say in a few words what the reports have come to."""
    if standing.is_reported:
        silent = silence(standing.schools)
        return f"reported as {standing_status(standing).word.lower()}{f', {silent}' if silent else ''}"
    return "some evidence, but no report gives a status" if standing.has_partial_proof else "nothing reported"
