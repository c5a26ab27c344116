"""How the trust is governed: bodies and who answers to whom, decisions, and reviews that come round."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from validate.plan.entry import Entry
from validate.records.governance import BodyRecord, DecisionRecord, GovernanceRecord, GovernanceReviewRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

Governance: TypeAlias = Entry[GovernanceRecord]
Body: TypeAlias = Entry[BodyRecord]
Review: TypeAlias = Entry[GovernanceReviewRecord]


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
