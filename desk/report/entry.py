"""A report on one action or goal, as somebody gave it, and the entry that it becomes in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.records.report import EvidenceRecord, UpdateRecord
from validate.status import EvidenceKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from validate.records.base import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """One proof, with a link or a file that may still have to be copied."""

    title: str
    kind: str
    date: str = ""
    url: str = ""
    file: Path | None = None
    audience: str = ""
    publish_after: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What is reported. What was not said is empty."""

    date: str
    status: str
    reported_by: str
    note: str = ""
    trustees_note: str = ""
    moved_to: str = ""
    reason: str = ""
    audience: str = ""
    publish_after: str = ""
    schools: tuple[str, ...] = ()
    """The ids of the schools that it speaks of; none means the whole."""
    proofs: tuple[Proof, ...] = ()
    moves_as_at: bool = False
    """True if the day for which the plan is kept is to move forward to that of the report, where it is earlier."""


def entry_of(report: Report, names: Mapping[Path, str]) -> dict[str, object]:
    """Return the entry for the list of updates; `names` says what each file of proof is called in plan/evidence/."""
    about_schools = {"status": report.status, "moved_to": report.moved_to, "reason": report.reason}
    said: dict[str, object] = {
        "date": report.date,
        "note": report.note,
        "trustees_note": report.trustees_note,
        "reported_by": report.reported_by,
        "evidence": [proof_entry(proof, names) for proof in report.proofs],
        "audience": report.audience,
        "publish_after": report.publish_after,
    }
    if report.schools:
        said["schools"] = [{"school": school, **_given(about_schools)} for school in report.schools]
    else:
        said |= about_schools
    return _in_order(UpdateRecord, said)


def usual_kind(title: str, url: str) -> str:
    """Return the kind that a proof's title names, else that of any page of the web, or of no special kind."""
    words = title.lower().replace("-", " ")
    named = (kind for kind in EvidenceKind if kind.value.replace("-", " ") in words)
    return next(named, EvidenceKind.WEB_PAGE if url else EvidenceKind.OTHER).value


def proof_entry(proof: Proof, names: Mapping[Path, str]) -> dict[str, object]:
    """Return the entry for a list of evidence."""
    said = {name: getattr(proof, name) for name in fields_of(EvidenceRecord)}
    said["file"] = names[proof.file] if proof.file else ""
    return _in_order(EvidenceRecord, said)


def _in_order(record: type[Record], said: Mapping[str, object]) -> dict[str, object]:
    """Return what was said in the order of the record class."""
    return _given({name: said.get(name) for name in fields_of(record)})


def _given(said: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in said.items() if value}
