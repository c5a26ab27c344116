"""Central services as known on a day, and whether each keeps what it promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from validate.plan.entry import Entry
from validate.records.services import ServiceLevelRecord, ServiceRecord, ServiceReviewRecord, ServicesRecord

if TYPE_CHECKING:
    from datetime import date

Offer: TypeAlias = Entry[ServicesRecord]
Service: TypeAlias = Entry[ServiceRecord]


def services_in(offer: Offer) -> tuple[Service, ...]:
    """Return the services in the order of the file."""
    return offer.below(ServiceRecord)


def reviews_by(service: Service, day: date) -> tuple[Entry[ServiceReviewRecord], ...]:
    """Return the reviews made by this day, oldest first."""
    reviews = service.below(ServiceReviewRecord)
    return tuple(sorted((found for found in reviews if found.record.date <= day), key=lambda found: found.record.date))


def is_below(service: Service, day: date) -> bool:
    """Tell whether the newest review by this day found that the service does not keep what it promises."""
    reviews = reviews_by(service, day)
    return bool(reviews) and not reviews[-1].record.meets


def promises_of(service: Service) -> tuple[Entry[ServiceLevelRecord], ...]:
    """Return what the service promises its schools."""
    return service.below(ServiceLevelRecord)
