"""Between measures and what they show: the goals and objectives of a measure, and the measures of an objective."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hooks.page_paths import objective_page

if TYPE_CHECKING:
    from validate.plan.pillars import Objective
    from validate.plan.plan import Plan
    from validate.records.measures import MeasureRecord
    from validate.standing.measures import Measured

Shown: TypeAlias = tuple[str, str, str]
"""A goal or an objective that a measure shows: the id of the objective, the words, and where they stand."""


def shown_by(plan: Plan, measure: MeasureRecord) -> tuple[Shown, ...]:
    """Return the goals that a measure shows, and the objectives of which it names no goal."""
    goals = {goal.id: goal for goal in plan.goals}
    titles = {objective.id: objective.record.title for objective in plan.objectives}
    named = [goals[name] for name in measure.goals if name in goals]
    covered = {goal.objective.id for goal in named}
    return (
        *((goal.objective.id, goal.text, f"{objective_page(goal.objective.id)}#{goal.id}") for goal in named),
        *(
            (name, titles[name], objective_page(name))
            for name in measure.objectives
            if name in titles and name not in covered
        ),
    )


def measures_for(measured: tuple[Measured, ...], objective: Objective) -> tuple[Measured, ...]:
    """Return the measures that show an objective or one of its goals."""
    goals = {goal.id for goal in objective.goals}
    return tuple(
        one
        for one in measured
        if objective.id in one.measure.record.objectives or not goals.isdisjoint(one.measure.record.goals)
    )
