"""Schools: when each belongs to the trust, and the lists in its file."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from validate.plan.entry import Entry
from validate.records.joining import JoiningCaseRecord
from validate.records.report import EvidenceRecord
from validate.records.school import InspectionRecord, MembershipRecord, PredecessorRecord, PupilsRecord, SchoolRecord
from validate.records.support import SchoolLevelRecord

if TYPE_CHECKING:
    from datetime import date

Membership: TypeAlias = Entry[MembershipRecord]
Predecessor: TypeAlias = Entry[PredecessorRecord]
Pupils: TypeAlias = Entry[PupilsRecord]
Inspection: TypeAlias = Entry[InspectionRecord]


class School(Entry[SchoolRecord]):
    """A school that belongs, or belonged, to the trust, or is on its way into it."""

    of = SchoolRecord

    @cached_property
    def membership(self) -> tuple[Membership, ...]:
        """The times that it spent in the trust."""
        return self.below(MembershipRecord)

    @property
    def predecessor(self) -> Predecessor | None:
        """The school whose place it took."""
        return self.only(PredecessorRecord)

    @property
    def pupils(self) -> tuple[Pupils, ...]:
        """Counts of its pupils."""
        return self.below(PupilsRecord)

    @property
    def inspections(self) -> tuple[Inspection, ...]:
        """Its inspections, oldest first."""
        return self.below(InspectionRecord)

    @property
    def joining(self) -> Entry[JoiningCaseRecord] | None:
        """How it joins, or joined; nothing where no file says."""
        return self.only(JoiningCaseRecord)

    @cached_property
    def support_levels(self) -> tuple[Entry[SchoolLevelRecord], ...]:
        """Its level of support, oldest first."""
        return self.below(SchoolLevelRecord)

    @property
    def evidence(self) -> tuple[Entry[EvidenceRecord], ...]:
        """Sources for what its file says of it."""
        return self.below(EvidenceRecord)

    def belongs_on(self, day: date) -> bool:
        """Tell whether the school is in the trust on this day."""
        times = (entry.record for entry in self.membership)
        return any(time.joined <= day and (time.left is None or day < time.left) for time in times)
