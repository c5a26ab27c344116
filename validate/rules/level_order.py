"""A school's levels of support stand in order of time, the oldest first."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.level_time import credible_levels
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report levels that were reviewed before the one above them."""
    for _, found in groupby(credible_levels(scene), key=lambda pair: pair[0].file_path):
        for (_, before), (_, entry) in pairwise(found):
            if entry.record.reviewed < before.record.reviewed:
                yield Problem(
                    code="level-order",
                    place=entry.place("reviewed"),
                    message=f"this level, reviewed on {in_words(entry.record.reviewed)}, "
                    f"stands below one of {in_words(before.record.reviewed)}",
                    cure="Put the oldest level first and the newest last, or correct the date.",
                )
