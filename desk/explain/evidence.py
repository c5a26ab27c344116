"""The proofs of whatever is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.sheet import Line
from hooks.page_paths import proof_address
from hooks.views.kept import kept
from validate.words import day, name_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.records.report import EvidenceRecord


def explain_proofs(proofs: Iterable[EvidenceRecord], as_at: date, level: int = 2) -> Iterator[Line]:
    """Yield a line for each proof: its title, kind and date, and where it is."""
    for proof in proofs:
        when = f", {day(proof.date)}" if proof.date else ""
        address = proof_address(proof)
        where = f": {f'plan/{address}' if proof.file else address}" if address else ""
        words = kept(proof, as_at)
        tag = f" ({words.lower()})" if words else ""
        yield Line(f"Evidence: {proof.title} ({name_in_words(proof.kind)}{when}){tag}{where}", level)
