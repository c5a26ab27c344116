"""Updates report what has happened, so none is dated after the day of the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.plan_time import time_of_updates
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report updates dated after the newest day there is."""
    if scene.newest_day is None:
        return
    first, last = time_of_updates(scene)
    for _, update in scene.updates:
        if first <= update.record.date <= last and update.record.date > scene.newest_day:
            yield Problem(
                code="update-in-future",
                place=update.place("date"),
                message=f"{in_words(update.record.date)} is later than the day of this check, {in_words(scene.newest_day)}",
                cure="Correct the date, or report it when it has happened. "
                "If the day of the check is wrong, correct as_at in plan/plan.yml.",
            )
