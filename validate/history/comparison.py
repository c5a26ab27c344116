"""What became of a plan between two days, or two states of its files: the meaning of the change, not its lines.

Both sides are a plan on a day, so that the same files on two days and two commits are compared in the same way.
Nothing here knows where a side came from.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from validate.history.added import evidence_added, notes_added
from validate.history.amended_promises import amended, hidden
from validate.history.between import Between
from validate.history.differences import differences
from validate.history.logs import rewritten
from validate.history.map_moves import map_move
from validate.history.moves import moves, newly_overdue, newly_stale, no_longer_overdue
from validate.history.moves_parts import joining_moves, measure_moves, schools_joined, schools_left
from validate.history.promise import promises_of
from validate.history.told import Told
from validate.records.amendments import AmendmentRecord, ApprovalRecord
from validate.records.base import Record
from validate.records.report import UpdateRecord

if TYPE_CHECKING:
    from typing import Any

    from validate.history.added import EvidenceAdded, NoteAdded
    from validate.history.amended_promises import Amended
    from validate.history.differences import Difference
    from validate.history.logs import Rewritten
    from validate.history.map_moves import MapMove
    from validate.history.moves import Flagged, Move
    from validate.history.moves_parts import JoiningMove, MeasureMove
    from validate.plan.entry import Entry
    from validate.plan.schools import School
    from validate.standing.progress import Progress

DECISIONS = (AmendmentRecord, ApprovalRecord)


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """What changed, each list in the order of the plan. What is only written otherwise is in none of them."""

    amended: tuple[Amended, ...]
    """What was promised and is now otherwise, or not any more."""
    promised: tuple[Amended, ...]
    """What is promised and was not before."""
    reports_changed: tuple[Rewritten, ...]
    """Past reports that do not stand as they stood."""
    decisions_changed: tuple[Rewritten, ...]
    """Amendments and approvals on record that do not stand as they stood."""
    entries_changed: tuple[Rewritten, ...]
    """Past entries of other logs that do not stand as they stood."""
    decided: tuple[Entry[Any], ...]
    """Amendments and approvals that were put on record."""
    moves: tuple[Move, ...]
    newly_overdue: tuple[Flagged, ...]
    no_longer_overdue: tuple[Flagged, ...]
    newly_stale: tuple[Flagged, ...]
    evidence: tuple[EvidenceAdded, ...]
    notes: tuple[NoteAdded, ...]
    measures: tuple[MeasureMove, ...]
    joined: tuple[School, ...]
    left: tuple[School, ...]
    joining: tuple[JoiningMove, ...]
    changed: tuple[Difference, ...]
    """Everything else: entries of any kind that were added, removed, moved or renamed, and values that changed."""
    map: MapMove
    """The transformation map before and after."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changed."""
        return not any(getattr(self, field.name) for field in fields(self) if field.name != "map")


def compare(before: Progress, after: Progress) -> Comparison:
    """Return what changed from one plan on its day to another on its own."""
    between = Between(before=before, after=after)
    matched = between.matched
    were, are = promises_of(before.plan), promises_of(after.plan)
    promises = [*amended(were, are, matched), *hidden(were, are, matched, after.as_at)]
    past = list(rewritten(matched, before.as_at))
    new = {entry for entry in after.plan.tree.every(Record) if entry not in matched.former}
    found = Comparison(
        amended=tuple(change for change in promises if not change.is_addition),
        promised=tuple(change for change in promises if change.is_addition),
        reports_changed=tuple(one for one in past if type(one.was.record) is UpdateRecord),
        decisions_changed=tuple(one for one in past if type(one.was.record) in DECISIONS),
        entries_changed=tuple(one for one in past if type(one.was.record) not in (UpdateRecord, *DECISIONS)),
        decided=tuple(entry for kind in DECISIONS for entry in after.plan.entries(kind) if entry in new),
        moves=tuple(moves(between.standings)),
        newly_overdue=tuple(newly_overdue(between.standings)),
        no_longer_overdue=tuple(no_longer_overdue(between.standings)),
        newly_stale=tuple(newly_stale(between.standings)),
        evidence=tuple(evidence_added(between, {one.now for one in past if one.now})),
        notes=tuple(notes_added(between)),
        measures=tuple(measure_moves(between)),
        joined=schools_joined(between),
        left=schools_left(between),
        joining=tuple(joining_moves(between)),
        changed=(),
        map=map_move(between),
    )
    told = Told()
    told.add_promises(promises)
    told.add_past(past)
    told.add_decisions(new)
    told.add_reports(found.evidence, found.notes, found.moves, new)
    told.add_schools(found.joined, found.left, found.joining, after.plan.tree)
    told.add_measures(found.measures, new)
    return replace(found, changed=tuple(told.left(differences(matched))))
