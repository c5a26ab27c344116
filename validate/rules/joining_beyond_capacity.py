"""The posts that are filled suffice for the number of schools that there will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.standing.capacity_filled import joiner_needs
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.rules.scene import Scene
    from validate.standing.capacity_filled import JoinerNeed


def check(scene: Scene) -> Iterator[Problem]:
    """Report schools whose opening calls for more than is filled on the day of the check."""
    growth = scene.plan.growth
    if growth is None or scene.as_at is None:
        return
    if not (growth.loaded.is_whole("phases") and growth.loaded.is_whole("posts")):
        return
    for found in joiner_needs(scene.plan, growth, scene.as_at):
        if found.joiner.opens and found.need.gap:
            yield _problem(found, scene.as_at)


def _problem(found: JoinerNeed, day: date) -> Problem:
    short = [
        f"{need.post.record.name} {need.filled.record.fte} of {need.called_for} FTE"
        for need in found.need.posts
        if need.filled and need.gap
    ]
    return Problem(
        code="joining-beyond-capacity",
        place=found.joiner.place,
        message=f"with {found.joiner.school.record.name} there will be {found.need.schools} schools, and the posts filled on "
        f"{in_words(day)} fall short of what they call for: {', '.join(short)}",
        cure="Fill the posts, move the opening date, or leave it: the pages will show the gap.",
    )
