"""Evidence: given where something has ended, to be opened, and there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.layout import EVIDENCE_FOLDER
from validate.nearest import did_you_mean
from validate.records.report import EvidenceRecord
from validate.records.school import InspectionRecord, MembershipRecord, PredecessorRecord, PupilsRecord, SchoolRecord
from validate.rules.rule import Found, rule, rule_of
from validate.standing.school_logs import reports
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene

NEEDS_EVIDENCE = (Status.COMPLETE, Status.NOT_MET)

MAY_ONLY_BE_NAMED = (InspectionRecord, MembershipRecord, PredecessorRecord, PupilsRecord, SchoolRecord)
"""Facts about a school may come from a printed document that nobody can link to; reports may not."""


@rule("no-evidence")
def no_evidence(scene: Scene) -> Iterator[Found]:
    """Report what ends something without showing it."""
    for _, update in scene.reports:
        if update.status in NEEDS_EVIDENCE and not update.evidence:
            yield Found(
                update.place("status"),
                f'this is reported as "{update.status}", and no evidence is given',
                "Add evidence with a title, a kind, and a link or a file in plan/evidence/.",
            )


@rule("no-public-evidence")
def no_public_evidence(scene: Scene) -> Iterator[Found]:
    """Report public updates that end something whose evidence is all kept for trustees."""
    if scene.public.plan is scene.plan:
        return
    shown = {update.place() for _, update in scene.reports if update.evidence}
    for _, update in reports(scene.public.plan):
        if update.status in NEEDS_EVIDENCE and not update.evidence and update.place() in shown:
            yield Found(
                update.place("status"),
                f'the public is told "{update.status}", and all evidence of it is kept for trustees',
                "Add evidence that the public may see, or keep the whole update: audience: trustees.",
            )


@rule_of(EvidenceRecord, "evidence-nowhere")
def evidence_nowhere(evidence: Entry[EvidenceRecord]) -> Iterator[Found]:
    """Report evidence of anything but facts about schools that has neither a link nor a file."""
    is_of_a_fact = evidence.parent is not None and isinstance(evidence.parent.record, MAY_ONLY_BE_NAMED)
    if not evidence.record.url and not evidence.record.file and not is_of_a_fact:
        yield Found(
            evidence.place("title"),
            "this evidence has neither a link nor a file, so nobody can look at it",
            "Add its web address as url, or put the file into plan/evidence/ and add its name as file.",
        )


@rule("evidence-missing")
def evidence_missing(scene: Scene) -> Iterator[Found]:
    """Report evidence whose file is not in the evidence folder."""
    start = f"{EVIDENCE_FOLDER}/"
    present = sorted(path.removeprefix(start) for path in scene.paths if path.startswith(start))
    for evidence in scene.every(EvidenceRecord):
        name = evidence.record.file
        if name and not scene.has(start + name):
            yield Found(
                evidence.place("file"),
                f'there is no file "{name}" in {start}' + did_you_mean(name, present),
                f"Put the file into {start}, or correct the name; capital letters matter.",
            )
