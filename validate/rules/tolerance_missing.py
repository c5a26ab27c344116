"""A measure that is to stay near its target says how near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.measures import MeasureRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report measures that are to be near their target and have no tolerance."""
    for measure in scene.plan.entries(MeasureRecord):
        if measure.record.better == "near-target" and not measure.record.tolerance:
            yield Problem(
                code="tolerance-missing",
                place=measure.place("tolerance" if measure.record.tolerance is not None else "better"),
                message="near the target is good here, and how near is not said",
                cure='Write "tolerance" with the distance from the target that still counts as met.',
            )
