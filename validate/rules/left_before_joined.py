"""A school leaves after it joined, and joins again only after it left."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.schools import Membership, School
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report memberships that end before they start, or overlap."""
    for school in scene.plan.schools:
        sound = []
        for membership in sorted(school.membership, key=lambda m: m.record.joined):
            if membership.record.left and membership.record.left <= membership.record.joined:
                yield _ends_too_early(membership, membership.record.left)
            else:
                sound.append(membership)
        for before, after in pairwise(sound):
            if before.record.left is None or after.record.joined < before.record.left:
                yield _overlaps(school, before, after)


def _ends_too_early(membership: Membership, left: date) -> Problem:
    return Problem(
        code="left-before-joined",
        place=membership.place("left"),
        message=f"the school left on {in_words(left)}, which is not after it joined on {in_words(membership.record.joined)}",
        cure="Correct one of the two dates; left out, the school still belongs to the trust.",
    )


def _overlaps(school: School, before: Membership, after: Membership) -> Problem:
    return Problem(
        code="left-before-joined",
        place=after.place("joined"),
        message=f"{school.record.name} joined on {in_words(after.record.joined)}, "
        f"and had not left since it joined on {in_words(before.record.joined)}",
        cure="Say in the earlier membership when the school left, or remove one of the two.",
    )
