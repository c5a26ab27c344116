"""Leadership roles across the trust, and networks of schools. What is recorded of none of them is said once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from validate.records.deployments import CrossTrustRoleRecord, NetworkRecord
from validate.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from validate.plan.entry import Entry
    from validate.records.deployments import DeploymentsRecord

OPEN = {True: "Open to schools outside the trust", False: "For schools of the trust only", None: ""}


@dataclass(frozen=True, kw_only=True, slots=True)
class AcrossView:
    """The roles or the networks, and which columns of their table hold anything."""

    rows: tuple[Entry[Any], ...]
    columns: frozenset[str]
    missing: str
    """What is recorded of none of them, in words."""


def roles_view(part: Entry[DeploymentsRecord]) -> AcrossView:
    """Return the leadership roles across the trust, in the order of the file."""
    return _across(
        part.below(CrossTrustRoleRecord),
        {
            "held_at": ("which school holds it", lambda role: role.school is not None),
            "days": ("how many days a year are set aside", lambda role: role.days_a_year is not None),
            "when": ("since when it is held", lambda role: bool(role.starts or role.ends)),
        },
    )


def networks_view(part: Entry[DeploymentsRecord]) -> AcrossView:
    """Return the networks, in the order of the file."""
    return _across(
        part.below(NetworkRecord),
        {
            "members": ("which schools belong to it", lambda network: bool(network.members)),
            "is_open": ("whether other schools may join in", lambda network: bool(open_words(network))),
            "lead": ("who leads it", lambda network: network.lead is not None),
            "meets": ("how often it meets", lambda network: network.meets is not None),
        },
    )


def open_words(network: NetworkRecord) -> str:
    """Say whether schools from outside may join in, or do; nothing where neither is recorded."""
    return OPEN[network.open_to_others] or ("Schools from outside take part" if network.others else "")


def _across(rows: tuple[Entry[Any], ...], said: dict[str, tuple[str, Callable[[Any], bool]]]) -> AcrossView:
    """Return these rows, given for each column what it says, and a test whether a record says it."""
    columns = frozenset(name for name, (_, says) in said.items() if any(says(row.record) for row in rows))
    missing = listed([words for name, (words, _) in said.items() if name not in columns])
    return AcrossView(rows=rows, columns=columns, missing=missing)
