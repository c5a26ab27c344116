"""No more seats of a body are filled than it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.governance import GovernanceRecord
from validate.standing.governance import bodies_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report bodies with more people than seats."""
    governance = scene.plan.part(GovernanceRecord)
    for body in bodies_of(governance) if governance else ():
        seats, filled = body.record.seats, body.record.filled
        if seats is not None and filled is not None and filled > seats:
            yield Problem(
                code="seats-overfilled",
                place=body.place("filled"),
                message=f'{filled} seats of "{body.record.name}" are filled, and it has {seats}',
                cure="Correct one of the two numbers.",
            )
