"""A body has one part in a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.governance import GovernanceRecord, ShareRecord
from validate.standing.governance import decisions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report bodies that are named twice in one decision."""
    governance = scene.plan.part(GovernanceRecord)
    for row in decisions_of(governance) if governance else ():
        power_of: dict[str, str] = {}
        for share in row.below(ShareRecord):
            body, power = share.record.body, share.record.power
            if body in power_of:
                yield Problem(
                    code="delegation-twice",
                    place=share.place("body"),
                    message=f'"{body}" has the power "{power_of[body]}" in this decision already',
                    cure="Keep the one that goes further, and say the rest in its note.",
                )
            power_of.setdefault(body, power)
