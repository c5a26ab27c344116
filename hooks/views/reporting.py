"""What is missing, late or old: what still needs a report, by the role that leads it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.page_paths import objective_page, school_page
from hooks.views.dates import DateView, date_views
from hooks.views.items import NO_LEAD
from validate.words import are, commas, count, have, its, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.context import SiteContext
    from validate.plan.pillars import Objective
    from validate.standing.standing import Standing

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
    at_some_schools: int
    """Of those not reported, how many are so at a part of their schools only."""

    @property
    def besides(self) -> str:
        """Say what is to be known of those not reported; empty where there is nothing."""
        late = self.not_reported_late
        parts = [
            f"{late} past {its(late)} date" if late else "",
            f"{self.partial} with some evidence" if self.partial else "",
            f"{self.at_some_schools} at some schools" if self.at_some_schools else "",
        ]
        return commas(parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectiveListView:
    """What one objective has in a list. `items` is empty where the page only counts."""

    id: str
    title: str
    href: str
    number: int
    total: int
    """How many actions and goals of the objective the role leads."""
    items: tuple[Standing, ...]
    """Where its actions and goals stand."""


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
class SchoolCountsView:
    """One school with what is tracked there. Each action at the school counts once."""

    name: str
    href: str
    counts: CountsView


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportingView:
    """The page of what is missing."""

    sentence: str
    stale_after_days: int
    counts: CountsView
    leads: tuple[LeadView, ...]
    schools: tuple[SchoolCountsView, ...]
    """Each school at which any action is tracked, by name."""
    dates: tuple[DateView, ...]
    """What else is past its day or due soon."""


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
    counts = _counts(context.progress.standings.values())
    is_listed = counts.total - counts.nothing_due <= LISTED
    return ReportingView(
        sentence=_sentence(counts),
        stale_after_days=context.plan.record.reporting.stale_after_days,
        counts=counts,
        leads=tuple(_leads(context, is_listed=is_listed)),
        schools=tuple(_schools(context)),
        dates=date_views(context),
    )


def need(standing: Standing) -> str:
    """Say what is needed: a status, at each school if it is tracked so, to be finished, a new report, or nothing."""
    if not standing.is_reported:
        return NOT_REPORTED
    if standing.overdue:
        return LATE
    if standing.stale:
        return OLD
    return NOT_REPORTED if _is_silent_somewhere(standing) else NOTHING_DUE


def _is_silent_somewhere(standing: Standing) -> bool:
    """Tell whether there is a status, but not from each of its schools."""
    return standing.is_reported and not all(school.is_reported for school in standing.schools)


def _schools(context: SiteContext) -> Iterator[SchoolCountsView]:
    for school in context.plan.schools:
        standings = context.progress.by_school[school.id]
        if standings:
            yield SchoolCountsView(
                name=school.record.name,
                href=f"{school_page(school.id)}#asked",
                counts=_counts(standings),
            )


def _counts(standings: Iterable[Standing]) -> CountsView:
    known = [(need(standing), standing) for standing in standings]
    needs = [what for what, _ in known]
    return CountsView(
        not_reported=needs.count(NOT_REPORTED),
        late=needs.count(LATE),
        old=needs.count(OLD),
        nothing_due=needs.count(NOTHING_DUE),
        total=len(known),
        not_reported_late=sum(what == NOT_REPORTED and standing.overdue for what, standing in known),
        partial=sum(what == NOT_REPORTED and standing.has_partial_proof for what, standing in known),
        at_some_schools=sum(what == NOT_REPORTED and _is_silent_somewhere(standing) for what, standing in known),
    )


def _leads(context: SiteContext, *, is_listed: bool) -> Iterator[LeadView]:
    """Return each role that leads something, in the plan's order, then what nobody leads."""
    led: dict[str, list[tuple[Objective, Standing]]] = {}
    for objective in context.plan.objectives:
        for item in objective.items:
            led.setdefault(item.lead.id if item.lead else "", []).append(
                (objective, context.progress.standings[item.id])
            )
    names = {**{role.id: role.record.name for role in context.plan.roles.values()}, "": "No lead named in the plan"}
    for role, name in names.items():
        if role in led:
            yield _lead(role or NO_LEAD, name, led[role], is_listed=is_listed)


def _lead(role: str, name: str, entries: list[tuple[Objective, Standing]], *, is_listed: bool) -> LeadView:
    lists = (_list(f"{role}-{what}", what, entries, is_listed=is_listed) for what in HEADINGS)
    return LeadView(
        id=f"lead-{role}",
        name=name,
        counts=_counts(standing for _, standing in entries),
        lists=tuple(found for found in lists if found.number),
    )


def _list(anchor: str, what: str, entries: list[tuple[Objective, Standing]], *, is_listed: bool) -> ListView:
    objectives = []
    for _, group in groupby(entries, key=lambda entry: entry[0].id):
        led_entries = list(group)
        objective = led_entries[0][0]
        led = [standing for _, standing in led_entries]
        items = [standing for standing in led if need(standing) == what]
        if items:
            objectives.append(
                ObjectiveListView(
                    id=objective.id,
                    title=objective.record.title,
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
        are(counts.not_reported, "not reported") if counts.not_reported else "",
        are(counts.late, "past the date and still open") if counts.late else "",
        have(counts.old, "a report that has grown old") if counts.old else "",
    ]
    said = listed(parts) or "every one is finished or has a report that is not old"
    sentence = f"Of {count(counts.total, 'action or goal', 'actions and goals')}, {said}."
    schools, partial = counts.at_some_schools, counts.partial
    besides = [
        have(partial, "some evidence") if partial else "",
        have(schools, "a status at some schools and none at others") if schools else "",
    ]
    return f"{sentence} Of those not reported, {listed(besides)}." if any(besides) else sentence
