"""No school joined before the trust existed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report schools that joined before the trust opened."""
    opened = scene.plan.record.trust.opened
    for school, membership in scene.memberships:
        if membership.record.joined < opened:
            yield Problem(
                code="joined-before-trust",
                place=membership.place("joined"),
                message=f"{school.record.name} joined on {in_words(membership.record.joined)}, "
                f"and the trust opened on {in_words(opened)}",
                cure="Correct this date, or the trust's opening in plan/plan.yml.",
            )
