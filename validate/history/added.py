"""What reports and other entries added since: proofs and notes that were not there before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from validate.history.logs import logged_in
from validate.plan.pillars import Item, SchoolReport, Update
from validate.plan.schools import School
from validate.records.amendments import AmendmentsRecord, ApprovalsRecord
from validate.records.report import EvidenceRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from validate.history.between import Between
    from validate.plan.entry import Entry
    from validate.plan.pillars import Evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class ProofAdded:
    """One proof, with the school it is given for where it is of one alone."""

    evidence: Evidence
    school: School | None


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceAdded:
    """The proofs added to one action or goal, to one school, or to another file."""

    about: Item | School | str
    """What they were added to; a file's path from the root where it is neither item nor school."""
    proofs: tuple[ProofAdded, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteAdded:
    """A note that a report added to an action or goal."""

    item: Item
    update: Update
    school: School | None
    """The school it speaks of, where it is of one alone."""
    note: str
    is_for_trustees: bool
    """Whether it is the note of a report that only trustees read."""


def evidence_added(between: Between, rewritten: Collection[Entry[Any]]) -> Iterator[EvidenceAdded]:
    """Yield the proofs that were not there before: those of actions and goals, of schools, and of other files.

    Those that were added to a past entry, which is told of as rewritten, or to a decision, are not among them.
    """
    found: dict[Item | School | str, list[ProofAdded]] = {}
    for proof in between.after.plan.tree.every(EvidenceRecord):
        entry = logged_in(proof)
        if proof not in between.matched.former and (entry is None or entry not in rewritten):
            lineage = list(proof.lineage)
            if type(lineage[-1].record) not in (AmendmentsRecord, ApprovalsRecord):
                about = next((above for above in lineage if isinstance(above, Item | School)), proof.file_path)
                found.setdefault(about, []).append(ProofAdded(evidence=proof, school=_school(between, proof)))
    yield from (EvidenceAdded(about=about, proofs=tuple(proofs)) for about, proofs in found.items())


def notes_added(between: Between) -> Iterator[NoteAdded]:
    """Yield the notes of new reports, oldest first for each action and goal."""
    for item in between.after.plan.items:
        for update in item.updates:
            if update not in between.matched.former:
                yield from _notes(between, item, update)


def _notes(between: Between, item: Item, update: Update) -> Iterator[NoteAdded]:
    said = [
        (None, update.record.note, False),
        (None, update.record.trustees_note, True),
        *((_school(between, report), report.record.note, False) for report in update.schools),
    ]
    for school, note, is_for_trustees in said:
        if note:
            yield NoteAdded(item=item, update=update, school=school, note=note, is_for_trustees=is_for_trustees)


def _school(between: Between, entry: Entry[Any]) -> School | None:
    report = next((above for above in entry.lineage if isinstance(above, SchoolReport)), None)
    return between.after.schools[report.record.school] if report else None
