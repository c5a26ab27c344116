"""The scheme of delegation: which body has which part in each decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.standing.governance import bodies_of, decisions_of
from validate.words import count, number_word

if TYPE_CHECKING:
    from validate.plan.entry import Entry
    from validate.records.governance import DecisionRecord, PowerRecord, ShareRecord
    from validate.standing.governance import Body, Governance


@dataclass(frozen=True, kw_only=True, slots=True)
class PowerView:
    """A part that a body may have, with its number in the list, by which its look is chosen."""

    number: int
    power: PowerRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionView:
    """One row of the scheme, with the part that each body has in it."""

    decision: Entry[DecisionRecord]
    shares: dict[str, ShareRecord]
    """By body; without those that have none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DelegationView:
    """The scheme; without areas where the plan gives none."""

    sentence: str
    powers: dict[str, PowerView]
    bodies: tuple[Body, ...]
    """The bodies that have any part: the columns."""
    areas: dict[str, list[DecisionView]]
    """The decisions under each heading."""


def delegation_view(governance: Governance) -> DelegationView:
    """Return the view of the scheme of delegation."""
    decisions, powers = decisions_of(governance), governance.record.powers
    areas: dict[str, list[DecisionView]] = {}
    for row in decisions:
        shares = {share.body: share for share in row.record.shares}
        areas.setdefault(row.record.area, []).append(DecisionView(decision=row, shares=shares))
    named = {share.body for row in decisions for share in row.record.shares}
    return DelegationView(
        sentence=_sentence(governance),
        powers={power.id: PowerView(number=number, power=power) for number, power in enumerate(powers, start=1)},
        bodies=tuple(body for body in bodies_of(governance) if body.id in named),
        areas=areas,
    )


def _sentence(governance: Governance) -> str:
    """Say how many decisions there are, and in how many of them somebody has the first of the powers."""
    decisions, powers = decisions_of(governance), governance.record.powers
    if not decisions:
        return "The plan gives no scheme of delegation."
    first = powers[0]
    settled = sum(any(share.power == first.id for share in row.record.shares) for row in decisions)
    which = "every one" if settled == len(decisions) else f"{number_word(settled)} of them"
    number = count(len(decisions), "decision")
    return f"The plan names {number}. For {which} it says which body has the part “{first.name}”."
