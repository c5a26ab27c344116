"""Each number of schools belongs to one phase of growth, unless the plan says why not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report phases that share numbers of schools with the one before and do not say why."""
    phases = scene.plan.growth.phases if scene.plan.growth else ()
    for before, phase in pairwise(phases):
        grows = phase.record.schools_from >= before.record.schools_from
        if grows and before.fits(phase.record.schools_from) and not phase.record.overlap_note:
            yield Problem(
                code="phase-overlap",
                place=phase.place("schools_from"),
                message=f'"{before.record.name}" and "{phase.record.name}" are both for {phase.record.schools_from} schools',
                cure="Correct the numbers; if the published plan has it so, say it in an overlap_note here.",
            )
