"""What is lent ends on or after the day on which it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.days import in_words
from validate.problems import Problem
from validate.records.deployments import DeploymentsRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report deployments, and leadership roles across the trust, that end before they start."""
    part = scene.plan.part(DeploymentsRecord)
    for lent in part.inside("deployments", part.record.deployments) if part else ():
        yield from _dates(lent.origin, lent.record.starts, lent.record.ends)
    for held in part.inside("roles", part.record.roles) if part else ():
        yield from _dates(held.origin, held.record.starts, held.record.ends)


def _dates(origin: Origin, starts: date | None, ends: date | None) -> Iterator[Problem]:
    if starts and ends and ends < starts:
        yield Problem(
            code="deployment-dates",
            place=origin.place("ends"),
            message=f"this ends on {in_words(ends)}, before it starts on {in_words(starts)}",
            cure="Correct one of the two dates; leave out the end if it goes on.",
        )
