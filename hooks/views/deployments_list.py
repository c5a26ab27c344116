"""Support between schools one by one: each role lent, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.deployments_words import EndView, end_view
from validate.standing.deployments import borrower, lender

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.plan.plan import Plan
    from validate.standing.deployments import DeploymentEntry


@dataclass(frozen=True, kw_only=True, slots=True)
class DeploymentView:
    """A role lent, with who lends and borrows it."""

    deployment: DeploymentEntry
    lender: EndView
    borrower: EndView


def deployment_views(plan: Plan, entries: Iterable[DeploymentEntry]) -> tuple[DeploymentView, ...]:
    """Return the deployments, those that started last first."""
    return tuple(
        DeploymentView(
            deployment=entry,
            lender=end_view(plan, lender(entry.record), entry.record.from_outside),
            borrower=end_view(plan, borrower(entry.record), entry.record.to_outside),
        )
        for entry in sorted(entries, key=lambda entry: entry.record.starts, reverse=True)
    )
