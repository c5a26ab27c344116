"""A measure with one figure for the trust has none for schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.observed import observed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report figures of schools for measures that are of the trust as a whole."""
    for entry, measure in observed(scene):
        if entry.record.school and measure.record.per == "trust":
            yield Problem(
                code="observation-per",
                place=entry.place("school"),
                message=f'the measure "{measure.record.id}" has one figure for the whole trust, '
                "and this line is about one school",
                cure='Empty this cell; or write "per: school" in the file of the measure, '
                "if each school has a figure of its own.",
            )
