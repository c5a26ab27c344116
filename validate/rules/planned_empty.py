"""A planned year has at least one action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.status import Focus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report planned years without actions, unless one was left out for another problem."""
    for milestone in scene.milestones:
        whole = milestone.loaded.is_whole("actions")
        if milestone.record.focus is Focus.PLANNED and not milestone.actions and whole:
            yield Problem(
                code="planned-empty",
                place=milestone.place("focus"),
                message=f"{milestone.year.id} is planned, and no action is listed",
                cure='List the actions. If the plan says that it is not a focus this year, write "not-a-focus"; '
                'if the plan is blank here, write "nothing-published".',
            )
