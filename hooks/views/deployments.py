"""Support between schools: days by term, from whom to whom, each deployment, leadership roles and networks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.deployments_list import DeploymentView, deployment_views
from hooks.views.deployments_roles import AcrossView, networks_view, open_words, roles_view
from hooks.views.deployments_totals import FromToView, TermsView, from_to_view, terms_view
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
    """The page on support between schools. Figures are missing where nothing was lent."""

    sentence: str
    part: Entry[DeploymentsRecord]
    terms: TermsView | None
    from_to: FromToView | None
    deployments: tuple[DeploymentView, ...]
    """The newest, newest first."""
    earlier: tuple[DeploymentView, ...]
    """Those before them."""
    roles: AcrossView
    networks: AcrossView
    is_open: dict[str, str]
    """Whether schools from outside may join in each network, by its id; empty where that is not recorded."""


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page on support between schools; without a file on it there is nothing to show."""
    part = context.plan.part(DeploymentsRecord)
    view = between_schools(context, part) if part else None
    yield Page(path=DEPLOYMENTS_PAGE, title="Support between schools", template="pages/deployments.md", view=view)


def between_schools(context: SiteContext, part: Entry[DeploymentsRecord]) -> BetweenSchoolsView:
    """Return what is recorded of support between schools."""
    entries = part.below(DeploymentRecord)
    views = deployment_views(context.plan, entries)
    return BetweenSchoolsView(
        sentence=_sentence(entries, context.as_at),
        part=part,
        terms=terms_view(context, entries) if entries else None,
        from_to=from_to_view(context, entries) if entries else None,
        deployments=views[:NEWEST],
        earlier=views[NEWEST:],
        roles=roles_view(part),
        networks=networks_view(part),
        is_open={network.id: open_words(network) for network in part.record.networks},
    )


def _sentence(entries: tuple[DeploymentEntry, ...], as_at: date) -> str:
    if not entries:
        return f"No deployment that had started by {day(as_at)} is recorded."
    found = lent(entries)
    is_counted = found.deployments > found.not_counted
    work = f", with {count(found.days, 'day')} of work in all" if is_counted else ""
    first = f"{count(found.deployments, 'deployment')} had started by {day(as_at)}{work}."
    if not is_counted:
        return f"{first} No days are recorded."
    return f"{first} {have(found.not_counted, 'no days recorded', of='them')}." if found.not_counted else first
