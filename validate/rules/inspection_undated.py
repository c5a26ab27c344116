"""An inspection says when it took place, or at least when its grade was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report inspections without any date."""
    for _, inspection in scene.inspections:
        if not inspection.record.date and not inspection.record.seen:
            yield Problem(
                code="inspection-undated",
                place=inspection.place(),
                message="this inspection says neither when it took place nor when its grade was seen",
                cure="Add its date (a year or a month will do); if no source gives it, "
                "add as seen when a source showed the grade.",
            )
