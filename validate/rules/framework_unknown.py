"""An inspection names one of the known frameworks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.inspections import frameworks
from validate.nearest import did_you_mean
from validate.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report inspections with a framework that is not known."""
    known = frameworks()
    for _, inspection in scene.inspections:
        if inspection.record.framework not in known:
            yield Problem(
                code="framework-unknown",
                place=inspection.place("framework"),
                message=f'"{inspection.record.framework}" is not an inspection framework'
                + did_you_mean(inspection.record.framework, known),
                allowed=", ".join(f"{framework.id} ({framework.time_in_use})" for framework in known.values()),
                cure="Write the one that was in use when the school was inspected.",
            )
