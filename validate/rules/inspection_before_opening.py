"""An inspection from before the academy opened is marked as its predecessor's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.values.dates import latest
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report inspections that are older than the academy they stand under."""
    for school, inspection in scene.inspections:
        when = inspection.record.date or inspection.record.seen
        if school.record.opened and when and latest(when) < school.record.opened and not inspection.record.predecessor:
            yield Problem(
                code="inspection-before-opening",
                place=inspection.place("date" if inspection.record.date else "seen"),
                message=f"{school.record.name} opened on {in_words(school.record.opened)}, and this inspection is of {when}",
                cure='Add "predecessor: true", if the school before it was inspected; else correct the date.',
            )
