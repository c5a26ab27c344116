"""The trust decides on a school's level of support once the school belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.level_time import credible_levels
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report levels that were reviewed before the school joined."""
    for school, entry in credible_levels(scene):
        joined = min((membership.record.joined for membership in school.membership), default=None)
        is_early = joined is None or entry.record.reviewed < joined
        if is_early and school.loaded.is_whole("membership"):
            when = f"joined on {in_words(joined)}" if joined else "has not joined the trust"
            yield Problem(
                code="level-before-joining",
                place=entry.place("reviewed"),
                message=f"this level was reviewed on {in_words(entry.record.reviewed)}, and {school.record.name} {when}",
                cure="Correct the date, or take the level out. "
                "What the trust finds out about a school before it joins stands in its joining case.",
            )
