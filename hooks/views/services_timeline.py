"""The market tests of each service on a line of time: where marks stand, in percent across."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from validate.academic import year_holding
from validate.words import commas, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.academic import AcademicYear
    from validate.standing.services import MarketTesting, Service

LABELS = 5
"""The most years that are named below the lines, so that their names do not touch on a phone."""
EDGE = 2
"""The percent of the width left free at each side, so that marks are not cut."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkView:
    """A test that was made (done) or is to be made (due or overdue)."""

    state: str
    x: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineRowView:
    """The line of one service, with the same in words."""

    service: Service
    words: str
    overdue: bool
    marks: tuple[MarkView, ...]
    wait: tuple[Decimal, Decimal] | None
    """From the last test to the day of the next one; where that is overdue, to today."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TimelineView:
    """The lines of all services that have a day, on one scale."""

    rows: tuple[TimelineRowView, ...]
    ticks: tuple[tuple[str, Decimal], ...]
    """Academic years and where they begin."""
    today: Decimal


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    today: date

    def x(self, found: date) -> Decimal:
        """Return where a day stands."""
        share = Decimal((found - self.first).days) / (self.last - self.first).days
        return (EDGE + share * (100 - 2 * EDGE)).quantize(Decimal("0.01"))


def timeline(testing: list[tuple[Service, MarketTesting]], like: AcademicYear, as_at: date) -> TimelineView:
    """Return the timeline of every service of which a day is known."""
    known = [(service, found) for service, found in testing if found.tests or found.due]
    days = [as_at, *(found for _, standing in known for found in _days(standing))]
    scale = _Scale(year_holding(min(days), like).starts, year_holding(max(days), like).ends, as_at)
    return TimelineView(
        rows=tuple(_row(service, found, scale) for service, found in known),
        ticks=tuple(_ticks(scale, like)),
        today=scale.x(as_at),
    )


def _days(found: MarketTesting) -> Iterator[date]:
    yield from (test.record.date for test in found.tests)
    if found.due:
        yield found.due


def _row(service: Service, found: MarketTesting, scale: _Scale) -> TimelineRowView:
    marks = [MarkView(state="done", x=scale.x(test.record.date)) for test in found.tests]
    if found.due:
        marks.append(MarkView(state="overdue" if found.overdue else "due", x=scale.x(found.due)))
    return TimelineRowView(
        service=service,
        words=_words(found),
        overdue=found.overdue,
        marks=tuple(marks),
        wait=_wait(found, scale),
    )


def _wait(found: MarketTesting, scale: _Scale) -> tuple[Decimal, Decimal] | None:
    since = found.last.record.date if found.last else found.due
    if since is None or found.due is None or not (found.last or found.overdue):
        return None
    return scale.x(since), scale.x(scale.today if found.overdue else found.due)


def _words(found: MarketTesting) -> str:
    tests = commas(day(test.record.date) for test in found.tests)
    due = f"due on {day(found.due)}" if found.due else "no day is set for the next"
    return f"tested on {tests}; {due}" if tests else due


def _ticks(scale: _Scale, like: AcademicYear) -> Iterator[tuple[str, Decimal]]:
    """Yield the years that are named: as many as there is room for, evenly spaced."""
    first, end = scale.first.year, (scale.last + timedelta(days=1)).year
    step = -(-(end - first) // LABELS)
    for year in range(first, end - step + 1, step):
        begins = like.starts.replace(year=year)
        yield year_holding(begins, like).id, scale.x(begins)
