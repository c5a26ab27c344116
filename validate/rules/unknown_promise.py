"""A review of a service names the promises that are not kept, and only those that the service makes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from validate.nearest import did_you_mean
from validate.problems import Problem
from validate.records.services import ServiceReviewRecord, ServicesRecord
from validate.standing.services import promises_of, services_in
from validate.words import commas as listed
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.records.services import ServiceLevelRecord
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report reviews that name a promise the service does not make, too many or none."""
    offer = scene.plan.part(ServicesRecord)
    for service in services_in(offer) if offer else ():
        promises = {promise.record.id: promise for promise in promises_of(service)}
        for review in service.below(ServiceReviewRecord):
            yield from _named(review, promises)
            if review.record.meets is bool(review.record.below):
                yield _does_not_fit(review)


def _named(review: Entry[ServiceReviewRecord], promises: dict[str, Entry[ServiceLevelRecord]]) -> Iterator[Problem]:
    for number, named in enumerate(review.record.below):
        promise = promises.get(named)
        if promise is None:
            yield Problem(
                code="unknown-promise",
                place=review.place("below", number),
                message=f'"{short(named)}" is not a promise of this service' + did_you_mean(named, promises),
                allowed=listed(list(promises)),
                cure="Write the id of one of the service's levels, or add the promise there first.",
            )
        elif _is_seen_before(review, promise):
            yield Problem(
                code="unknown-promise",
                place=review.place("below", number),
                message=f'the public sees this review, and does not see the promise "{short(named)}" that it names',
                cure='Keep the review from the public as well, with the promise\'s "audience" or "publish_after".',
            )


def _is_seen_before(review: Entry[ServiceReviewRecord], promise: Entry[ServiceLevelRecord]) -> bool:
    """Tell whether the public sees the review at a time when it does not see the promise."""
    if review.for_trustees:
        return False
    return promise.for_trustees or (promise.publish_after or date.min) > (review.publish_after or date.min)


def _does_not_fit(review: Entry[ServiceReviewRecord]) -> Problem:
    if review.record.meets:
        return Problem(
            code="unknown-promise",
            place=review.place("below"),
            message="this review says that every promise is kept, and names some that are not",
            cure='Write "meets: false", or remove "below".',
        )
    return Problem(
        code="unknown-promise",
        place=review.place("meets"),
        message="this review says that not every promise is kept, and does not name which",
        cure='Add "below" with the ids of the levels that are not kept, or write "meets: true".',
    )
