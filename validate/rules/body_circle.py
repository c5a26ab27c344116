"""The way up from each body leads to the top, and not back to where it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.governance import GovernanceRecord
from validate.standing.governance import bodies_of, circles
from validate.words import commas as listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report bodies that answer to one another in a circle."""
    governance = scene.plan.part(GovernanceRecord)
    for circle in circles(bodies_of(governance)) if governance else ():
        first, *others = (body.record.name for body in circle)
        way = f'"{first}" answers to itself'
        if others:
            way += f" by way of {listed(others)}"
        yield Problem(
            code="body-circle",
            place=circle[0].place("reports_to"),
            message=way,
            cure='Remove "reports_to" from the body at the top, or correct it where it is wrong.',
        )
