"""A comparison as groups of lines, each with its heading and its count, in the order in which every format has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.changes.lines import (
    evidence_lines,
    late_lines,
    move_lines,
    no_longer_late_lines,
    note_lines,
    number_of_proofs,
    old_lines,
    promise_lines,
)
from desk.changes.lines_logs import decided_lines, decision_lines, past_lines
from desk.changes.lines_other import number_of_changes, other_lines
from desk.changes.lines_parts import joined_lines, joining_lines, left_lines, measure_lines
from validate.words import count, its

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desk.changes.lines import Line
    from desk.changes.sides import Sides
    from validate.history.comparison import Comparison

AMENDED = "amended"


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Everything of one sort that changed."""

    key: str
    """Its name in JSON."""
    heading: str
    counted: str
    """How much there is of it, in words."""
    lines: tuple[Line, ...]


def groups(comparison: Comparison, sides: Sides) -> tuple[Group, ...]:
    """Return the groups in which anything changed. Amendments of promises come first."""
    return tuple(group for group in _groups(comparison, sides) if group.lines)


def _groups(found: Comparison, sides: Sides) -> Iterator[Group]:
    after = sides.after.progress
    amended = count(len(found.amended), "amendment of a promise", "amendments of promises")
    late, cured, old = len(found.newly_overdue), len(found.no_longer_overdue), len(found.newly_stale)
    measures = len({move.measure.id for move in found.measures})
    yield _group(AMENDED, "Promises amended", amended, promise_lines(found.amended))
    reports = count(len(found.reports_changed), "past report changed", "past reports changed")
    yield _group("reports_changed", "Past reports changed", reports, past_lines(found.reports_changed))
    decisions = count(len(found.decisions_changed), "past decision changed", "past decisions changed")
    changed = decision_lines(found.decisions_changed, after.plan)
    yield _group("decisions_changed", "Past decisions changed", decisions, changed)
    entries = count(len(found.entries_changed), "past entry changed", "past entries changed")
    yield _group("entries_changed", "Past entries changed", entries, past_lines(found.entries_changed))
    yield _group(
        "decided",
        "Decisions put on record",
        f"{count(len(found.decided), 'decision')} put on record",
        decided_lines(found, after.plan, after.as_at, is_told=not sides.doubt),
    )
    moved = count(len(found.moves), "action or goal moved", "actions and goals moved")
    yield _group("moved", "What moved", moved, move_lines(found.moves))
    yield _group(
        "newly_overdue",
        "Newly past its date",
        f"{late:,} newly past {its(late)} date",
        late_lines(found.newly_overdue),
    )
    yield _group(
        "no_longer_overdue",
        "No longer past its date",
        f"{cured:,} no longer past {its(cured)} date",
        no_longer_late_lines(found.no_longer_overdue),
    )
    yield _group(
        "newly_stale", "Report grown old", f"{old:,} with a report newly grown old", old_lines(found.newly_stale)
    )
    yield _group(
        "evidence", "Evidence added", f"{number_of_proofs(found.evidence)} added", evidence_lines(found.evidence)
    )
    yield _group("notes", "Notes added", f"{count(len(found.notes), 'note')} added", note_lines(found.notes))
    yield _group(
        "promised", "Promises added", f"{count(len(found.promised), 'promise')} added", promise_lines(found.promised)
    )
    verdicts = count(measures, "measure with another verdict", "measures with another verdict")
    yield _group("measures", "Measures with another verdict", verdicts, measure_lines(found.measures))
    yield _group(
        "joined",
        "Schools that joined",
        f"{count(len(found.joined), 'school')} joined",
        joined_lines(found.joined, after.as_at),
    )
    yield _group(
        "left",
        "Schools that left",
        f"{count(len(found.left), 'school')} left",
        left_lines(found.left, after.plan.schools),
    )
    joining = count(len(found.joining), "school on its way with news", "schools on their way with news")
    yield _group("joining", "Schools on their way", joining, joining_lines(found.joining))
    yield _group("changed", "What else changed", number_of_changes(found.changed), other_lines(found.changed))


def _group(key: str, heading: str, counted: str, lines: Iterable[Line]) -> Group:
    return Group(key=key, heading=heading, counted=counted, lines=tuple(lines))
