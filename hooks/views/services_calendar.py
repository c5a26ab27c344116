"""The calendar of market tests: those made, those due and those overdue, by academic year and term, and a timeline."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.services_timeline import TimelineView, timeline
from validate.academic import year_holding
from validate.records.services import MARKET_TEST
from validate.standing.deadlines.noted import due_of
from validate.standing.services import services_in
from validate.words import day, every, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.academic import AcademicYear
    from validate.records.report import EvidenceRecord
    from validate.standing.deadlines.due import Due
    from validate.standing.services import Offer, Service

DONE, DUE, OVERDUE = "done", "due", "overdue"
WORDS = {DONE: "Tested", DUE: "Due", OVERDUE: "Overdue"}


@dataclass(frozen=True, kw_only=True, slots=True)
class EventView:
    """A market test that was made, or one that is due."""

    date: date
    term: str
    service: str
    href: str
    state: str
    """done, due or overdue."""
    word: str
    outcome: str
    evidence: list[EvidenceRecord]
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarYearView:
    """The market tests of one academic year, in order of time."""

    label: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarView:
    """The calendar; without years where no day is known."""

    sentence: str
    years: tuple[CalendarYearView, ...]
    timeline: TimelineView | None
    dateless: str
    """The services that are to be market tested, but without any day."""


def calendar_view(offer: Offer, context: SiteContext) -> CalendarView:
    """Return the calendar of market tests."""
    testing = [(service, due_of(service, MARKET_TEST, context.as_at)) for service in services_in(offer)]
    like = context.plan.years[0]
    events = sorted(_events(offer, testing, context), key=lambda event: event.date)
    years = groupby(events, key=lambda event: year_holding(event.date, like).id)
    return CalendarView(
        sentence=_sentence(offer, testing, context.as_at),
        years=tuple(CalendarYearView(label=year, events=tuple(found)) for year, found in years),
        timeline=timeline(testing, like, context.as_at) if events else None,
        dateless=listed(
            [service.record.name for service, found in testing if found.is_asked and not (found.met or found.due)]
        ),
    )


def _events(offer: Offer, testing: list[tuple[Service, Due]], context: SiteContext) -> Iterator[EventView]:
    like, as_at = context.plan.years[0], context.as_at
    for service, found in testing:
        for test in found.met:
            yield EventView(
                date=test.record.date,
                term=_term(test.record.date, like),
                service=service.record.name,
                href=f"#service-{service.record.id}",
                state=DONE,
                word=WORDS[DONE],
                outcome=test.record.outcome,
                evidence=test.record.evidence,
                kept=kept(test, as_at, offer),
            )
        if found.due:
            state = OVERDUE if found.overdue else DUE
            yield EventView(
                date=found.due,
                term=_term(found.due, like),
                service=service.record.name,
                href=f"#service-{service.record.id}",
                state=state,
                word=WORDS[state],
                outcome="",
                evidence=[],
                kept=kept(service, as_at, offer),
            )


def _term(found: date, like: AcademicYear) -> str:
    year = year_holding(found, like)
    return next(term.name for term in year.terms if term.starts <= found <= term.ends).removesuffix(f" {year.id}")


def _sentence(offer: Offer, testing: list[tuple[Service, Due]], as_at: date) -> str:
    if not any(found.is_asked for _, found in testing):
        return "The plan does not say whether or when services are market tested."
    months = offer.record.market_test_months
    said = [f"Each service is to be tested {every(months)}, unless it says otherwise."] if months else []
    overdue = listed([service.record.name for service, found in testing if found.overdue])
    said.append(f"Overdue on {day(as_at)}: {overdue}." if overdue else f"On {day(as_at)} none is overdue.")
    return " ".join(said)
