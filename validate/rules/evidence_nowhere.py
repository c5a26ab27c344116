"""Evidence of an update can be opened: it has a link or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report evidence of updates that has neither a link nor a file."""
    for _, update in scene.updates:
        for evidence in update.evidence:
            if not evidence.url and not evidence.file:
                yield Problem(
                    code="evidence-nowhere",
                    place=evidence.origin.place("title"),
                    message="this evidence has neither a link nor a file, so nobody can look at it",
                    cure="Add its web address as url, or put the file into plan/evidence/ and add its name as file.",
                )
