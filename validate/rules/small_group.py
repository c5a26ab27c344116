"""No figure tells of a group so small that people in it could be recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.figures import number_of
from validate.problems import Problem
from validate.rules.observed import observed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.records.measures import ObservationRecord
    from validate.rules.scene import Scene

LARGEST_SMALL = 5
"""The most people that a group may have for its figures to be hidden."""


def check(scene: Scene) -> Iterator[Problem]:
    """Report figures about small groups, small numbers of people, and the sizes of small groups."""
    for entry, measure in observed(scene):
        value, size = number_of(entry.record.value), entry.record.group_size
        if value is not None and size is not None and size <= LARGEST_SMALL:
            yield _figure(entry, f"this figure is about a group of {size}")
        elif value is not None and measure.record.counts_people and 0 < value <= LARGEST_SMALL:
            yield _figure(entry, f"this figure counts {value} {'person' if value == 1 else 'people'}")
        elif size is not None and 0 < size <= LARGEST_SMALL:
            yield Problem(
                code="small-group",
                place=entry.place("group_size"),
                message=f"the figure is hidden, and its group size of {size} still tells of few people",
                cure="Leave the group size empty where the figure is hidden.",
            )


def _figure(entry: Entry[ObservationRecord], found: str) -> Problem:
    return Problem(
        code="small-group",
        place=entry.place("value"),
        message=f"{found}: with {LARGEST_SMALL} or fewer, people could be recognised",
        cure='Write "c" in place of the figure, and leave the group size empty.',
    )
