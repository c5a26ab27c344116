"""A report on one action or goal, as somebody gave it, and the entry that it becomes in the file.

While it is being said it has the shape of the entry, but for two things: status, year and reason stand beside the
schools of which they speak, and a file of proof is named as it is on this computer.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desk.entry import in_order
from validate.records.report import EvidenceRecord, UpdateRecord
from validate.status import EvidenceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desk.entry import Entry

OF_SCHOOLS = ("status", "moved_to", "reason")
"""What is said of each school where a report speaks of schools."""


def schools_in(report: Entry) -> tuple[str, ...]:
    """Return the ids of the schools of which a report speaks; none means the whole."""
    return tuple(part["school"] for part in report.get("schools", []))


def files_in(proofs: list[Entry]) -> list[Path]:
    """Return the files that prove something."""
    return [Path(proof["file"]) for proof in proofs if "file" in proof]


def entry_of(report: Entry, names: Mapping[Path, str]) -> Entry:
    """Return the entry for the list of updates; `names` says what each file of proof is called in plan/evidence/."""
    said = dict(report)
    if "schools" in said:  # They are never none: a report of the whole does not name them.
        about = {name: said.pop(name) for name in OF_SCHOOLS if name in said}
        said["schools"] = [part | about for part in said["schools"]]
    if "evidence" in said:
        said["evidence"] = [proof_entry(proof, names) for proof in said["evidence"]]
    return in_order(UpdateRecord, said)


def proof_entry(proof: Entry, names: Mapping[Path, str]) -> Entry:
    """Return the entry for a list of evidence."""
    file = {"file": names[Path(proof["file"])]} if "file" in proof else {}
    return in_order(EvidenceRecord, proof | file)


def take_kinds(proofs: list[Entry]) -> list[str]:
    """Give each proof without a kind the usual one, and say in a sentence each which that is."""
    told = []
    for proof in proofs:
        if "kind" not in proof:
            proof["kind"] = usual_kind(proof["title"], proof.get("url", ""))
            told.append(
                f'The kind of "{proof["title"]}" is taken to be {proof["kind"]}; --evidence-kind names another.'
            )
    return told


def usual_kind(title: str, url: str) -> str:
    """Return the kind that a proof's title names, else that of any page of the web, or of no special kind."""
    words = title.lower().replace("-", " ")
    named = (kind for kind in EvidenceKind if kind.value.replace("-", " ") in words)
    return next(named, EvidenceKind.WEB_PAGE if url else EvidenceKind.OTHER).value
