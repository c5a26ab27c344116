"""What is lent ends on or after the day on which it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.problems import Problem
from validate.records.deployments import CrossTrustRoleRecord, DeploymentRecord, DeploymentsRecord
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report deployments, and leadership roles across the trust, that end before they start."""
    part = scene.plan.part(DeploymentsRecord)
    for lent in part.below(DeploymentRecord) if part else ():
        yield from _dates(lent, lent.record.starts, lent.record.ends)
    for held in part.below(CrossTrustRoleRecord) if part else ():
        yield from _dates(held, held.record.starts, held.record.ends)


def _dates(entry: Entry[Any], starts: date | None, ends: date | None) -> Iterator[Problem]:
    if starts and ends and ends < starts:
        yield Problem(
            code="deployment-dates",
            place=entry.place("ends"),
            message=f"this ends on {in_words(ends)}, before it starts on {in_words(starts)}",
            cure="Correct one of the two dates; leave out the end if it goes on.",
        )
