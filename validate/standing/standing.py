"""Where one action or goal stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.status import Status

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.pillars import Item, Update
    from validate.plan.schools import School


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """Where one action or goal stands, or an action at one school."""

    item: Item
    school: School | None = None
    """The school at which it stands so, where it is tracked school by school."""
    schools: tuple[Standing, ...] = ()
    """Where it stands at each of its schools, if it is tracked so."""
    due: date
    """Its date; that of the year it moved to, where it was deferred."""
    status: Status
    decided_by: Update | None
    """The update that gives the status; nothing where that is worked out from schools."""
    newest: Update | None
    """The newest report of any kind."""
    overdue: bool
    """Its date has passed, and it is open or was deferred to that date."""
    stale: bool
    """It is open and the newest report is older than the plan allows."""
    days_since_report: int | None

    @property
    def is_reported(self) -> bool:
        """Tell whether any update gives a status."""
        return self.status is not Status.NOT_REPORTED

    @property
    def has_partial_proof(self) -> bool:
        """Tell whether something was reported, though not enough to give a status."""
        return not self.is_reported and self.newest is not None

    @property
    def is_open(self) -> bool:
        """Tell whether further reports are to be expected, of one of its schools at least if it has any."""
        return any(not part.status.is_final for part in self.schools or (self,))

    @property
    def is_partly(self) -> bool:
        """Tell whether some of its schools stand otherwise."""
        return any(school.status is not self.status for school in self.schools)
