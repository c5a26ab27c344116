"""What is reported as complete or not met has evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


NEEDS_EVIDENCE = (Status.COMPLETE, Status.NOT_MET)


def check(scene: Scene) -> Iterator[Problem]:
    """Report what ends something without showing it."""
    for _, update in scene.reports:
        if update.status in NEEDS_EVIDENCE and not update.evidence:
            yield Problem(
                code="no-evidence",
                place=update.place("status"),
                message=f'this is reported as "{update.status}", and no evidence is given',
                cure="Add evidence with a title, a kind, and a link or a file in plan/evidence/.",
            )
