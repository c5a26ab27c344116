"""Support between schools one by one: each role lent, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import objective_page
from hooks.views.deployments_words import EndView, days, end_view, time_of
from hooks.views.kept import kept
from hooks.views.standing import EvidenceView, evidence_view
from validate.standing.deployments import borrower, lender

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.records.deployments import DeploymentsRecord
    from validate.standing.deployments import DeploymentEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class DeploymentView:
    """A role lent. What is not recorded is empty."""

    role: str
    focus: str
    when: str
    lender: EndView
    borrower: EndView
    days: str
    objective: str
    """Its number and title."""
    objective_href: str
    note: str
    kept: str
    evidence: tuple[EvidenceView, ...]


def deployment_views(
    context: SiteContext, entries: Iterable[DeploymentEntry], part: Entry[DeploymentsRecord]
) -> tuple[DeploymentView, ...]:
    """Return the deployments, those that started last first."""
    newest_first = sorted(entries, key=lambda entry: entry.record.starts, reverse=True)
    return tuple(_deployment(context, entry, part) for entry in newest_first)


def _deployment(context: SiteContext, entry: DeploymentEntry, part: Entry[DeploymentsRecord]) -> DeploymentView:
    plan, record = context.plan, entry.record
    objective = next((found for found in plan.objectives if found.id == record.objective), None)
    return DeploymentView(
        role=record.role,
        focus=record.focus,
        when=time_of(record.starts, record.ends),
        lender=end_view(plan, lender(record), record.from_outside),
        borrower=end_view(plan, borrower(record), record.to_outside),
        days=days(record.days),
        objective=f"{objective.id} {objective.record.title}" if objective else "",
        objective_href=objective_page(objective.id) if objective else "",
        note=record.note or "",
        kept=kept(entry, context.as_at, part),
        evidence=tuple(evidence_view(proof, context.as_at) for proof in record.evidence),
    )
