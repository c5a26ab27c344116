"""Where a school has two levels of support for one term, it is clear which came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.level_time import credible_levels
from validate.standing.support import term_id
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.rules.scene import Scene
    from validate.standing.support import LevelEntry


def check(scene: Scene) -> Iterator[Problem]:
    """Report levels for a school and term that were reviewed on the same day as another."""
    seen: dict[tuple[str, str, date], LevelEntry] = {}
    for school, entry in credible_levels(scene):
        key = (school.file_path, term_id(entry.record), entry.record.reviewed)
        if key in seen:
            line = seen[key].place("reviewed").line
            yield Problem(
                code="level-repeated",
                place=entry.place("reviewed"),
                message=f"line {line} gives a level for the same term, "
                f"reviewed on the same day, {in_words(entry.record.reviewed)}",
                cure="Remove one of the two. If the level was changed within the term, "
                "give the later one the day on which it was changed.",
            )
        seen.setdefault(key, entry)
