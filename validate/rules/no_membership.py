"""A school has a place in the trust's story: it belongs, belonged, or is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report schools with neither a membership nor a joining case."""
    for school in scene.plan.schools:
        if not school.membership and school.joining is None and school.loaded.is_whole("membership"):
            yield Problem(
                code="no-membership",
                place=school.place("id"),
                message=f"the file of {school.record.name} says neither when it joined nor how it is to join",
                cure="Add membership with the day on which it joined, or joining with its route.",
            )
