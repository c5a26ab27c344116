"""Evidence can be opened: it has a link or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.school import InspectionRecord, MembershipRecord, PredecessorRecord, PupilsRecord, SchoolRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.pillars import Evidence
    from validate.rules.scene import Scene

MAY_ONLY_BE_NAMED = (InspectionRecord, MembershipRecord, PredecessorRecord, PupilsRecord, SchoolRecord)
"""Facts about a school may come from a printed document that nobody can link to; reports may not."""


def check(scene: Scene) -> Iterator[Problem]:
    """Report evidence of anything but facts about schools that has neither a link nor a file."""
    for evidence in scene.evidence:
        if not evidence.record.url and not evidence.record.file and not _is_of_a_fact(evidence):
            yield Problem(
                code="evidence-nowhere",
                place=evidence.place("title"),
                message="this evidence has neither a link nor a file, so nobody can look at it",
                cure="Add its web address as url, or put the file into plan/evidence/ and add its name as file.",
            )


def _is_of_a_fact(evidence: Evidence) -> bool:
    return evidence.parent is not None and isinstance(evidence.parent.record, MAY_ONLY_BE_NAMED)
