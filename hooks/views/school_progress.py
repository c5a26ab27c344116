"""What the plan asks of one school, and where it stands: the section on the school's page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from hooks.page_paths import asked_anchor
from hooks.views.items import SchoolStandingView, school_standing_view
from validate.standing.tally import Tally
from validate.words import count, day, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.context import SiteContext
    from validate.plan.pillars import Objective
    from validate.plan.schools import School
    from validate.standing.standing import Standing


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedObjectiveView:
    """What one objective asks of the school."""

    objective: Objective
    anchor: str
    actions: tuple[SchoolStandingView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolProgressView:
    """The section on a school's page."""

    sentence: str
    tally: Tally | None
    """Counts of everything asked; nothing where nothing is."""
    objectives: tuple[AskedObjectiveView, ...]


def school_progress(context: SiteContext, school: School) -> SchoolProgressView:
    """Return what is asked of a school, objective by objective."""
    standings = context.progress.by_school[school.id]
    tally = Tally.of(standings)
    return SchoolProgressView(
        sentence=_sentence(context, tally),
        tally=tally if standings else None,
        objectives=tuple(_objectives(context, standings)),
    )


def _objectives(context: SiteContext, standings: Iterable[Standing]) -> Iterator[AskedObjectiveView]:
    for objective, group in groupby(standings, key=lambda standing: standing.item.objective):
        yield AskedObjectiveView(
            objective=objective,
            anchor=asked_anchor(objective.id),
            actions=tuple(school_standing_view(standing, context.progress) for standing in group),
        )


def _sentence(context: SiteContext, tally: Tally) -> str:
    """Say how much is asked of the school, and what is missing, late or old."""
    if not tally.total:
        if not any(action.is_by_school for action in context.plan.actions):
            return "No action of the plan is tracked school by school."
        return "None of the actions that are tracked school by school is tracked at this school."
    missing = [
        f"{tally.not_reported} not reported" if tally.not_reported else "",
        count(tally.overdue, "past its date", "past their dates") if tally.overdue else "",
        f"{tally.stale} with a report that has grown old" if tally.stale else "",
    ]
    beside = f", {listed(missing)}" if any(missing) else ""
    tracked = count(tally.total, "action of the plan is", "actions of the plan are")
    return (
        f"On {day(context.as_at)}, {tracked} tracked at this school{beside}. "
        "All other actions are the trust's as a whole."
    )
