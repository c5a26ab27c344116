"""A service that does not keep what it promises names what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.services import ServiceReviewRecord, ServicesRecord
from validate.standing.services import services_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report reviews that find a service below its promises and name no intervention."""
    offer = scene.plan.part(ServicesRecord)
    for service in services_in(offer) if offer else ():
        for review in service.below(ServiceReviewRecord):
            if not review.record.meets and not review.record.intervention:
                yield Problem(
                    code="no-intervention",
                    place=review.place("meets"),
                    message=f'"{service.record.name}" does not keep what it promises, '
                    "and this review does not say what is done about it",
                    cure="Add an intervention: one sentence on what is done until the service keeps its promises.",
                )
