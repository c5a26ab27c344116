"""What every page is made from: the day, and the checked plan as its audience saw it on that day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hooks.editing import NO_EDITING, Editing
from validate.pipeline import outcome_seen
from validate.plan.tables import compile_tables
from validate.plan.withheld import NOTHING, Withheld
from validate.records.base import Audience
from validate.standing.progress import Progress

if TYPE_CHECKING:
    from datetime import date

    from validate.pipeline import Outcome
    from validate.plan.plan import Plan
    from validate.plan.tables import Tables


@dataclass(frozen=True, kw_only=True)
class SiteContext:
    """The plan as an audience saw it on one day, and everything worked out from it."""

    plan: Plan
    as_at: date
    """The day for which the pages are worked out."""
    audience: Audience = Audience.PUBLIC
    withheld: Withheld = NOTHING
    """What the plan's files keep from this audience, for making sure that it stays so."""
    editing: Editing = NO_EDITING
    """How readers come to edit what the site shows."""

    @cached_property
    def tables(self) -> Tables:
        """The plan as tables, for downloads and what is told of them."""
        return compile_tables(self.plan.tree)

    @cached_property
    def progress(self) -> Progress:
        """Where everything stands on the day."""
        return Progress(self.plan, self.as_at)

    @property
    def is_public(self) -> bool:
        """Tell whether the site is for the public."""
        return self.audience is Audience.PUBLIC


def site_context(
    outcome: Outcome, as_at: date, audience: Audience = Audience.PUBLIC, editing: Editing = NO_EDITING
) -> SiteContext:
    """Return what the site of this audience is made from on this day."""
    seen = outcome_seen(outcome, audience, as_at)
    return SiteContext(plan=seen.plan, as_at=as_at, audience=audience, withheld=seen.withheld, editing=editing)
