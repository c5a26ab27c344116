"""Actions and goals with their reports and proofs, as pages and rules see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.model.base import Part

if TYPE_CHECKING:
    from datetime import date

    from validate.records.report import CorrectionRecord
    from validate.status import EvidenceKind, Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Role(Part):
    """Someone who may report: a role in the trust, or a source outside it."""

    id: str
    name: str
    about: str = ""
    outside: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence(Part):
    """One proof. `date` is a day, a month or a year as text."""

    title: str
    kind: EvidenceKind
    date: str | None
    url: str | None
    file: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolReport(Part):
    """What an update says of one school. `status` is None where it left the status there as it was."""

    school: str
    """The school's id."""
    status: Status | None
    note: str | None
    moved_to: str | None
    reason: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Update(Part):
    """A dated report. `status` is None where it left the status as it was, or says it school by school."""

    date: date
    status: Status | None
    note: str | None
    reporter: Role
    moved_to: str | None
    reason: str | None
    trustees_note: str | None
    evidence: tuple[Evidence, ...]
    schools: tuple[SchoolReport, ...] = ()
    """What it says of single schools, in the order of the file."""
    correction: CorrectionRecord | None = None
    """When and why it was written otherwise after it had been published."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where the published plan says it."""

    pillar: str
    cell: str
    paragraph: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Item(Part):
    """What actions and goals share: a promise with a date and a log of updates."""

    id: str
    """The full name, such as 4.1/2022-23/one-or-two-join."""
    slug: str
    objective_id: str
    text: str
    due: date
    has_own_date: bool
    lead: Role | None
    source: Source | None
    updates: tuple[Update, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Action(Item):
    """One commitment inside a milestone."""

    year: str
    every_school: bool = False
    """Whether it is tracked at every school of the trust."""
    schools: tuple[str, ...] = ()
    """The ids of the schools at which it is tracked, where the plan names them."""

    @property
    def is_by_school(self) -> bool:
        """Tell whether it is tracked school by school, and not for the trust as a whole."""
        return self.every_school or bool(self.schools)


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal(Item):
    """A statement an objective wants to be true by its date."""

    due_note: str | None
