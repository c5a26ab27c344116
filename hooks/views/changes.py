"""What changed: every report known on the day, newest first, under the term of its date."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.changes_flags import FlagsView, flags_by_time, where
from hooks.views.changes_times import Time, amended_by_time, times_of
from hooks.views.standing import StatusView, group_status, status_view
from validate.standing.history import changes
from validate.words import count, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from hooks.views.amendments import AmendedView
    from validate.plan.pillars import Item, Objective, SchoolReport, Update
    from validate.standing.history import SchoolChange

CHANGES_PAGE = "changes.md"

SHOWN = 500
"""How many reports the page shows; where there are more, it says how many it leaves out."""

OPEN = 10
"""How many reports stand open on the page; the others are folded away under their terms."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolMoveView:
    """What a report says of one school, and the status there before and after it."""

    said: SchoolReport
    before: StatusView
    after: StatusView

    @property
    def moved(self) -> bool:
        """Tell whether the report changed the status there."""
        return self.before.code != self.after.code


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportView:
    """One report: what it is about, and the status before and after it."""

    item: Item
    where: str
    """The objective, with the year or the goal heading."""
    update: Update
    before: StatusView
    after: StatusView
    schools: tuple[SchoolMoveView, ...]
    """What it says of single schools, with the status of each before it."""

    @property
    def moved(self) -> bool:
        """Tell whether the report changed the status, if only at one school."""
        return self.before.code != self.after.code or any(school.moved for school in self.schools)

    @property
    def has_evidence(self) -> bool:
        """Tell whether any proof was given, if only for one school."""
        return bool(self.update.proofs)


@dataclass(frozen=True, kw_only=True, slots=True)
class TermView:
    """What changed in one term; or, without a heading, one line that says in which terms nothing did."""

    id: str
    heading: str
    line: str
    reports: tuple[ReportView, ...]
    """The newest ones, which stand open."""
    folded: tuple[ReportView, ...]
    """The others."""
    flags: tuple[FlagsView, ...]
    """What passed its date in it, and what is no longer past its date at its end."""
    amended: tuple[AmendedView, ...]
    """The promises that were amended in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangesView:
    """The page of changes."""

    sentence: str
    left_out: int
    """Older reports that are not shown."""
    terms: tuple[TermView, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True)
class _Span:
    """What changed in one time."""

    time: Time
    reports: tuple[ReportView, ...]
    flags: tuple[FlagsView, ...]
    amended: tuple[AmendedView, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing did."""
        return not (self.reports or self.flags or self.amended)


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page of changes."""
    yield Page(
        path=CHANGES_PAGE,
        title="What changed",
        template="pages/changes.md",
        view=changes_view(context),
        searchable=False,
    )


def changes_view(context: SiteContext) -> ChangesView:
    """Return the view of the page of changes."""
    reports = all_reports(context)
    return ChangesView(
        sentence=_sentence(reports) or context.plan.record.reporting.nothing_found,
        left_out=len(reports[SHOWN:]),
        terms=tuple(_terms(_spans(context, reports))),
    )


def all_reports(context: SiteContext) -> tuple[ReportView, ...]:
    """Return every report known on the day, newest first; of one day, what changed its status first."""
    reports = [
        report
        for objective in context.plan.objectives
        for item in objective.items
        for report in reversed(list(_log(context, objective, item)))
    ]
    moved = {(report.item.id, report.update.record.date) for report in reports if report.moved}

    def newest(report: ReportView) -> tuple[date, bool]:
        return report.update.record.date, (report.item.id, report.update.record.date) in moved

    return tuple(sorted(reports, key=newest, reverse=True))


def _log(context: SiteContext, objective: Objective, item: Item) -> Iterator[ReportView]:
    """Return an item's reports, oldest first, each with the status that the one before it left."""
    for change in changes(item, context.progress):
        yield ReportView(
            item=item,
            where=where(context.plan, objective, item),
            update=change.update,
            before=group_status(change.before),
            after=group_status(change.after),
            schools=tuple(map(_school_move, change.update.schools, change.schools)),
        )


def _school_move(said: SchoolReport, change: SchoolChange) -> SchoolMoveView:
    return SchoolMoveView(said=said, before=status_view(change.before), after=status_view(change.after))


def _sentence(reports: tuple[ReportView, ...]) -> str:
    """Say how many reports there are and what they did; nothing where there are none."""
    if not reports:
        return ""
    items = len({report.item.id for report in reports})
    naming = sum(report.update.gives_status for report in reports)
    adding = len(reports) - naming
    parts = [
        f"{count(naming, 'gives', 'give')} a status" if naming else "",
        f"{count(adding, 'only adds', 'only add')} evidence or a note" if adding else "",
    ]
    said = f"{count(len(reports), 'report')} on {count(items, 'action or goal', 'actions and goals')}"
    return f"{said}: {listed(parts)}."


def _spans(context: SiteContext, reports: tuple[ReportView, ...]) -> list[_Span]:
    """Return what changed in each term begun, and after the plan if anything did, newest first."""
    times = tuple(times_of(context))
    spans = [
        _Span(time, tuple(report for report in reports if time.holds(report.update.record.date)), flags, amended)
        for time, flags, amended in zip(
            times, flags_by_time(context, times), amended_by_time(context, times), strict=True
        )
    ]
    return [span for span in reversed(spans) if span.time.is_term or not span.is_empty]


def _terms(spans: list[_Span]) -> Iterator[TermView]:
    """Return each term in which anything changed, and one line for each run of terms in which nothing did."""
    left, to_open = SHOWN, OPEN
    for is_empty, run in groupby(spans, key=lambda span: span.is_empty):
        if is_empty:
            line = f"No report in {listed([span.time.heading for span in run], 'or')}."
            yield TermView(id="", heading="", line=line, reports=(), folded=(), flags=(), amended=())
            continue
        for span in run:
            shown = span.reports[:left]
            yield TermView(
                id=span.time.id,
                heading=span.time.heading,
                line=_line(span, len(shown)),
                reports=shown[:to_open],
                folded=shown[to_open:],
                flags=span.flags,
                amended=span.amended,
            )
            left -= len(shown)
            to_open = max(0, to_open - len(shown))


def _line(span: _Span, shown: int) -> str:
    total = len(span.reports)
    if not total:
        return f"No report · {span.time.dates}"
    cut = f", {f'the newest {shown:,}' if shown else 'none'} of them shown here" if shown < total else ""
    proofs = sum(len(report.update.proofs) for report in span.reports)
    given = f" with {count(proofs, 'proof')}" if proofs else ""
    return f"{count(total, 'report')}{given}{cut} · {span.time.dates}"
