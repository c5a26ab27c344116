"""An inspection's framework was in use on its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.inspections import frameworks
from validate.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report inspections under a framework that was not in use at the time."""
    for _, inspection in scene.inspections:
        date, seen = inspection.record.date, inspection.record.seen
        framework = frameworks().get(inspection.record.framework)
        if framework and not framework.fits(date, seen):
            yield Problem(
                code="framework-date",
                place=inspection.place("framework"),
                message=f'"{framework.id}" does not fit the date {date or seen}; '
                f"it is for inspections {framework.time_in_use}",
                allowed=", ".join(other.id for other in frameworks().values() if other.fits(date, seen)),
                cure="Correct the framework or the date.",
            )
