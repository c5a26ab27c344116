"""An inspection's areas and grades are those of its framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.inspections import Framework, frameworks
from validate.nearest import did_you_mean
from validate.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.schools import Inspection
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report grades and areas that the inspection's framework does not have, where it is the right one."""
    for _, inspection in scene.inspections:
        framework = frameworks().get(inspection.record.framework)
        if framework and framework.fits(inspection.record.date, inspection.record.seen):
            yield from _overall(framework, inspection)
            for position, grade in enumerate(inspection.record.grades):
                yield from _area(framework, inspection, position, grade.area, grade.grade)


def _overall(framework: Framework, inspection: Inspection) -> Iterator[Problem]:
    if inspection.record.overall and not framework.overall:
        yield Problem(
            code="grade-unknown",
            place=inspection.place("overall"),
            message=f'an overall grade is given, and "{framework.id}" inspections have none',
            cure="Remove the overall grade, and give the grades of the areas; or correct the framework.",
        )
    elif inspection.record.overall and inspection.record.overall not in framework.overall:
        yield _unknown(inspection, ("overall",), "an overall grade", inspection.record.overall, framework.overall)


def _area(framework: Framework, inspection: Inspection, position: int, area: str, grade: str) -> Iterator[Problem]:
    known = framework.areas.get(area)
    if known is None and framework.fixes_areas(inspection.record.date):
        yield _unknown(inspection, ("grades", position, "area"), "an area", area, tuple(framework.areas))
        return
    grades = known.grades if known else framework.overall
    if grade not in grades:
        yield _unknown(inspection, ("grades", position, "grade"), f"a grade for {area}", grade, grades)


def _unknown(
    inspection: Inspection, path: tuple[str | int, ...], thing: str, found: str, allowed: tuple[str, ...]
) -> Problem:
    others = [
        f'"{framework.id}"'
        for framework in frameworks().values()
        if framework.id != inspection.record.framework and found in framework.words_for(path[-1])
    ]
    return Problem(
        code="grade-unknown",
        place=inspection.place(*path),
        message=f'"{found}" is not {thing} in "{inspection.record.framework}" inspections'
        + (f"; it belongs to {' and '.join(others)}" if others else did_you_mean(found, allowed)),
        allowed=", ".join(allowed),
        cure="Write what the inspection report says, or correct the framework or the date. "
        "No grade is turned into one of another framework."
        if others
        else "Write it as the inspection report does, in small letters with hyphens; or correct the framework.",
    )
