"""What changed, as JSON for programs. Every list is there, empty where nothing of its sort changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from validate.plan.known import day_field
from validate.plan.pillars import Item
from validate.plan.schools import School
from validate.records.amendments import AmendmentRecord
from validate.records.report import CorrectionRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desk.changes.sides import Side, Sides
    from validate.history.added import EvidenceAdded, NoteAdded
    from validate.history.amended_promises import Amended
    from validate.history.comparison import Comparison
    from validate.history.differences import Difference
    from validate.history.logs import Rewritten
    from validate.history.moves import Flagged, Move
    from validate.history.moves_parts import JoiningMove, MeasureMove
    from validate.plan.entry import Entry as Recorded
    from validate.records.amendments import ApprovalRecord
    from validate.records.joining import OpeningRecord
    from validate.standing.measures import Figure

Entry = dict[str, Any]


def render_json(sides: Sides, found: Comparison) -> str:
    """Return what changed as one JSON object."""
    lists: dict[str, list[Entry]] = {
        "amended": _each(_amended, found.amended),
        "reports_changed": _each(_report_changed, found.reports_changed),
        "decisions_changed": _each(_decision_changed, found.decisions_changed),
        "entries_changed": _each(_past_changed, found.entries_changed),
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
        "changed": [entry for one in found.changed for entry in _changed(one)],
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
        "kind": change.promise.kind,
        "what": change.what.value,
        "before": change.before or None,
        "after": change.after or None,
        "same_words_as": change.same_as.id if change.same_as else None,
        "file": place.file,
        "line": place.line,
    }


def _report_changed(changed: Rewritten) -> Entry:
    correction = changed.correction
    return {
        "id": changed.held_by.id,
        "date": changed.was.record.date.isoformat(),
        "removed": changed.now is None,
        "how": changed.how or None,
        "correction": correction.reason if isinstance(correction, CorrectionRecord) else None,
    }


def _decision_changed(changed: Rewritten) -> Entry:
    return {**_decision(changed.was.record), "removed": changed.now is None, "how": changed.how or None}


def _past_changed(changed: Rewritten) -> Entry:
    about, place = day_field(changed.was.record), changed.entry.place()
    return {
        "id": changed.was.full_name,
        "kind": changed.was.record.table.one,
        "date": str(getattr(changed.was.record, about.name)) if about else None,
        "removed": changed.now is None,
        "how": changed.how or None,
        "file": place.file,
        "line": place.line,
    }


def _changed(found: Difference) -> Iterator[Entry]:
    """Yield what became of an entry of any kind, one by one."""
    entry, place = found.entry, found.entry.place()
    about = {"id": entry.full_name, "kind": entry.record.table.one if entry.record.table else entry.field}
    at = {"file": place.file, "line": place.line}
    nothing = {"field": None, "before": None, "after": None}
    if found.was is None or found.now is None:
        yield {**about, "what": "removed" if found.was else "added", **nothing, **at}
        return
    if found.is_renamed:
        yield {**about, "what": "renamed", **nothing, "before": found.was.key, "after": found.now.key, **at}
    if found.is_moved and found.was.parent and found.now.parent:
        before, after = found.was.parent.full_name, found.now.parent.full_name
        yield {**about, "what": "moved", **nothing, "before": before, "after": after, **at}
    for one in found.fields:
        if one.record:
            yield {**about, "what": "reordered", **nothing, "field": one.name, **at}
        else:
            was, now = map(_plain, found.values(one))
            yield {**about, "what": "changed", "field": one.name, "before": was, "after": now, **at}


def _plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if isinstance(value, list):
        return list(map(_plain, value))
    return value if value is None or isinstance(value, bool | int) else str(value)


def _decided(recorded: Recorded[Any]) -> Entry:
    place = recorded.place()
    return {**_decision(recorded.record), "file": place.file, "line": place.line}


def _decision(decision: AmendmentRecord | ApprovalRecord) -> Entry:
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
