"""What is missing, late or old: what still needs a report, by the role that leads it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hooks.filters import count
from hooks.page import Page
from hooks.views.numbers import listed
from hooks.views.standing import NO_LEAD, ItemView, objective_page
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.context import SiteContext
    from validate.model import Item, Objective

REPORTING_PAGE = "reporting.md"

LISTED = 1000
"""Where more than this is listed, the page counts by objective and leaves the single items to their own pages."""

NOT_REPORTED = "not-reported"
LATE = "late"
OLD = "old"
NOTHING_DUE = "nothing-due"

HEADINGS = {
    NOT_REPORTED: "Not reported",
    LATE: "Past its date and still open",
    OLD: "Report grown old",
}
"""The lists of each role, in order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CountsView:
    """How many need what. The first four add up to the total."""

    not_reported: int
    late: int
    old: int
    nothing_due: int
    total: int
    not_reported_late: int
    """Of those not reported, how many are past their date."""
    partial: int
    """Of those not reported, how many have some evidence, though not enough for a status."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectiveListView:
    """What one objective has in a list. `items` is empty where the page only counts."""

    id: str
    title: str
    href: str
    number: int
    total: int
    """How many actions and goals of the objective the role leads."""
    items: tuple[ItemView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ListView:
    """One list of a role: what is not reported, is late, or has an old report."""

    id: str
    heading: str
    number: int
    objectives: tuple[ObjectiveListView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LeadView:
    """One role with what it has to report on."""

    id: str
    name: str
    counts: CountsView
    lists: tuple[ListView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportingView:
    """The page of what is missing."""

    sentence: str
    stale_after_days: int
    counts: CountsView
    leads: tuple[LeadView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page of what is missing."""
    yield Page(
        path=REPORTING_PAGE,
        title="What is missing, late or old",
        template="pages/reporting.md",
        view=reporting_view(context),
        searchable=False,
    )


def reporting_view(context: SiteContext) -> ReportingView:
    """Return the view of what is missing."""
    items = [context.views.item(item) for item in context.plan.items]
    counts = _counts(items)
    is_listed = counts.total - counts.nothing_due <= LISTED
    return ReportingView(
        sentence=_sentence(counts),
        stale_after_days=context.plan.reporting.stale_after_days,
        counts=counts,
        leads=tuple(_leads(context, is_listed=is_listed)),
    )


def need(item: ItemView) -> str:
    """Say what an action or goal needs: a status, to be finished, a new report, or nothing now."""
    if item.status.code == Status.NOT_REPORTED.value:
        return NOT_REPORTED
    if item.overdue:
        return LATE
    return OLD if item.stale else NOTHING_DUE


def _counts(items: Iterable[ItemView]) -> CountsView:
    known = [(need(item), item) for item in items]
    needs = [what for what, _ in known]
    return CountsView(
        not_reported=needs.count(NOT_REPORTED),
        late=needs.count(LATE),
        old=needs.count(OLD),
        nothing_due=needs.count(NOTHING_DUE),
        total=len(known),
        not_reported_late=sum(what == NOT_REPORTED and item.overdue for what, item in known),
        partial=sum(what == NOT_REPORTED and item.has_partial_proof for what, item in known),
    )


def _leads(context: SiteContext, *, is_listed: bool) -> Iterator[LeadView]:
    """Return each role that leads something, in the plan's order, then what nobody leads."""
    led: dict[str, list[tuple[Objective, Item]]] = {}
    for objective in context.plan.objectives:
        for item in objective.items:
            led.setdefault(item.lead.id if item.lead else "", []).append((objective, item))
    names = {**{role.id: role.name for role in context.plan.roles.values()}, "": "No lead named in the plan"}
    for role, name in names.items():
        if role in led:
            entries = [(objective, context.views.item(item)) for objective, item in led[role]]
            yield _lead(role or NO_LEAD, name, entries, is_listed=is_listed)


def _lead(role: str, name: str, entries: list[tuple[Objective, ItemView]], *, is_listed: bool) -> LeadView:
    lists = (_list(f"{role}-{what}", what, entries, is_listed=is_listed) for what in HEADINGS)
    return LeadView(
        id=f"lead-{role}",
        name=name,
        counts=_counts(item for _, item in entries),
        lists=tuple(found for found in lists if found.number),
    )


def _list(anchor: str, what: str, entries: list[tuple[Objective, ItemView]], *, is_listed: bool) -> ListView:
    objectives = []
    for _, group in groupby(entries, key=lambda entry: entry[0].id):
        led_entries = list(group)
        objective = led_entries[0][0]
        led = [item for _, item in led_entries]
        items = [item for item in led if need(item) == what]
        if items:
            objectives.append(
                ObjectiveListView(
                    id=objective.id,
                    title=objective.title,
                    href=objective_page(objective.id),
                    number=len(items),
                    total=len(led),
                    items=tuple(items) if is_listed else (),
                )
            )
    number = sum(entry.number for entry in objectives)
    return ListView(id=anchor, heading=HEADINGS[what], number=number, objectives=tuple(objectives))


def _sentence(counts: CountsView) -> str:
    """Say how many are not reported, are late, or have an old report."""
    if not counts.total:
        return "The plan has no actions or goals."
    parts = [
        f"{counts.not_reported} {_verb(counts.not_reported, 'is', 'are')} not reported" if counts.not_reported else "",
        f"{counts.late} {_verb(counts.late, 'is', 'are')} past the date and still open" if counts.late else "",
        f"{counts.old} {_verb(counts.old, 'has', 'have')} a report that has grown old" if counts.old else "",
    ]
    said = [part for part in parts if part] or ["every one is finished or has a report that is not old"]
    sentence = f"Of {count(counts.total, 'action or goal', 'actions and goals')}, {listed(said)}."
    if not counts.partial:
        return sentence
    return f"{sentence} Of those not reported, {counts.partial} {_verb(counts.partial, 'has', 'have')} some evidence."


def _verb(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
