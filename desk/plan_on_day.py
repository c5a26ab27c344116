"""The plan of a folder as trustees see it on a day: what commands that only read it begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.finding import refuse_conflicts
from desk.surroundings import CannotRun
from hooks.context import SiteContext, site_context
from validate.layout import PLAN_FILE
from validate.nearest import did_you_mean
from validate.pipeline import load_plan
from validate.problems import Severity
from validate.records.base import Audience
from validate.words import commas, count, listed, quoted, short

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from validate.pipeline import Outcome
    from validate.plan.plan import Plan
    from validate.standing.progress import Progress

NO_PLAN = (
    "There is no plan in this folder. Run the command in the folder that holds plan/ and schools/, or name that folder "
    "with --root."
)
UNREADABLE = f"{PLAN_FILE} cannot be read, and without it nothing else can. To see what is wrong: trustplan check"

PAST_ITS_TIME = "impossible-status"
"""The error that comes with the calendar alone: work was on track, and its date has passed."""

MOST_GUESSED = 3
"""Roles that are offered where one was misspelt."""


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
    def errors(self) -> int:
        """How many errors may hide something; a status that is past its time is an error, and hides nothing."""
        return sum(found.severity is Severity.ERROR and found.code != PAST_ITS_TIME for found in self.outcome.problems)

    @property
    def warning(self) -> str:
        """Say that the check finds errors, so that something may be missing; empty where none can hide anything."""
        if not self.errors:
            return ""
        return (
            f"The check finds {count(self.errors, 'error')}, so something may be missing here. To see: trustplan check"
        )


def plan_on_day(root: Path, as_at: date | None, today: date) -> PlanOnDay:
    """Return the plan in this folder as it stands on a day: the one named, or plan.yml's own, or today."""
    if not root.is_dir():
        raise CannotRun(f"{root} is not a folder.")
    outcome = load_plan(root, as_at, today)
    if outcome.plan is None:
        refuse_conflicts(outcome)
        raise CannotRun(UNREADABLE if (root / PLAN_FILE).is_file() else NO_PLAN)
    return PlanOnDay(outcome=outcome, context=_context(outcome, outcome.plan, outcome.as_at or today))


def _context(outcome: Outcome, plan: Plan, as_at: date) -> SiteContext:
    if outcome.errors:
        # What an audience sees can only be told of sound files; with errors, all that could be read is shown.
        return SiteContext(plan=plan, as_at=as_at, audience=Audience.TRUSTEES)
    return site_context(outcome, as_at, Audience.TRUSTEES)


def check_role(plan: Plan, role: str | None) -> None:
    """Stop where a role is named that the plan does not have."""
    known = {found.id: found.record.name for found in plan.roles.values() if not found.record.outside}
    if role is not None and role not in known:
        named = [found for found, name in known.items() if role and role.casefold() in name.casefold()]
        guess = (
            f"; did you mean {listed(quoted(named[:MOST_GUESSED]), 'or')}?"
            if named
            else did_you_mean(role, known) or "."
        )
        raise CannotRun(f'"{short(role)}" is not a role of this plan{guess} The roles are: {commas(known)}.')
