"""Updates are dated within the plan's time, or in the year after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.plan_time import time_of_updates
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report updates from before the plan began or from long after it ended."""
    first, last = time_of_updates(scene)
    for _, update in scene.updates:
        if not first <= update.record.date <= last:
            yield Problem(
                code="update-outside-plan",
                place=update.place("date"),
                message=f"{in_words(update.record.date)} lies outside the plan's time",
                allowed=f"{in_words(first)} to {in_words(last)}, a year after the goal date",
                cure="Check the year of the date.",
            )
