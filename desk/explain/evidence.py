"""The proofs of whatever is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.sheet import Line
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.views.standing import EvidenceView


def explain_proofs(proofs: Iterable[EvidenceView], level: int = 2) -> Iterator[Line]:
    """Yield a line for each proof: its title, kind and date, and where it is."""
    for proof in proofs:
        when = f", {day(proof.date)}" if proof.date else ""
        where = f": {f'plan/{proof.href}' if proof.is_file else proof.href}" if proof.href else ""
        kept = f" ({proof.kept.lower()})" if proof.kept else ""
        yield Line(f"Evidence: {proof.title} ({proof.kind}{when}){kept}{where}", level)
