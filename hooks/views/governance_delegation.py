"""The scheme of delegation: which body has which part in each decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from validate.standing.governance import bodies_of, decisions_of
from validate.words import count, number_word

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.entry import Entry
    from validate.records.governance import DecisionRecord
    from validate.standing.governance import Body, Governance


@dataclass(frozen=True, kw_only=True, slots=True)
class PowerView:
    """A part that a body may have, with its number in the list, by which its look is chosen."""

    number: int
    name: str
    meaning: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareView:
    """One cell: the part that a body has in a decision. `power` is missing where it has none."""

    body: str
    power: PowerView | None
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionView:
    """One row of the scheme."""

    text: str
    kept: str
    shares: tuple[ShareView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaView:
    """The decisions under one heading."""

    title: str
    decisions: tuple[DecisionView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DelegationView:
    """The scheme; without areas where the plan gives none."""

    sentence: str
    powers: tuple[PowerView, ...]
    bodies: tuple[tuple[str, str], ...]
    """The bodies that have any part, each with the words of its tag: the columns."""
    areas: tuple[AreaView, ...]


def delegation_view(governance: Governance, as_at: date) -> DelegationView:
    """Return the view of the scheme of delegation."""
    decisions = decisions_of(governance)
    named = {share.body for row in decisions for share in row.record.shares}
    bodies = [body for body in bodies_of(governance) if body.record.id in named]
    powers = {
        power.id: PowerView(number=number, name=power.name, meaning=power.meaning)
        for number, power in enumerate(governance.record.powers, start=1)
    }
    areas: dict[str, list[DecisionView]] = {}
    for row in decisions:
        areas.setdefault(row.record.area, []).append(_decision(row, bodies, powers, kept(row, as_at, governance)))
    return DelegationView(
        sentence=_sentence(governance),
        powers=tuple(powers.values()),
        bodies=tuple((body.record.name, kept(body, as_at, governance)) for body in bodies),
        areas=tuple(AreaView(title=title, decisions=tuple(found)) for title, found in areas.items()),
    )


def _decision(row: Entry[DecisionRecord], bodies: list[Body], powers: dict[str, PowerView], words: str) -> DecisionView:
    shares = {share.body: share for share in row.record.shares}
    cells = []
    for body in bodies:
        share = shares.get(body.record.id)
        cells.append(
            ShareView(
                body=body.record.name,
                power=powers[share.power] if share else None,
                note=(share.note or "") if share else "",
            )
        )
    return DecisionView(text=row.record.decision, kept=words, shares=tuple(cells))


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
