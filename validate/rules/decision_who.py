"""A decision on a joining case says who took it: a body of the trust, or somebody outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.joining import CaseDecisionRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report decisions that name neither a body nor anybody else, or both."""
    for _, case in scene.cases:
        for entry in case.below(CaseDecisionRecord):
            named = [entry.record.body, entry.record.by]
            if named.count(None) != 1:
                found = "both body and by" if any(named) else "neither body nor by"
                yield Problem(
                    code="decision-who",
                    place=entry.place("decision"),
                    message=f"this decision names {found}",
                    cure='Write "body" for a body of the trust, or "by" for one outside it; never a person.',
                )
