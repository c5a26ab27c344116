"""A new opening date differs from the one before, or confirms it."""

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
    """Report entries that set the opening date to what it was already."""
    for _, case in scene.cases:
        for before, opening in pairwise(case.below(OpeningRecord)):
            old, new = before.record, opening.record
            if (old.opens, old.confirmed) == (new.opens, new.confirmed):
                state = "confirmed" if new.confirmed else "provisional"
                yield Problem(
                    code="opening-same",
                    place=opening.place("opens"),
                    message=f"{in_words(new.opens)} was the {state} opening date already, since {in_words(old.set_on)}",
                    cure="Correct the date, confirm it, or remove this entry.",
                )
