"""The plan of a folder as trustees see it on a day: what commands that only read it begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.surroundings import CannotRun
from hooks.context import SiteContext, site_context
from hooks.filters import count
from validate.nearest import did_you_mean
from validate.pipeline import load_plan
from validate.quoting import short
from validate.records.base import Audience

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from validate.model.plan import Plan
    from validate.pipeline import Outcome
    from validate.progress.standing import Progress


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanOnDay:
    """A plan that was read and checked, with where everything in it stands."""

    outcome: Outcome
    context: SiteContext
    """What the trustees' site of that day is made from."""

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.context.plan

    @property
    def as_at(self) -> date:
        """The day."""
        return self.context.as_at

    @property
    def progress(self) -> Progress:
        """Where everything stands."""
        return self.context.progress

    @property
    def warning(self) -> str:
        """Say that the check finds errors, so that something may be missing; empty where it finds none."""
        errors = self.outcome.errors
        if not errors:
            return ""
        return f"The check finds {count(errors, 'error')}, so something may be missing here. To see: trustplan check"


def plan_on_day(root: Path, as_at: date | None, today: date) -> PlanOnDay:
    """Return the plan in this folder as it stands on a day: the one named, or plan.yml's own, or today."""
    if not root.is_dir():
        raise CannotRun(f"{root} is not a folder.")
    outcome = load_plan(root, as_at, today)
    if outcome.plan is None:
        raise CannotRun(
            "There is no plan that can be read in this folder. Run the command in the folder that holds plan/ and "
            "schools/, or name that folder with --root. To see what is wrong: trustplan check"
        )
    return PlanOnDay(outcome=outcome, context=_context(outcome, outcome.plan, outcome.as_at or today))


def _context(outcome: Outcome, plan: Plan, as_at: date) -> SiteContext:
    if outcome.errors:
        # What an audience sees can only be told of sound files; with errors, all that could be read is shown.
        return SiteContext(plan=plan, tables=outcome.tables, as_at=as_at, audience=Audience.TRUSTEES)
    return site_context(outcome, as_at, Audience.TRUSTEES)


def check_role(plan: Plan, role: str | None) -> None:
    """Stop where a role is named that the plan does not have."""
    known = [found.id for found in plan.roles.values() if not found.outside]
    if role is not None and role not in known:
        guess = did_you_mean(role, known) or "."
        raise CannotRun(f'"{short(role)}" is not a role of this plan{guess} The roles are: {", ".join(known)}.')
