"""What waits for a report on a day: what is past its date, has an old report, has none, or is due soon.

The marks are those of the site: past its date and stale come from `Progress`, and something is not reported where no
report gives a status. Each action or goal is listed once, for what presses most.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from hooks.page_paths import objective_page
from hooks.views.item_words import silence
from hooks.views.items import NO_LEAD, standing_status
from validate.academic import year_holding
from validate.plan.pillars import Action
from validate.status import Status
from validate.words import count, day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from validate.plan.pillars import Item, Role
    from validate.plan.plan import Plan
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing

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
class Due:
    """One thing that waits."""

    id: str
    text: str
    """What is to be done, in words."""
    sort: str
    """What it is: an action, a goal, or something else with a date, such as a market test."""
    role: Role | None
    """The role that leads it or answers for it."""
    page: str
    """Where the site shows it: a page's path and a place on it."""
    due: date
    kind: DueKind
    why: str
    """What is the matter with it, as a sentence without capital and full stop."""
    days: int
    """Days past its date, since its newest report, since its year began, or left until its date."""
    status: Status | None = None
    """Where it stands, if it is something that has a status."""
    file: str = ""
    """The file in which it is recorded, where no command asks for it."""

    @property
    def order(self) -> tuple[int, int]:
        """Its place in a list: by kind, and within a kind what presses most first."""
        return KINDS.index(self.kind), self.days if self.kind is DueKind.DUE else -self.days

    @property
    def lead_id(self) -> str:
        """The id of its role, or NO_LEAD."""
        return self.role.id if self.role else NO_LEAD


@dataclass(frozen=True, kw_only=True, slots=True)
class DueItem(Due):
    """One action or goal that waits for a report."""

    item: Item


AnyDue = TypeVar("AnyDue", bound=Due)


def due_items(
    plan: Plan, progress: Progress, role: str | None = None, within: int | None = None
) -> tuple[DueItem, ...]:
    """Return what waits for a report, by kind, and within a kind what presses most first.

    `role` keeps to what that role leads, or NO_LEAD to what nobody leads. What is due soon falls due within so many
    days, or else by the end of the next term.
    """
    last = horizon(plan, progress.as_at, within)
    return in_order((due for item in plan.items if (due := _due(item, progress, last))), role)


def in_order(found: Iterable[AnyDue], role: str | None) -> tuple[AnyDue, ...]:
    """Return what a role leads of this, or what everybody leads, in order."""
    return tuple(sorted((due for due in found if role in (None, due.lead_id)), key=lambda due: due.order))


def horizon(plan: Plan, as_at: date, within: int | None) -> date:
    """Return the last day on which something is due soon."""
    if within is not None:
        return as_at + timedelta(days=within)
    year = year_holding(as_at, plan.years[0])
    after = year_holding(year.ends + timedelta(days=1), plan.years[0])
    _, next_end, *_ = (term.ends for term in (*year.terms, *after.terms) if term.ends >= as_at)
    return next_end


def when_due(due: date, as_at: date) -> str:
    """Say when something was due or is to be: was due on 31 August 2025, 212 days ago."""
    days = (due - as_at).days
    if days < 0:
        return f"was due on {day(due)}, {count(-days, 'day')} ago"
    left = f"in {count(days, 'day')}" if days else "today"
    return f"due on {day(due)}, {left}"


def _due(item: Item, progress: Progress, last: date) -> DueItem | None:
    standing, as_at = progress.standings[item.id], progress.as_at
    parts = standing.schools or (standing,)
    began = _began(item, progress.plan)
    said = _said(standing)
    if standing.overdue:
        days = (as_at - standing.due).days
        kind, why = DueKind.OVERDUE, f"{when_due(standing.due, as_at)}; {said}"
    elif standing.stale:
        days = max(part.days_since_report or 0 for part in parts if part.stale)
        kind, why = DueKind.STALE, f"{_old_report(standing, days)}; {said}"
    elif began <= as_at and not all(part.is_reported for part in parts):
        days = (as_at - began).days
        kind, why = DueKind.UNREPORTED, f"{said}; {_whose_time(item)} began on {day(began)}"
    elif standing.due <= last and any(part.is_open or part.status is Status.DEFERRED for part in parts):
        days = (standing.due - as_at).days
        kind, why = DueKind.DUE, f"{when_due(standing.due, as_at)}; {said}"
    else:
        return None
    return DueItem(
        id=item.id,
        text=item.text,
        sort="action" if isinstance(item, Action) else "goal",
        role=item.lead,
        page=f"{objective_page(item.objective.id)}#{item.id}",
        due=standing.due,
        kind=kind,
        why=why,
        days=days,
        item=item,
        status=standing.status,
    )


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
