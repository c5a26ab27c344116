"""Support between schools: days by term, and who lends to whom.

All days of a deployment count in the term in which it starts, so that each is counted once.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from validate.plan.entry import Entry
from validate.records.deployments import DeploymentRecord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from validate.academic import Term

DeploymentEntry = Entry[DeploymentRecord]


class Party(Enum):
    """Whoever lends or borrows without being a school of the trust."""

    CENTRAL_TEAM = "central-team"
    OUTSIDE = "outside"


End = str | Party
"""One end of a deployment: a school's id, or a party that is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lent:
    """What some deployments come to."""

    deployments: int
    days: Decimal
    not_counted: int
    """Deployments without a number of days, which the days leave out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LentByTerm:
    """What was lent in each term, and before the first and after the last."""

    before: Lent
    terms: tuple[tuple[Term, Lent], ...]
    """Those that had begun."""
    after: Lent


def lent(entries: Iterable[DeploymentEntry]) -> Lent:
    """Return what these deployments come to."""
    days = [entry.record.days for entry in entries]
    counted = [number for number in days if number is not None]
    return Lent(deployments=len(days), days=sum(counted, Decimal(0)), not_counted=len(days) - len(counted))


def lent_by_term(entries: Iterable[DeploymentEntry], terms: tuple[Term, ...], day: date) -> LentByTerm:
    """Return what was lent by term, for the terms that had begun by this day."""
    found = tuple(entries)
    return LentByTerm(
        before=lent(entry for entry in found if entry.record.starts < terms[0].starts),
        terms=tuple((term, _lent_in(term, found)) for term in terms if term.starts <= day),
        after=lent(entry for entry in found if entry.record.starts > terms[-1].ends),
    )


def _lent_in(term: Term, entries: tuple[DeploymentEntry, ...]) -> Lent:
    return lent(entry for entry in entries if term.starts <= entry.record.starts <= term.ends)


def lender(record: DeploymentRecord) -> End:
    """Return who lends; where the file names nobody, it is the central team."""
    return record.from_school or (Party.OUTSIDE if record.from_outside else Party.CENTRAL_TEAM)


def borrower(record: DeploymentRecord) -> End:
    """Return who borrows."""
    return record.to_school or Party.OUTSIDE


def from_to(entries: Iterable[DeploymentEntry]) -> dict[tuple[End, End], Lent]:
    """Return what went from each lender to each borrower."""
    pairs: dict[tuple[End, End], list[DeploymentEntry]] = {}
    for entry in entries:
        pairs.setdefault((lender(entry.record), borrower(entry.record)), []).append(entry)
    return {pair: lent(found) for pair, found in pairs.items()}
