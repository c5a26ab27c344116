"""A year that is not a focus, or blank in the plan, has no actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.status import Focus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report actions in years for which nothing is planned."""
    for milestone in scene.milestones:
        if milestone.record.focus is not Focus.PLANNED and milestone.actions:
            yield Problem(
                code="not-planned-actions",
                place=milestone.actions[0].place(),
                message=f'actions are listed here, and the focus is "{milestone.record.focus}"',
                cure='Write "planned" as the focus, or remove the actions.',
            )
