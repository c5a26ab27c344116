"""Schools as pages and rules see them: who they are, when they belonged, how they were inspected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.model.base import Part

if TYPE_CHECKING:
    from datetime import date

    from validate.model.base import Entry
    from validate.model.items import Evidence
    from validate.records.joining import JoiningCaseRecord
    from validate.records.support import SchoolLevelRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership(Part):
    """A time in the trust."""

    joined: date
    left: date | None
    sponsored: bool | None
    note: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Predecessor(Part):
    """The school whose place an academy took."""

    urn: str
    closed: date | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pupils(Part):
    """A count of pupils. `date` is a day, a month or a year as text; `year` is an academic year."""

    count: int
    date: str | None
    year: str | None
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection(Part):
    """One inspection. `grades` are area and grade."""

    date: str | None
    seen: str | None
    framework: str
    overall: str | None
    grades: tuple[tuple[str, str], ...]
    predecessor: bool
    note: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class School(Part):
    """A school that belongs, or belonged, to the trust, or is on its way into it."""

    id: str
    name: str
    urn: str | None
    phase: str | None
    kind: str | None
    type: str | None
    age_from: int | None
    age_to: int | None
    place: str | None
    opened: date | None
    membership: tuple[Membership, ...]
    predecessor: Predecessor | None
    pupils: tuple[Pupils, ...]
    inspections: tuple[Inspection, ...]
    evidence: tuple[Evidence, ...]
    joining: Entry[JoiningCaseRecord] | None
    """How it joins, or joined; nothing where no file says."""
    support_levels: tuple[Entry[SchoolLevelRecord], ...]
    """Its level of support, oldest first."""

    def belongs_on(self, day: date) -> bool:
        """Tell whether the school is in the trust on this day."""
        return any(m.joined <= day and (m.left is None or day < m.left) for m in self.membership)
