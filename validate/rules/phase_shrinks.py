"""Each phase of growth is for at least as many schools as the one before, and has at least its staff."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.standing.capacity import quantified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.growth import Growth, Phase
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report phases that run backwards, or have less of the trust's own staff than the one before."""
    growth = scene.plan.growth
    if growth is None:
        return
    for phase in growth.phases:
        if _runs_backwards(phase):
            message = f"the phase is for {phase.record.schools_from} to {phase.record.schools_to} schools, which runs backwards"
            yield _problem(phase, "schools_to", message)
    for before, phase in pairwise(growth.phases):
        if phase.record.schools_from < before.record.schools_from and not _runs_backwards(before):
            message = (
                f'"{phase.record.name}" starts at {_schools(phase)}, and "{before.record.name}" at {_schools(before)}'
            )
            yield _problem(phase, "schools_from", message)
        elif growth.loaded.is_whole("posts"):
            yield from _staff(growth, before, phase)


def _runs_backwards(phase: Phase) -> bool:
    return phase.record.schools_to is not None and phase.record.schools_to < phase.record.schools_from


def _staff(growth: Growth, before: Phase, phase: Phase) -> Iterator[Problem]:
    """Compare the trust's own staff in two phases, where each of its posts has a figure."""
    had, has = quantified(growth, before, internal=True), quantified(growth, phase, internal=True)
    sizes = [post.size(phase) for post in growth.posts if post.internal]
    if has < had and any(sizes) and all(size is None or size.record.fte is not None for size in sizes):
        message = (
            f'the trust\'s own staff falls from {had} full-time equivalents in "{before.record.name}" to {has} here'
        )
        yield _problem(phase, "name", message)


def _schools(phase: Phase) -> str:
    return f"{phase.record.schools_from} school{'s' if phase.record.schools_from != 1 else ''}"


def _problem(phase: Phase, field: str, message: str) -> Problem:
    return Problem(
        code="phase-shrinks",
        place=phase.place(field),
        message=message,
        cure="List the phases from the smallest to the largest, and compare the figures with the published plan.",
    )
