"""Leadership roles across the trust, and networks of schools. What is recorded of none of them is said once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.deployments_words import days, time_of
from hooks.views.kept import kept
from hooks.views.school_links import SchoolLinkView, school_links
from validate.records.deployments import CrossTrustRoleRecord, NetworkRecord
from validate.words import count, listed

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.plan.plan import Plan
    from validate.records.deployments import DeploymentsRecord

OPEN = {True: "Open to schools outside the trust", False: "For schools of the trust only", None: ""}

OF_ROLES = {
    "held_at": "which school holds it",
    "days": "how many days a year are set aside",
    "when": "since when it is held",
}
OF_NETWORKS = {
    "members": "which schools belong to it",
    "is_open": "whether other schools may join in",
    "lead": "who leads it",
    "meets": "how often it meets",
}
"""What each column of the two tables says, by the name of its field."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CrossTrustRoleView:
    """A leadership role for the whole trust. What is not recorded is empty."""

    name: str
    about: str
    held_at: tuple[SchoolLinkView, ...]
    """The school whose staff hold it."""
    days: str
    when: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NetworkView:
    """A network. What is not recorded is empty."""

    name: str
    about: str
    lead: str
    meets: str
    members: tuple[SchoolLinkView, ...]
    is_open: str
    others: str
    """How many schools from outside take part."""
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RolesView:
    """The roles, and which columns hold anything."""

    rows: tuple[CrossTrustRoleView, ...]
    columns: frozenset[str]
    missing: str
    """What is recorded of none of them, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NetworksView:
    """The networks, and which columns hold anything."""

    rows: tuple[NetworkView, ...]
    columns: frozenset[str]
    missing: str
    """What is recorded of none of them, in words."""


def roles_view(context: SiteContext, part: Entry[DeploymentsRecord]) -> RolesView:
    """Return the leadership roles across the trust, in the order of the file."""
    rows = tuple(_role(context, entry, part) for entry in part.below(CrossTrustRoleRecord))
    columns = _columns(rows, OF_ROLES)
    return RolesView(rows=rows, columns=columns, missing=_missing(columns, OF_ROLES))


def networks_view(context: SiteContext, part: Entry[DeploymentsRecord]) -> NetworksView:
    """Return the networks, in the order of the file."""
    rows = tuple(_network(context, entry, part) for entry in part.below(NetworkRecord))
    columns = _columns(rows, OF_NETWORKS)
    return NetworksView(rows=rows, columns=columns, missing=_missing(columns, OF_NETWORKS))


def _role(
    context: SiteContext, entry: Entry[CrossTrustRoleRecord], part: Entry[DeploymentsRecord]
) -> CrossTrustRoleView:
    record = entry.record
    return CrossTrustRoleView(
        name=record.name,
        about=record.about or "",
        held_at=_links(context.plan, [record.school] if record.school else []),
        days=days(record.days_a_year),
        when=time_of(record.starts, record.ends),
        kept=kept(entry, context.as_at, part),
    )


def _network(context: SiteContext, entry: Entry[NetworkRecord], part: Entry[DeploymentsRecord]) -> NetworkView:
    record = entry.record
    return NetworkView(
        name=record.name,
        about=record.about or "",
        lead=context.plan.roles[record.lead].record.name if record.lead else "",
        meets=record.meets or "",
        members=_links(context.plan, record.members),
        is_open=OPEN[record.open_to_others] or ("Schools from outside take part" if record.others else ""),
        others="" if record.others is None else f"{count(record.others, 'school')} from outside",
        kept=kept(entry, context.as_at, part),
    )


def _links(plan: Plan, ids: list[str]) -> tuple[SchoolLinkView, ...]:
    found = {school.id: school for school in plan.schools}
    return school_links(found[name] for name in ids)


def _columns(rows: tuple[object, ...], names: dict[str, str]) -> frozenset[str]:
    return frozenset(name for name in names if any(getattr(row, name) for row in rows))


def _missing(columns: frozenset[str], names: dict[str, str]) -> str:
    return listed([words for name, words in names.items() if name not in columns])
