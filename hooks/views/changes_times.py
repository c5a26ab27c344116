"""The times by which the page of changes tells what changed: each term begun, and the time after the plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hooks.views.amendments import AmendedView, listed_amendments
from validate.history.amendments import amendments_of
from validate.history.promise import promises_of
from validate.words import day, span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.context import SiteContext

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Time:
    """A term, or the time after the plan."""

    id: str
    heading: str
    dates: str
    first: date
    last: date
    """Its last day, or that of the site where it has not ended."""
    is_term: bool = True

    @property
    def eve(self) -> date:
        """The day before it."""
        return self.first - A_DAY

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in it."""
        return self.first <= day <= self.last


def times_of(context: SiteContext) -> Iterator[Time]:
    """Yield each term begun, and the time after the plan, oldest first."""
    for term in context.plan.terms:
        if term.starts <= context.as_at:
            dates = span(term.starts, term.ends)
            yield Time(term.id, term.name, dates, term.starts, min(term.ends, context.as_at))
    last = context.plan.years[-1].ends
    if last < context.as_at:
        dates = f"After {day(last)}"
        yield Time("after-the-plan", "After the plan", dates, last + A_DAY, context.as_at, is_term=False)


def amended_by_time(context: SiteContext, times: Iterable[Time]) -> Iterator[tuple[AmendedView, ...]]:
    """Yield for each time the promises that were amended in it."""
    entries = amendments_of(context.plan)
    promises = promises_of(context.plan) if entries else {}
    for time in times:
        held = tuple(entry for entry in entries if time.holds(entry.record.decided))
        yield tuple(listed_amendments(context.plan, promises, held, context.as_at))
