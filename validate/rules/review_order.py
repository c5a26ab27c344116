"""The reviews of governance stand in order of time, and the next one lies after the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.governance import GovernanceRecord, HeldRecord
from validate.rules.happened import out_of_order
from validate.standing.deadlines.noted import due_of
from validate.standing.governance import reviews_of
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene
    from validate.standing.governance import Review


def check(scene: Scene) -> Iterator[Problem]:
    """Report reviews older than the one above them, and days set for a next one that has been held since."""
    governance = scene.plan.part(GovernanceRecord)
    for review in reviews_of(governance) if governance else ():
        held = review.below(HeldRecord)
        yield from out_of_order("review-order", "review", [(h, h.record.date) for h in held], scene.newest_day)
        yield from _next_is_past(review, scene)


def _next_is_past(review: Review, scene: Scene) -> Iterator[Problem]:
    last = due_of(review, scene.newest_day).last_day if scene.newest_day else None
    next_due = review.record.next_due
    if last and next_due and next_due <= last:
        yield Problem(
            code="review-order",
            place=review.place("next_due"),
            message=f"the next review is set for {in_words(next_due)}, and the last one was held on {in_words(last)}",
            cure="Write the day on which the next one is due, or remove it: then the months between reviews count.",
        )
