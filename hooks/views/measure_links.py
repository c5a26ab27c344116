"""Between measures and what they show: the goals and objectives of a measure, and the measures of an objective."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import objective_page
from hooks.views.measure_figures import MeasureLineView, measure_line

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.pillars import Objective
    from validate.records.measures import MeasureRecord
    from validate.standing.measures import Measured


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownView:
    """A goal or an objective that a measure shows."""

    id: str
    text: str
    href: str


def shown_by(context: SiteContext, measure: MeasureRecord) -> tuple[ShownView, ...]:
    """Return the goals that a measure shows, and the objectives of which it names no goal."""
    goals = {goal.id: goal for objective in context.plan.objectives for goal in objective.goals}
    titles = {objective.id: objective.record.title for objective in context.plan.objectives}
    named = [goals[name] for name in measure.goals if name in goals]
    covered = {goal.objective.id for goal in named}
    return (
        *(
            ShownView(id=goal.objective.id, text=goal.text, href=f"{objective_page(goal.objective.id)}#{goal.id}")
            for goal in named
        ),
        *(
            ShownView(id=name, text=titles[name], href=objective_page(name))
            for name in measure.objectives
            if name in titles and name not in covered
        ),
    )


def measures_for(
    context: SiteContext, measured: tuple[Measured, ...], objective: Objective
) -> tuple[MeasureLineView, ...]:
    """Return the measures that show an objective or one of its goals, each in one line."""
    goals = {goal.id for goal in objective.goals}
    return tuple(
        measure_line(context, one)
        for one in measured
        if objective.id in one.measure.record.objectives or not goals.isdisjoint(one.measure.record.goals)
    )
