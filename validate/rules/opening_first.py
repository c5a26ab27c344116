"""Schools join a trust on the first day of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.joining import OpeningRecord
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report opening dates in the middle of a month."""
    for _, case in scene.cases:
        for opening in case.below(OpeningRecord):
            if opening.record.opens.day != 1:
                yield Problem(
                    code="opening-first",
                    place=opening.place("opens"),
                    message=f"{in_words(opening.record.opens)} is not the first day of a month",
                    cure="Write the first day of the month in which the school joins.",
                )
