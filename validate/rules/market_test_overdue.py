"""Each service is market tested by the day on which that is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.services import ServiceRecord
from validate.standing.deadlines.due import since_last
from validate.standing.deadlines.noted import due_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report services whose next market test should have been made by the day of the check."""
    if scene.as_at is None:
        return
    for service in scene.plan.entries(ServiceRecord):
        found = due_of(service, scene.as_at)
        if found.overdue:
            yield Problem(
                code="market-test-overdue",
                place=found.last.place("date") if found.last else service.place("first_market_test"),
                message=f'the market test of "{service.record.name}" {since_last(found)}',
                cure="If it was made, add it to market_tests. If not, leave this: the page says so too.",
            )
