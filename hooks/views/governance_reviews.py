"""Reviews of governance that come round, and the registers that the trust publishes elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from validate.records.governance import NEXT_REVIEW, RegisterRecord
from validate.standing.deadlines.noted import due_of
from validate.standing.governance import reviews_of
from validate.words import day, every, upper_first

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.entry import Entry
    from validate.records.governance import HeldRecord
    from validate.records.report import EvidenceRecord
    from validate.standing.governance import Governance, Review


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldView:
    """A review that took place."""

    when: str
    by: str
    outcome: str
    evidence: list[EvidenceRecord]
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewView:
    """A review that comes round."""

    name: str
    about: str
    body: str
    kept: str
    how_often: str
    last: HeldView | None
    earlier: tuple[HeldView, ...]
    """Those before the last one, newest first."""
    due: str
    overdue: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RegisterView:
    """A page that the law asks for."""

    name: str
    about: str
    url: str
    kept: str


def review_views(governance: Governance, as_at: date) -> tuple[ReviewView, ...]:
    """Return every review in the order of the file."""
    return tuple(_review(review, governance, as_at) for review in reviews_of(governance))


def _review(review: Review, governance: Governance, as_at: date) -> ReviewView:
    record, due = review.record, due_of(review, NEXT_REVIEW, as_at)
    held = [_held(entry, review, as_at) for entry in reversed(due.met)]
    return ReviewView(
        name=record.name,
        about=record.about or "",
        body=next((body.name for body in governance.record.bodies if body.id == record.body), ""),
        kept=kept(review, as_at, governance),
        how_often=upper_first(every(record.every_months)) if record.every_months else "Not published",
        last=held[0] if held else None,
        earlier=tuple(held[1:]),
        due=day(due.due) or "No day is set",
        overdue=due.overdue,
    )


def _held(entry: Entry[HeldRecord], review: Review, as_at: date) -> HeldView:
    record = entry.record
    return HeldView(
        when=day(record.date),
        by=record.by,
        outcome=record.outcome or "",
        evidence=record.evidence,
        kept=kept(entry, as_at, review),
    )


def register_views(governance: Governance, as_at: date) -> tuple[RegisterView, ...]:
    """Return every register in the order of the file."""
    registers = governance.below(RegisterRecord)
    return tuple(
        RegisterView(
            name=entry.record.name,
            about=entry.record.about or "",
            url=entry.record.url or "",
            kept=kept(entry, as_at, governance),
        )
        for entry in registers
    )
