"""What the public is told is complete or not met has evidence that the public sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.rules.no_evidence import NEEDS_EVIDENCE
from validate.standing.school_logs import reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report public updates that end something whose evidence is all kept for trustees."""
    if scene.public.plan is scene.plan:
        return
    shown = {update.place() for _, update in scene.reports if update.evidence}
    for _, update in reports(scene.public.plan):
        if update.status in NEEDS_EVIDENCE and not update.evidence and update.place() in shown:
            yield Problem(
                code="no-public-evidence",
                place=update.place("status"),
                message=f'the public is told "{update.status}", and all evidence of it is kept for trustees',
                cure="Add evidence that the public may see, or keep the whole update: audience: trustees.",
            )
