"""Support between schools: days by term, from whom to whom, each deployment, leadership roles and networks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.deployments_list import DeploymentView, deployment_views
from hooks.views.deployments_roles import NetworksView, RolesView, networks_view, roles_view
from hooks.views.deployments_totals import FromToView, TermsView, from_to_view, terms_view
from hooks.views.deployments_words import days
from hooks.views.kept import kept
from validate.records.deployments import DeploymentRecord, DeploymentsRecord
from validate.standing.deployments import lent
from validate.words import count, day, have

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.standing.deployments import DeploymentEntry

DEPLOYMENTS_PAGE = "deployments.md"

NEWEST = 5
"""How many deployments are shown at once; older ones are folded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BetweenSchoolsView:
    """What is recorded of support between schools. Figures are missing where nothing was lent."""

    sentence: str
    about: str
    source: str
    kept: str
    terms: TermsView | None
    from_to: FromToView | None
    deployments: tuple[DeploymentView, ...]
    """The newest, newest first."""
    earlier: tuple[DeploymentView, ...]
    """Those before them."""
    roles: RolesView
    networks: NetworksView


@dataclass(frozen=True, kw_only=True, slots=True)
class DeploymentsPageView:
    """The page on support between schools. Without a file on it there is nothing to show."""

    between: BetweenSchoolsView | None


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page on support between schools."""
    part = context.plan.part(DeploymentsRecord)
    view = DeploymentsPageView(between=_between(context, part) if part else None)
    yield Page(path=DEPLOYMENTS_PAGE, title="Support between schools", template="pages/deployments.md", view=view)


def _between(context: SiteContext, part: Entry[DeploymentsRecord]) -> BetweenSchoolsView:
    entries = part.below(DeploymentRecord)
    views = deployment_views(context, entries, part)
    return BetweenSchoolsView(
        sentence=_sentence(entries, context.as_at),
        about=part.record.about or "",
        source=part.record.source or "",
        kept=kept(part, context.as_at),
        terms=terms_view(context, entries) if entries else None,
        from_to=from_to_view(context, entries) if entries else None,
        deployments=views[:NEWEST],
        earlier=views[NEWEST:],
        roles=roles_view(context, part),
        networks=networks_view(context, part),
    )


def _sentence(entries: tuple[DeploymentEntry, ...], as_at: date) -> str:
    if not entries:
        return f"No deployment that had started by {day(as_at)} is recorded."
    found = lent(entries)
    is_counted = found.deployments > found.not_counted
    work = f", with {days(found.days)} of work in all" if is_counted else ""
    first = f"{count(found.deployments, 'deployment')} had started by {day(as_at)}{work}."
    if not is_counted:
        return f"{first} No days are recorded."
    return f"{first} {have(found.not_counted, 'no days recorded', of='them')}." if found.not_counted else first
