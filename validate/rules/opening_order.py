"""Opening dates stand in the order in which they were set, the oldest first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.joining import OpeningRecord
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report opening dates that were set before the one above them."""
    for _, case in scene.cases:
        for before, opening in pairwise(case.below(OpeningRecord)):
            if opening.record.set_on < before.record.set_on:
                yield Problem(
                    code="opening-order",
                    place=opening.place("set_on"),
                    message=f"this opening date was set on {in_words(opening.record.set_on)}, "
                    f"and stands below one set on {in_words(before.record.set_on)}",
                    cure="Put the oldest first and the newest last, or correct the day on which it was set.",
                )
