"""Updates stand in order of time, the oldest first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.plan_time import credible_time
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report updates that are older than the one above them."""
    first, last = credible_time(scene)
    for item in scene.plan.items:
        updates = [update for update in item.updates if first <= update.record.date <= last]
        for before, update in pairwise(updates):
            if update.record.date < before.record.date:
                yield Problem(
                    code="update-order",
                    place=update.place("date"),
                    message=f"this update of {in_words(update.record.date)} stands below one of {in_words(before.record.date)}",
                    cure="Put the oldest update first and the newest last, or correct the date.",
                )
