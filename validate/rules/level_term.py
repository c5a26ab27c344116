"""A school's level of support is decided in the term that it is for, or shortly before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.level_time import EARLY, time_of_levels
from validate.standing.support import level_entries, term_id
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report levels whose review date does not fit their year and term."""
    times = time_of_levels(scene)
    names = {term.id: term.name for term in scene.plan.terms}
    for _, entry in level_entries(scene.plan):
        term, reviewed = term_id(entry.record), entry.record.reviewed
        if term in times and not times[term][0] <= reviewed <= times[term][1]:
            first, last = times[term][0] + EARLY, times[term][1]
            yield Problem(
                code="level-term",
                place=entry.place("reviewed"),
                message=f"this level is for {names[term]}, which is from {in_words(first)} to {in_words(last)}, "
                f"and was reviewed on {in_words(reviewed)}",
                cure=f"Correct the date, the year or the term; a level may be decided {EARLY.days} days "
                "before its term at the earliest.",
            )
