"""What became of a plan between two days, or two states of its files: the meaning of the change, not its lines.

Both sides are a plan on a day, so that the same files on two days and two commits are compared in the same way.
Nothing here knows where a side came from.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from validate.history.added import evidence_added, notes_added
from validate.history.amended_promises import amended, moved_actions
from validate.history.between import Between
from validate.history.hidden import hidden
from validate.history.logs import decisions_added, decisions_changed, reports_changed
from validate.history.map_moves import map_move
from validate.history.moves import moves, newly_overdue, newly_stale, no_longer_overdue
from validate.history.moves_parts import joining_moves, measure_moves, schools_joined, schools_left
from validate.history.promise import promises_of

if TYPE_CHECKING:
    from validate.history.added import EvidenceAdded, NoteAdded
    from validate.history.amended_promises import Amended
    from validate.history.logs import DecisionChanged, Recorded, ReportChanged
    from validate.history.map_moves import MapMove
    from validate.history.moves import Flagged, Move
    from validate.history.moves_parts import JoiningMove, MeasureMove
    from validate.plan.schools import School
    from validate.standing.progress import Progress


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """What changed, each list in the order of the plan. What is only written otherwise is in none of them."""

    amended: tuple[Amended, ...]
    """What was promised and is now otherwise, or not any more."""
    promised: tuple[Amended, ...]
    """What is promised and was not before."""
    reports_changed: tuple[ReportChanged, ...]
    """Past reports that do not stand as they stood."""
    decisions_changed: tuple[DecisionChanged, ...]
    """Amendments and approvals on record that do not stand as they stood."""
    decided: tuple[Recorded, ...]
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
    map: MapMove
    """The transformation map before and after."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changed."""
        return not any(getattr(self, field.name) for field in fields(self) if field.name != "map")


def compare(before: Progress, after: Progress) -> Comparison:
    """Return what changed from one plan on its day to another on its own."""
    promises = amended(before.plan, after.plan)
    former = moved_actions(promises_of(before.plan), promises_of(after.plan))
    between = Between(before=before, after=after, former=former)
    rewritten = tuple(reports_changed(between.items))
    notes = (note for note in notes_added(between) if not any(one.wrote(note.update) for one in rewritten))
    return Comparison(
        amended=(
            *(change for change in promises if not change.is_addition),
            *hidden(before.plan, after.plan, after.as_at),
        ),
        promised=tuple(change for change in promises if change.is_addition),
        reports_changed=rewritten,
        decisions_changed=tuple(decisions_changed(before.plan, after.plan)),
        decided=tuple(decisions_added(before.plan, after.plan)),
        moves=tuple(moves(between.standings)),
        newly_overdue=tuple(newly_overdue(between.standings)),
        no_longer_overdue=tuple(no_longer_overdue(between.standings)),
        newly_stale=tuple(newly_stale(between.standings)),
        evidence=tuple(evidence_added(between)),
        notes=tuple(notes),
        measures=tuple(measure_moves(between)),
        joined=schools_joined(between),
        left=schools_left(between),
        joining=tuple(joining_moves(between)),
        map=map_move(between),
    )
