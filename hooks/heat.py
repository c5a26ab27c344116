"""What heatmaps are worked out from: status at the end of each term, and how long ago reports were made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.plan.pillars import Item
    from validate.plan.plan import Plan
    from validate.standing.progress import Progress
    from validate.standing.tally import Tally

AFTER = "after-the-plan"
"""The id of the moment that stands for the time after the plan's last term."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A day for which the whole plan's statuses are looked back at: the end of a term, or today within it."""

    id: str
    """For example 2022-23/autumn."""
    year: str
    """The academic year; empty after the plan."""
    name: str
    """The term without its year."""
    day: date
    is_known: bool
    """False where the term had not begun on the day the pages are worked out for."""
    is_over: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Freshness:
    """How long ago a group's actions and goals were last reported on. Reported and never add up to items."""

    newest: date | None
    days: int | None
    items: int
    reported: int
    open: int
    """How many have no final status, so that further reports are to be expected."""

    @property
    def never(self) -> int:
        """How many have no report at all."""
        return self.items - self.reported


def moments(plan: Plan, as_at: date) -> tuple[Moment, ...]:
    """Return every term of the plan in order, and the time after it where the day lies beyond."""
    found = [
        Moment(
            id=term.id,
            year=year.id,
            name=term.name.removesuffix(f" {year.id}"),
            day=min(term.ends, as_at) if term.starts <= as_at else term.ends,
            is_known=term.starts <= as_at,
            is_over=term.ends <= as_at,
        )
        for year in plan.years
        for term in year.terms
    ]
    if as_at > plan.years[-1].ends:
        found.append(Moment(id=AFTER, year="", name="Since then", day=as_at, is_known=True, is_over=False))
    return tuple(found)


def tallies_over_time(progress: Progress, items: Iterable[Item], looked_at: Iterable[Moment]) -> Iterator[Tally]:
    """Yield where these items stood at each moment, by what had been reported until then."""
    known = list(items)
    reported = [item for item in known if item.updates]
    silent = Counter({Status.NOT_REPORTED: len(known) - len(reported)})
    for moment in looked_at:
        tally = progress.tally_on(reported, moment.day)
        yield replace(tally, counts=tally.counts + silent)


def freshness(progress: Progress, items: Iterable[Item]) -> Freshness:
    """Return how long ago these items were last reported on."""
    standings = [progress.standings[item.id] for item in items]
    newest = max((standing.newest.record.date for standing in standings if standing.newest), default=None)
    return Freshness(
        newest=newest,
        days=(progress.as_at - newest).days if newest else None,
        items=len(standings),
        reported=sum(standing.newest is not None for standing in standings),
        open=sum(standing.is_open for standing in standings),
    )
