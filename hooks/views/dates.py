"""Where the site shows what is due, and what is past its day or due soon besides actions and goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import objective_page
from hooks.views.kept import kept
from validate.plan.pillars import Action, Goal
from validate.standing.deadlines.due import in_short
from validate.standing.deadlines.everything import dates, soon_until

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.records.notes import Deadline
    from validate.standing.deadlines.due import Due

ALL_DATES = "reporting.md#dates"
"""Where everything with a date stands that has no page of its own."""

PAGES = {
    "joining": ("joining.md", "schools/{}.md#stages"),
    "support": ("support.md", "schools/{}.md#support"),
    "services": ("services.md", "services.md#service-{}"),
    "governance": ("governance.md", "governance.md#reviews"),
}
"""Which page tells of a kind of thing that is due, and where one is shown, by what stands before its id; {} is that."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DateView:
    """Something besides actions and goals that is past its day, or is due soon."""

    id: str
    text: str
    href: str
    role: str
    """The role that answers for it."""
    words: str
    """When it is due, and what is recorded of it."""
    overdue: bool
    kept: str


def page_of_kind(note: Deadline) -> str:
    """Return the page that shows what is due of a kind."""
    return PAGES[note.group][0] if note.group in PAGES else ALL_DATES


def page_of(due: Due) -> str:
    """Return where the site shows what is due: a page's path and a place on it."""
    if isinstance(due.entry, Action | Goal):
        return f"{objective_page(due.entry.objective.id)}#{due.id}"
    if due.note.group in PAGES:
        return PAGES[due.note.group][1].format(due.id.split("/")[1])
    return ALL_DATES


def date_views(context: SiteContext) -> tuple[DateView, ...]:
    """Return what is past its day or due soon, in order of time."""
    plan, as_at = context.plan, context.as_at
    last = soon_until(plan, as_at)
    found = [(due.due, due) for due in dates(plan, as_at) if due.is_open and due.due and due.due <= last]
    return tuple(
        DateView(
            id=due.id,
            text=due.text,
            href=page_of(due),
            role=due.role.record.name if due.role else "",
            words=in_short(due),
            overdue=due.overdue,
            kept=kept(due.entry, as_at) or kept(due.about, as_at),
        )
        for _, due in sorted(found, key=lambda pair: pair[0])
    )
