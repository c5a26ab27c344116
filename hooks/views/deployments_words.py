"""What every part of the page on support between schools uses: who lends and borrows, and how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.standing.deployments import Lent, Party
from validate.words import count

if TYPE_CHECKING:
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.standing.deployments import End

PARTIES = {Party.CENTRAL_TEAM: "Central team", Party.OUTSIDE: "Outside the trust"}


@dataclass(frozen=True, kw_only=True, slots=True)
class EndView:
    """Who lends or borrows."""

    name: str
    school: School | None = None
    """The school of the trust that it is; the others have a word on who they are instead."""
    about: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LentView:
    """What some deployments come to, in words."""

    lent: Lent

    @property
    def days(self) -> str:
        """Their days; where none of them has any recorded, that is said. Empty where nothing was lent."""
        if not self.lent.deployments:
            return ""
        is_counted = self.lent.deployments > self.lent.not_counted
        return count(self.lent.days, "day") if is_counted else "Days not recorded"

    @property
    def left_out(self) -> str:
        """How many of them the days leave out; nothing where they count all or none."""
        is_some = 0 < self.lent.not_counted < self.lent.deployments
        return f"{self.lent.not_counted} without days" if is_some else ""


def end_view(plan: Plan, end: End, name: str | None = None) -> EndView:
    """Return one end of deployments, or of one deployment that gives a name of its own."""
    if isinstance(end, Party):
        return EndView(name=name or PARTIES[end], about=PARTIES[end] if name else "")
    school = next(school for school in plan.schools if school.id == end)
    return EndView(name=school.record.name, school=school)
