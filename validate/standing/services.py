"""Central services as known on a day: when each was and is to be market tested, and whether it keeps its promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from validate.days import months_after
from validate.plan.entry import Entry
from validate.records.services import (
    ContractRecord,
    MarketTestRecord,
    ServiceLevelRecord,
    ServiceRecord,
    ServiceReviewRecord,
    ServicesRecord,
)

if TYPE_CHECKING:
    from datetime import date

Offer: TypeAlias = Entry[ServicesRecord]
Service: TypeAlias = Entry[ServiceRecord]


@dataclass(frozen=True, kw_only=True, slots=True)
class MarketTesting:
    """Where the market tests of one service stand on a day."""

    months: int | None
    """From one test to the next; nothing where no interval is set."""
    tests: tuple[Entry[MarketTestRecord], ...]
    """Those made by the day, oldest first."""
    due: date | None
    """When the next one is due, where that can be told."""
    overdue: bool

    @property
    def last(self) -> Entry[MarketTestRecord] | None:
        """The newest test."""
        return self.tests[-1] if self.tests else None

    @property
    def is_asked(self) -> bool:
        """Tell whether anything is said of market tests of the service."""
        return bool(self.months or self.tests or self.due)


def services_in(offer: Offer) -> tuple[Service, ...]:
    """Return the services in the order of the file."""
    return offer.below(ServiceRecord)


def interval(offer: Offer, service: Service) -> int | None:
    """Return the months between market tests: the service's own, or else those of all services; none where it is 0."""
    own, general = service.record.market_test_months, offer.record.market_test_months
    return (general if own is None else own) or None


def tests_by(service: Service, day: date) -> tuple[Entry[MarketTestRecord], ...]:
    """Return the market tests made by this day, oldest first."""
    tests = service.below(MarketTestRecord)
    return tuple(sorted((test for test in tests if test.record.date <= day), key=lambda test: test.record.date))


def next_test(service: Service, months: int | None, last: date | None) -> date | None:
    """Return when the next market test is due: the interval after the last one, or on the day set for the first."""
    if last is None:
        return service.record.first_market_test
    return months_after(last, months) if months else None


def market_testing(offer: Offer, service: Service, day: date) -> MarketTesting:
    """Return where the market tests of a service stand on a day."""
    months, tests = interval(offer, service), tests_by(service, day)
    due = next_test(service, months, tests[-1].record.date if tests else None)
    return MarketTesting(months=months, tests=tests, due=due, overdue=due is not None and due < day)


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


def notice_day(contract: ContractRecord) -> date | None:
    """Return the last day on which notice can be given so that the contract ends when it is to end."""
    if contract.ends is None or contract.notice_months is None:
        return None
    return months_after(contract.ends, -contract.notice_months)
