"""Governance: bodies that answer upwards and fit their seats, and reviews that are still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.records.governance import NEXT_REVIEW, BodyRecord, GovernanceReviewRecord
from validate.rules.rule import Found, rule, rule_of
from validate.standing.deadlines.noted import due_of
from validate.standing.governance import circles
from validate.words import commas, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene


@rule("body-circle")
def body_circle(scene: Scene) -> Iterator[Found]:
    """Report bodies that answer to one another in a circle."""
    for circle in circles(tuple(scene.every(BodyRecord))):
        first, *others = (body.record.name for body in circle)
        way = f" by way of {commas(others)}" if others else ""
        yield Found(
            circle[0].place("reports_to"),
            f'"{first}" answers to itself{way}',
            'Remove "reports_to" from the body at the top, or correct it where it is wrong.',
        )


@rule_of(BodyRecord, "seats-overfilled")
def seats_overfilled(body: Entry[BodyRecord]) -> Iterator[Found]:
    """Report bodies with more people than seats."""
    seats, filled = body.record.seats, body.record.filled
    if seats is not None and filled is not None and filled > seats:
        found = f'{filled} seats of "{body.record.name}" are filled, and it has {seats}'
        yield Found(body.place("filled"), found, "Correct one of the two numbers.")


@rule("review-order")
def next_review_held(scene: Scene) -> Iterator[Found]:
    """Report days set for a next review of governance that has been held since."""
    for review in scene.every(GovernanceReviewRecord):
        last = due_of(review, NEXT_REVIEW, scene.newest_day).last_day if scene.newest_day else None
        next_due = review.record.next_due
        if last and next_due and next_due <= last:
            yield Found(
                review.place("next_due"),
                f"the next review is set for {day(next_due)}, and the last one was held on {day(last)}",
                "Write the day on which the next one is due, or remove it: then the months between reviews count.",
            )
