"""How the trust is governed: who answers to whom, and which reviews of governance are due on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from validate.days import months_after
from validate.plan.entry import Entry
from validate.records.governance import (
    BodyRecord,
    DecisionRecord,
    GovernanceRecord,
    GovernanceReviewRecord,
    HeldRecord,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

Governance: TypeAlias = Entry[GovernanceRecord]
Body: TypeAlias = Entry[BodyRecord]
Review: TypeAlias = Entry[GovernanceReviewRecord]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewStanding:
    """Where a review that comes round stands on a day."""

    held: tuple[Entry[HeldRecord], ...]
    """When it took place by the day, oldest first."""
    due: date | None
    """When it is due next, where that can be told."""
    overdue: bool

    @property
    def last(self) -> Entry[HeldRecord] | None:
        """When it last took place."""
        return self.held[-1] if self.held else None


def bodies_of(governance: Governance) -> tuple[Body, ...]:
    """Return the bodies in the order of the file."""
    return governance.below(BodyRecord)


def decisions_of(governance: Governance) -> tuple[Entry[DecisionRecord], ...]:
    """Return the rows of the scheme of delegation."""
    return governance.below(DecisionRecord)


def reviews_of(governance: Governance) -> tuple[Review, ...]:
    """Return the reviews that come round."""
    return governance.below(GovernanceReviewRecord)


def reporting_to(bodies: tuple[Body, ...], above: str | None) -> tuple[Body, ...]:
    """Return the bodies that report to the one of this id, or to none that is listed."""
    known = {body.record.id for body in bodies}
    if above is None:
        return tuple(body for body in bodies if body.record.reports_to not in known)
    return tuple(body for body in bodies if body.record.reports_to == above)


def circles(bodies: tuple[Body, ...]) -> Iterator[tuple[Body, ...]]:
    """Yield each circle of bodies in which every one reports to the next and the last to the first."""
    by_id = {body.record.id: body for body in reversed(bodies)}
    told: set[str] = set()
    for body in bodies:
        way: dict[str, Body] = {}
        step: Body | None = body
        while step and step.record.id not in way:
            way[step.record.id] = step
            step = by_id.get(step.record.reports_to or "")
        if step is body and body.record.id not in told:
            told |= way.keys()
            yield tuple(way.values())


def review_standing(review: Review, day: date) -> ReviewStanding:
    """Return where a review stands on a day.

    It is due on the day that is set, if that is later than the last one; or else the interval after the last one.
    """
    entries = review.below(HeldRecord)
    held = tuple(sorted((found for found in entries if found.record.date <= day), key=lambda found: found.record.date))
    due = next_review(review.record, held[-1].record.date if held else None)
    return ReviewStanding(held=held, due=due, overdue=due is not None and due < day)


def next_review(review: GovernanceReviewRecord, last: date | None) -> date | None:
    """Return when the next review is due, where that can be told."""
    if review.next_due and (last is None or review.next_due > last):
        return review.next_due
    return months_after(last, review.every_months) if last and review.every_months else None
