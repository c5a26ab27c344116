"""What every page is made from: the day, and the checked plan as it was known and stood on that day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hooks.known import plan_known, tables_known
from hooks.views.standing import StandingViews
from validate.progress import Progress

if TYPE_CHECKING:
    from datetime import date

    from validate.model import Plan
    from validate.tables import Tables


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteContext:
    """The plan on one day, and everything worked out from it."""

    plan: Plan
    """The plan, from here on as it was known on the day."""
    tables: Tables
    """Its tables, likewise."""
    as_at: date
    """The day for which the pages are worked out."""
    progress: Progress = field(init=False)
    views: StandingViews = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", tables_known(self.tables, self.plan, self.as_at))
        object.__setattr__(self, "plan", plan_known(self.plan, self.as_at))
        object.__setattr__(self, "progress", Progress(self.plan, self.as_at))
        object.__setattr__(self, "views", StandingViews(self.progress))
