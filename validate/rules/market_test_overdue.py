"""Each service is market tested by the day on which that is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.services import ServicesRecord
from validate.standing.services import market_testing, services_in
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.problems import Place
    from validate.rules.scene import Scene
    from validate.standing.services import MarketTesting, Service


def check(scene: Scene) -> Iterator[Problem]:
    """Report services whose next market test should have been made by the day of the check."""
    offer = scene.plan.part(ServicesRecord)
    if offer is None or scene.as_at is None:
        return
    for service in services_in(offer):
        found = market_testing(offer, service, scene.as_at)
        if found.overdue and found.due:
            yield _problem(service, found, found.due)


def _problem(service: Service, found: MarketTesting, due: date) -> Problem:
    since = f", {found.months} months after the last one" if found.last else ""
    return Problem(
        code="market-test-overdue",
        place=_place(service, found),
        message=f'the market test of "{service.record.name}" was due on {in_words(due)}{since}',
        cure="If it was made, add it to market_tests. If not, leave this: the page says so too.",
    )


def _place(service: Service, found: MarketTesting) -> Place:
    return found.last.place("date") if found.last else service.place("first_market_test")
