"""A figure stands once, unless it replaces a provisional one on a later day."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.measures import ObservationRecord
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene

    Observation = Entry[ObservationRecord]


def check(scene: Scene) -> Iterator[Problem]:
    """Report figures for the same measure, time and school where the earlier one is not to be replaced."""
    for entries in _same(scene):
        for earlier, later in pairwise(sorted(entries, key=lambda entry: entry.record.published)):
            if earlier.record.published == later.record.published:
                yield _problem(earlier, later, "published on the same day")
            elif earlier.record.status == "final":
                yield _problem(earlier, later, f"final since {in_words(earlier.record.published)}")


def _same(scene: Scene) -> Iterator[list[Observation]]:
    groups: dict[tuple[str | None, ...], list[Observation]] = {}
    for entry in scene.plan.entries(ObservationRecord):
        record = entry.record
        groups.setdefault((record.measure, record.year, record.term, record.school), []).append(entry)
    yield from groups.values()


def _problem(earlier: Observation, later: Observation, found: str) -> Problem:
    line = earlier.place("measure").line
    return Problem(
        code="observation-repeated",
        place=later.place("measure"),
        message=f"line {line} gives a figure for the same measure, time and school, {found}",
        cure="Remove one of the two. Only a provisional figure may be followed by another, published on a later day.",
    )
