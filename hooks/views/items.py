"""Views of actions, goals and their reports: what templates show of where each stands, at single schools too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import objective_page, school_page
from hooks.views.amendments import AmendmentView, amendments_about, correction_words
from hooks.views.item_words import silence, why_item
from hooks.views.kept import kept
from hooks.views.standing import (
    PARTLY,
    EvidenceView,
    GroupView,
    StatusView,
    evidence_view,
    group_view,
    partly_view,
    status_view,
)
from validate.plan.pillars import Action, Goal
from validate.records.report import EvidenceRecord, SourceRecord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from validate.plan.pillars import Evidence, Item, SchoolReport, Update
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing

NO_LEAD = "-"
"""Stands for a role where the plan names none; no role can have this id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolReportView:
    """What a report says of one school."""

    school: str
    href: str
    status: StatusView | None
    note: str
    reason: str
    moved_to: str
    kept: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class UpdateView:
    """One entry of a log."""

    date: date
    status: StatusView | None
    of_all_schools: bool
    """Whether the status is said of each school at which the action is tracked."""
    schools: tuple[SchoolReportView, ...]
    note: str
    trustees_note: str
    reason: str
    moved_to: str
    reporter: str
    outside: bool
    correction: str
    """When and why it was corrected, in words; empty where it was not."""
    kept: str
    evidence: tuple[EvidenceView, ...]

    @property
    def proofs(self) -> tuple[EvidenceView, ...]:
        """Every proof, for the whole and for single schools."""
        return (*self.evidence, *(proof for school in self.schools for proof in school.evidence))

    @property
    def gives_status(self) -> bool:
        """Tell whether it names a status, if only for one school."""
        return self.status is not None or any(school.status for school in self.schools)


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolStandingView:
    """Where an action stands at one school."""

    school: str
    href: str
    """The place on the school's page where the action's objective is."""
    status: StatusView
    due: date
    overdue: bool
    stale: bool
    has_partial_proof: bool
    newest: date | None
    """The day of the newest report."""
    note: str
    reason: str
    moved_to: str
    kept: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemView:
    """One action or goal with everything known of it."""

    id: str
    href: str
    """Page and anchor, to be passed to link()."""
    text: str
    status: StatusView
    due: date
    has_own_date: bool
    due_note: str
    lead: str
    lead_id: str
    """The id of the role that leads it, or NO_LEAD."""
    source: SourceRecord | None
    overdue: bool
    stale: bool
    has_partial_proof: bool
    days_since_report: int | None
    updates: tuple[UpdateView, ...]
    """Newest first."""
    is_by_school: bool
    schools: tuple[SchoolStandingView, ...]
    """Where it stands at each school, if it is tracked so."""
    at_schools: GroupView | None
    """Counts of its schools; nothing where it is not tracked so, or no school was in the trust yet."""
    silent_schools: int
    """How many of its schools have no report that gives a status."""
    silence: str
    """At which schools that is, in words; empty where there is none."""
    kept: str
    why: str
    """How the status came about, in a sentence."""
    amendments: tuple[AmendmentView, ...]
    """How its wording, date or schools were changed, oldest first."""


def asked_anchor(objective_id: str) -> str:
    """Return the anchor of an objective on the pages of schools."""
    return f"asked/{objective_id}"


def item_view(item: Item, progress: Progress) -> ItemView:
    """Return the view of an action or goal."""
    standing = progress.standings[item.id]
    tally = progress.of_schools(item)
    return ItemView(
        id=item.id,
        href=f"{objective_page(item.objective.id)}#{item.id}",
        text=item.text,
        status=standing_status(standing),
        due=standing.due,
        has_own_date=item.record.due is not None,
        due_note=(item.record.due_note or "") if isinstance(item, Goal) else "",
        lead=item.lead.record.name if item.lead else "",
        lead_id=item.lead.id if item.lead else NO_LEAD,
        source=item.record.source,
        overdue=standing.overdue,
        stale=standing.stale,
        has_partial_proof=standing.has_partial_proof,
        days_since_report=standing.days_since_report,
        updates=tuple(update_view(item, update, progress) for update in reversed(item.updates)),
        is_by_school=isinstance(item, Action) and item.is_by_school,
        schools=tuple(school_standing_view(school, progress) for school in standing.schools),
        at_schools=group_view(tally) if tally.total else None,
        silent_schools=tally.not_reported,
        silence=silence(standing.schools),
        kept=kept(item, progress.as_at),
        why=why_item(item, progress),
        amendments=amendments_about(progress.plan, item.id, progress.as_at),
    )


def standing_status(standing: Standing) -> StatusView:
    """Return the status of an action or goal; some are said of a part of its schools only."""
    is_partly = standing.is_partly and standing.status in PARTLY
    return partly_view(standing.status) if is_partly else status_view(standing.status)


def update_view(item: Item, update: Update, progress: Progress) -> UpdateView:
    """Return the view of one entry of an item's log."""
    is_by_school = isinstance(item, Action) and item.is_by_school
    return UpdateView(
        date=update.record.date,
        status=status_view(update.status) if update.status else None,
        of_all_schools=is_by_school and update.status is not None,
        schools=tuple(_school_report_view(item, update, report, progress) for report in update.schools),
        note=update.record.note or "",
        trustees_note=update.record.trustees_note or "",
        reason=update.record.reason or "",
        moved_to=update.record.moved_to or "",
        reporter=update.reporter.record.name,
        outside=update.reporter.record.outside,
        correction=correction_words(update, progress.plan),
        kept=kept(update, progress.as_at, item),
        evidence=_evidence(update.evidence, progress.as_at),
    )


def _asked_of(school_id: str, item: Item, progress: Progress) -> str:
    """Return the place on a school's page that speaks of an action, as far as it is tracked there."""
    tracked = any(found.item.objective.id == item.objective.id for found in progress.by_school[school_id])
    return f"{school_page(school_id)}#{asked_anchor(item.objective.id) if tracked else 'asked'}"


def _school_report_view(item: Item, update: Update, report: SchoolReport, progress: Progress) -> SchoolReportView:
    return SchoolReportView(
        school=progress.schools[report.record.school].record.name,
        href=_asked_of(report.record.school, item, progress),
        status=status_view(report.status) if report.status else None,
        note=report.record.note or "",
        reason=report.record.reason or "",
        moved_to=report.record.moved_to or "",
        kept=kept(report, progress.as_at, update),
        evidence=_evidence(report.below(EvidenceRecord), progress.as_at),
    )


def school_standing_view(standing: Standing, progress: Progress) -> SchoolStandingView:
    """Return where an action stands at one school, with what its newest reports say of it."""
    school, newest, decided = standing.school, standing.newest, standing.decided_by
    said = [update for update in (newest, decided) if update]
    proofs = {proof.place(): proof for update in said for proof in update.evidence}
    return SchoolStandingView(
        school=school.record.name if school else "",
        href=f"{school_page(school.id)}#{asked_anchor(standing.item.objective.id)}" if school else "",
        status=status_view(standing.status),
        due=standing.due,
        overdue=standing.overdue,
        stale=standing.stale,
        has_partial_proof=standing.has_partial_proof,
        newest=newest.record.date if newest else None,
        note=next((update.record.note for update in said if update.record.note), ""),
        reason=(decided.record.reason or "") if decided else "",
        moved_to=(decided.record.moved_to or "") if decided else "",
        kept=next((words for update in said if (words := kept(update, progress.as_at, standing.item))), ""),
        evidence=_evidence(proofs.values(), progress.as_at),
    )


def _evidence(proofs: Iterable[Evidence], as_at: date) -> tuple[EvidenceView, ...]:
    return tuple(evidence_view(proof.record, as_at) for proof in proofs)
