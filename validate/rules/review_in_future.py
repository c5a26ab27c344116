"""Market tests and reviews that are recorded have taken place, so none is dated after the day of the check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.problems import Problem
from validate.records.governance import GovernanceRecord, HeldRecord
from validate.records.services import MarketTestRecord, ServiceReviewRecord, ServicesRecord
from validate.standing.governance import reviews_of
from validate.standing.services import services_in
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report market tests and reviews dated after the newest day there is."""
    for part, day in _dated(scene):
        if scene.newest_day and day > scene.newest_day:
            yield Problem(
                code="review-in-future",
                place=part.place("date"),
                message=f"{in_words(day)} is later than the day of this check, {in_words(scene.newest_day)}",
                cure="Correct the date, or add it when it has taken place. "
                "If the day of the check is wrong, correct as_at in plan/plan.yml.",
            )


def _dated(scene: Scene) -> Iterator[tuple[Entry[Any], date]]:
    offer, governance = scene.plan.part(ServicesRecord), scene.plan.part(GovernanceRecord)
    for service in services_in(offer) if offer else ():
        for test in service.below(MarketTestRecord):
            yield test, test.record.date
        for review in service.below(ServiceReviewRecord):
            yield review, review.record.date
    for cycle in reviews_of(governance) if governance else ():
        for held in cycle.below(HeldRecord):
            yield held, held.record.date
