"""When the levels of a term may have been decided; any other date is a slip that one rule reports for all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from validate.rules.plan_time import calendar_is_sound
from validate.standing.support import level_entries, term_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.schools import School
    from validate.rules.plan_time import Window
    from validate.rules.scene import Scene
    from validate.standing.support import LevelEntry

EARLY = timedelta(days=60)
"""How long before a term its levels may be decided."""


def time_of_levels(scene: Scene) -> dict[str, Window]:
    """Return the first and last day on which the levels of each term may be decided, where the terms are sound."""
    if not calendar_is_sound(scene):
        return {}
    return {term.id: (term.starts - EARLY, term.ends) for term in scene.plan.terms}


def credible_levels(scene: Scene) -> Iterator[tuple[School, LevelEntry]]:
    """Yield the entries of schools' logs whose review date fits the term that they are for."""
    times = time_of_levels(scene)
    for school, entry in level_entries(scene.plan):
        first, last = times.get(term_id(entry.record), (date.min, date.max))
        if first <= entry.record.reviewed <= last:
            yield school, entry
