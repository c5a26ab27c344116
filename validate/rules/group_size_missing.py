"""A figure of a sensitive measure says how many people it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.figures import number_of
from validate.problems import Problem
from validate.rules.observed import observed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report figures of sensitive measures without the size of their group."""
    for entry, measure in observed(scene):
        is_figure = number_of(entry.record.value) is not None
        if measure.record.sensitive and is_figure and entry.record.group_size is None:
            yield Problem(
                code="group-size-missing",
                place=entry.place("value"),
                message=f'the measure "{measure.record.id}" is sensitive, and no size of the group is given',
                cure='Write in the column "group_size" how many people the figure is about. If they are few, '
                'or nobody knows how many, write "c" in place of the figure.',
            )
