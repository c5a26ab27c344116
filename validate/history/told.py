"""What is told of in words of its own, so that everything else, and nothing twice, is told in those of its kind."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from validate.history.logs import logged_in
from validate.records.amendments import AmendmentRecord, AmendmentsRecord, ApprovalRecord, ApprovalsRecord
from validate.records.joining import OpeningRecord, StateRecord, StepRecord
from validate.records.measures import ObservationRecord
from validate.records.promises import What
from validate.records.report import UpdateRecord
from validate.records.school import MembershipRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.history.added import EvidenceAdded, NoteAdded
    from validate.history.amended_promises import Amended
    from validate.history.differences import Difference
    from validate.history.logs import Rewritten
    from validate.history.moves import Move
    from validate.history.moves_parts import JoiningMove, MeasureMove
    from validate.plan.entry import Entry, Tree
    from validate.plan.schools import School

DECISIONS = (AmendmentsRecord, ApprovalsRecord, AmendmentRecord, ApprovalRecord)


@dataclass(slots=True)
class Told:
    """Collects what is told of otherwise."""

    entries: set[Entry[Any]] = field(default_factory=set)
    """Entries of which it is told that they are new, gone, moved or called otherwise, with all that is in them."""
    values: set[tuple[Entry[Any], str]] = field(default_factory=set)
    """Entries, with the names of the fields that are told."""
    past: set[Entry[Any] | None] = field(default_factory=set)
    """Past entries that are told to be otherwise."""
    orders: set[tuple[Entry[Any], str]] = field(default_factory=set)
    """Entries, with the names of their lists of which it is told that the order is another."""

    def left(self, differences: Iterable[Difference]) -> Iterator[Difference]:
        """Yield what is told nowhere else of these differences."""
        for found in differences:
            sides = [entry for entry in (found.was, found.now) if entry]
            if any(self._is_within(entry) for entry in sides):
                continue
            is_itself = not self.entries.isdisjoint(sides)
            rest = replace(
                found,
                fields=tuple(
                    about for about in found.fields if (found.entry, about.name) not in self.values | self.orders
                ),
                is_renamed=found.is_renamed and not is_itself,
                is_moved=found.is_moved and not is_itself,
            )
            if rest.fields or rest.is_renamed or rest.is_moved or not (is_itself or (found.was and found.now)):
                yield rest

    def _is_within(self, entry: Entry[Any]) -> bool:
        """Tell whether an entry stands in a value that is told, or in a past entry that is."""
        above = [(found.parent, found.field) for found in entry.lineage if found.parent]
        return logged_in(entry) in self.past or any(step in self.values for step in above)

    def add_promises(self, amended: Iterable[Amended]) -> None:
        """Add how promises were amended."""
        for change in amended:
            part = change.promise.part
            if change.what in (What.ADDED, What.REMOVED, What.YEAR):
                self.entries.add(part)
            if change.what is What.AUDIENCE:
                self.values |= {(part, "audience"), (part, "publish_after")}
            self.values |= {(part, name) for name, about in part.fields.items() if about.promised is change.what}

    def add_past(self, rewritten: Iterable[Rewritten]) -> None:
        """Add past entries that do not stand as they stood."""
        for found in rewritten:
            self.past |= {entry for entry in (found.was, found.now) if entry}
            self.orders.add((found.held_by, found.was.field))

    def add_reports(
        self, evidence: Iterable[EvidenceAdded], notes: Iterable[NoteAdded], moves: Iterable[Move], new: set[Entry[Any]]
    ) -> None:
        """Add what new reports brought; a report that brought something is told by that."""
        proofs = [proof.evidence for added in evidence for proof in added.proofs]
        self.entries |= {*proofs, *(note.update for note in notes)}
        self.entries |= {entry for proof in proofs for entry in proof.lineage if type(entry.record) is UpdateRecord}
        self.entries |= {update for move in moves for update in move.item.updates if update in new}

    def add_schools(
        self, joined: Iterable[School], left: Iterable[School], joining: Iterable[JoiningMove], after: Tree
    ) -> None:
        """Add schools that joined or left, and what moved of those on their way."""
        for school in joined:
            self.entries |= {school, *school.membership}
            self.entries |= set(school.joining.below(StateRecord)) if school.joining else set()
        for school in left:
            now = after.table("schools").get(school.id)
            self.values |= {(entry, "left") for entry in now.below(MembershipRecord)} if now else set()
        for move in joining:
            case = move.school.joining
            if case is None:
                continue
            if move.is_new:
                self.entries |= {move.school, case}
            self.entries |= set(case.below(StateRecord)) if move.state != move.state_before else set()
            self.entries |= set(case.below(OpeningRecord)) if move.is_opening_moved else set()
            self.entries |= set(case.below(StepRecord)) if move.stages else set()

    def add_measures(self, moves: Iterable[MeasureMove], new: Iterable[Entry[Any]]) -> None:
        """Add the new figures that changed a verdict."""
        moved = {(move.measure.id, move.school.id if move.school else None) for move in moves}
        self.entries |= {
            entry
            for entry in new
            if isinstance(entry.record, ObservationRecord) and (entry.record.measure, entry.record.school) in moved
        }

    def add_decisions(self, entries: Iterable[Entry[Any]]) -> None:
        """Add new decisions, with the files that hold them."""
        self.entries |= {entry for entry in entries if type(entry.record) in DECISIONS}
