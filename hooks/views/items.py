"""Where actions and goals stand, at single schools too: what of it is worked out for those who show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.standing import PARTLY, StatusView, partly_view, status_view
from validate.standing.tally import Tally

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.pillars import Evidence
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing

NO_LEAD = "-"
"""Stands for a role where the plan names none; no role can have this id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolStandingView:
    """What the newest reports say of an action at one school."""

    standing: Standing
    newest: date | None
    """The day of the newest report."""
    note: str
    reason: str
    moved_to: str
    kept: str
    evidence: tuple[Evidence, ...]


def standing_status(standing: Standing) -> StatusView:
    """Return the status of an action or goal; some are said of a part of its schools only."""
    is_partly = standing.is_partly and standing.status in PARTLY
    return partly_view(standing.status) if is_partly else status_view(standing.status)


def schools_tally(standing: Standing) -> Tally:
    """Count where an action stands at each of its schools."""
    return Tally.of(standing.schools)


def school_standing_view(standing: Standing, progress: Progress) -> SchoolStandingView:
    """Return where an action stands at one school, with what its newest reports say of it."""
    newest, decided = standing.newest, standing.decided_by
    said = [update for update in (newest, decided) if update]
    tags = (kept(update, progress.as_at, standing.item) for update in said)
    return SchoolStandingView(
        standing=standing,
        newest=newest.record.date if newest else None,
        note=next((update.record.note for update in said if update.record.note), ""),
        reason=(decided.record.reason or "") if decided else "",
        moved_to=(decided.record.moved_to or "") if decided else "",
        kept=next(filter(None, tags), ""),
        evidence=tuple({proof.place(): proof for update in said for proof in update.evidence}.values()),
    )
