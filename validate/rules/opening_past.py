"""A provisional opening date lies ahead on the day on which it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.joining import OpeningRecord
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report provisional opening dates that were set when they had come or passed."""
    for _, case in scene.cases:
        for opening in case.below(OpeningRecord):
            opens, set_on = opening.record.opens, opening.record.set_on
            if opens <= set_on and not opening.record.confirmed:
                yield Problem(
                    code="opening-past",
                    place=opening.place("opens"),
                    message=f"this provisional opening date, {in_words(opens)}, "
                    f"is not after the day on which it was set, {in_words(set_on)}",
                    cure='Correct one of the two dates; if the school did open then, add "confirmed: true".',
                )
