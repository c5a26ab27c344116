"""The market tests and reviews of a service stand in order of time, the oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.records.services import MarketTestRecord, ServiceReviewRecord, ServicesRecord
from validate.rules.happened import out_of_order
from validate.standing.services import services_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.problems import Problem
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report market tests and reviews that are older than the one above them."""
    offer, newest = scene.plan.part(ServicesRecord), scene.newest_day
    for service in services_in(offer) if offer else ():
        tests = service.below(MarketTestRecord)
        reviews = service.below(ServiceReviewRecord)
        yield from out_of_order("market-test-order", "market test", [(t, t.record.date) for t in tests], newest)
        yield from out_of_order("market-test-order", "review", [(r, r.record.date) for r in reviews], newest)
