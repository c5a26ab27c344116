"""What changed, as JSON for programs. Every list is there, empty where nothing of its sort changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from validate.plan.pillars import Item
from validate.plan.schools import School
from validate.records.amendments import AmendmentRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desk.changes.sides import Side, Sides
    from validate.history.added import EvidenceAdded, NoteAdded
    from validate.history.amended_promises import Amended
    from validate.history.comparison import Comparison
    from validate.history.logs import Decision, DecisionChanged, Recorded, ReportChanged
    from validate.history.moves import Flagged, Move
    from validate.history.moves_parts import JoiningMove, MeasureMove
    from validate.records.joining import OpeningRecord
    from validate.standing.measures import Figure

Entry = dict[str, Any]


def render_json(sides: Sides, found: Comparison) -> str:
    """Return what changed as one JSON object."""
    lists: dict[str, list[Entry]] = {
        "amended": _each(_amended, found.amended),
        "reports_changed": _each(_report_changed, found.reports_changed),
        "decisions_changed": _each(_decision_changed, found.decisions_changed),
        "decided": _each(_decided, found.decided),
        "moved": _each(_move, found.moves),
        "newly_overdue": _each(_flagged, found.newly_overdue),
        "no_longer_overdue": _each(_flagged, found.no_longer_overdue),
        "newly_stale": _each(_flagged, found.newly_stale),
        "evidence": [proof for added in found.evidence for proof in _evidence(added)],
        "notes": _each(_note, found.notes),
        "promised": _each(_amended, found.promised),
        "measures": _each(_measure, found.measures),
        "joined": _each(_school, found.joined),
        "left": _each(_school, found.left),
        "joining": _each(_joining, found.joining),
    }
    answer = {
        "since": _side(sides.before),
        "until": _side(sides.after),
        "amendments_known": not sides.doubt,
        "counts": {name: len(entries) for name, entries in lists.items()},
        **lists,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _each(entry: Callable[[Any], Entry], found: Sequence[Any]) -> list[Entry]:
    return [entry(one) for one in found]


def _side(side: Side) -> Entry:
    return {"as_at": side.progress.as_at.isoformat(), "files": side.files}


def _amended(change: Amended) -> Entry:
    place = change.promise.part.place()
    return {
        "id": change.id,
        "kind": change.promise.kind.value,
        "what": change.what.value,
        "before": change.before or None,
        "after": change.after or None,
        "same_words_as": change.same_as.id if change.same_as else None,
        "file": place.file,
        "line": place.line,
    }


def _report_changed(changed: ReportChanged) -> Entry:
    found = changed.found
    return {
        "id": changed.item.id,
        "date": found.was.date.isoformat(),
        "removed": found.position is None,
        "how": found.how or None,
        "correction": found.correction.reason if found.correction else None,
    }


def _decision_changed(changed: DecisionChanged) -> Entry:
    return {**_decision(changed.was), "removed": changed.now is None, "how": changed.how or None}


def _decided(recorded: Recorded) -> Entry:
    place = recorded.place()
    return {**_decision(recorded.record), "file": place.file, "line": place.line}


def _decision(decision: Decision) -> Entry:
    if isinstance(decision, AmendmentRecord):
        promise, what = decision.promise, decision.what.value
        return {"promise": promise, "what": what, "date": decision.decided.isoformat(), "by": decision.decided_by}
    return {"promise": None, "what": "approval", "date": decision.date.isoformat(), "by": decision.by}


def _move(move: Move) -> Entry:
    return {
        "id": move.item.id,
        "before": move.before.status.value,
        "after": move.after.status.value,
        "schools": [{"school": part.school.id, "before": part.before, "after": part.after} for part in move.schools],
    }


def _flagged(found: Flagged) -> Entry:
    return {
        "id": found.item.id,
        "status": found.standing.status.value,
        "due": found.standing.due.isoformat(),
        "schools": [school.id for school in found.schools],
    }


def _evidence(added: EvidenceAdded) -> list[Entry]:
    about = added.about.id if isinstance(added.about, Item | School) else added.about
    return [
        {
            "about": about,
            "school": proof.school.id if proof.school else None,
            "title": proof.evidence.record.title,
            "kind": proof.evidence.record.kind.value,
            "date": proof.evidence.record.date,
            "url": proof.evidence.record.url,
            "file": proof.evidence.record.file,
        }
        for proof in added.proofs
    ]


def _note(added: NoteAdded) -> Entry:
    return {
        "id": added.item.id,
        "date": added.update.record.date.isoformat(),
        "school": added.school.id if added.school else None,
        "for_trustees": added.is_for_trustees,
        "note": added.note,
    }


def _measure(move: MeasureMove) -> Entry:
    return {
        "id": move.measure.id,
        "school": move.school.id if move.school else None,
        "before": {"verdict": move.verdict_before.value, **_figure(move.before)},
        "after": {"verdict": move.verdict.value, **_figure(move.after)},
    }


def _figure(figure: Figure | None) -> Entry:
    return {"value": figure.newest.record.value if figure else None, "year": figure.year if figure else None}


def _school(school: School) -> Entry:
    return {"id": school.id, "name": school.record.name}


def _joining(move: JoiningMove) -> Entry:
    return {
        "school": move.school.id,
        "new": move.is_new,
        "state": {"before": move.state_before, "after": move.state},
        "opening": {"before": _opening(move.opening_before), "after": _opening(move.opening)},
        "stages": [{"stage": stage.name, "before": stage.before, "after": stage.after} for stage in move.stages],
    }


def _opening(opening: OpeningRecord | None) -> Entry | None:
    return {"opens": opening.opens.isoformat(), "confirmed": opening.confirmed} if opening else None
