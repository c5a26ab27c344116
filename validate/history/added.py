"""What reports and other entries added since: proofs and notes that were not there before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from validate.plan.pillars import Pillar
from validate.records.amendments import AmendmentsRecord, ApprovalsRecord
from validate.records.report import EvidenceRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.history.between import Between
    from validate.plan.entry import Entry
    from validate.plan.pillars import Evidence, Item, Update
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.standing.progress import Progress


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


def evidence_added(between: Between) -> Iterator[EvidenceAdded]:
    """Yield the proofs that were not there before: those of actions and goals, of schools, and of other files."""
    for old, item in between.items:
        had = _counted(_proofs(between.before, old) if old else ())
        if proofs := _new_ones(_proofs(between.after, item), had):
            yield EvidenceAdded(about=item, proofs=proofs)
    yield from _added_to_files(between.before.plan, between.after.plan)


def notes_added(between: Between) -> Iterator[NoteAdded]:
    """Yield the notes that were not there before, oldest first for each action and goal."""
    for old, item in between.items:
        had = {_note_key(note) for note in _notes(between.before, old)} if old else set()
        yield from (note for note in _notes(between.after, item) if _note_key(note) not in had)


_ProofKey = tuple[str, "EvidenceRecord"]


def _counted(proofs: Iterable[ProofAdded]) -> Counter[_ProofKey]:
    return Counter(map(_key, proofs))


def _key(proof: ProofAdded) -> _ProofKey:
    return (proof.school.id if proof.school else ""), proof.evidence.record


def _note_key(note: NoteAdded) -> tuple[str, str]:
    return (note.school.id if note.school else ""), note.note


def _new_ones(proofs: Iterator[ProofAdded], had: Counter[_ProofKey]) -> tuple[ProofAdded, ...]:
    """Return the proofs that are more than there were; the same one given again counts again."""
    left, found = Counter(had), []
    for proof in proofs:
        if left[_key(proof)]:
            left[_key(proof)] -= 1
        else:
            found.append(proof)
    return tuple(found)


def _known(progress: Progress, item: Item) -> Iterator[Update]:
    return (update for update in item.updates if update.record.date <= progress.as_at)


def _proofs(progress: Progress, item: Item) -> Iterator[ProofAdded]:
    for update in _known(progress, item):
        for proof in update.evidence:
            yield ProofAdded(evidence=proof, school=None)
        for report in update.schools:
            for proof in report.below(EvidenceRecord):
                yield ProofAdded(evidence=proof, school=progress.schools[report.record.school])


def _notes(progress: Progress, item: Item) -> Iterator[NoteAdded]:
    for update in _known(progress, item):
        said = [
            (None, update.record.note, False),
            (None, update.record.trustees_note, True),
            *((progress.schools[report.record.school], report.record.note, False) for report in update.schools),
        ]
        for school, note, is_for_trustees in said:
            if note:
                yield NoteAdded(item=item, update=update, school=school, note=note, is_for_trustees=is_for_trustees)


def _added_to_files(before: Plan, after: Plan) -> Iterator[EvidenceAdded]:
    schools = {school.file_path: school for school in after.schools}
    were = {entry.file_path: entry for entry in _other_files(before)}
    for entry in _other_files(after):
        old = were.get(entry.file_path)
        had = _counted(_file_proofs(old) if old else ())
        if proofs := _new_ones(_file_proofs(entry), had):
            yield EvidenceAdded(about=schools.get(entry.file_path, entry.file_path), proofs=proofs)


def _file_proofs(file: Entry[Any]) -> Iterator[ProofAdded]:
    return (ProofAdded(evidence=proof, school=None) for proof in file.every(EvidenceRecord))


def _other_files(plan: Plan) -> Iterator[Entry[Any]]:
    """Yield the files, besides those of actions and goals, in which there can be proofs."""
    decisions = (AmendmentsRecord, ApprovalsRecord)
    return (
        entry for entry in plan.tree.children if not isinstance(entry, Pillar) and type(entry.record) not in decisions
    )
