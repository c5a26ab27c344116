"""The cells of the map: an objective in one year, or its goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import objective_page
from validate.status import Focus

if TYPE_CHECKING:
    from validate.plan.pillars import Item, Milestone, Objective
    from validate.standing.progress import Progress
    from validate.standing.tally import Tally

GOAL = "goal"
"""Stands for a year in the name of the cell of goals."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CellView:
    """One cell of the map."""

    objective: Objective
    milestone: Milestone | None
    """Nothing for the cell of goals."""
    label: str
    items: tuple[Item, ...]
    tally: Tally | None
    """Where they stand; nothing where nothing is planned."""

    @property
    def key(self) -> str:
        """The year, or "goal"."""
        return self.milestone.key if self.milestone else GOAL

    @property
    def href(self) -> str:
        """Its place on the objective's page."""
        return f"{objective_page(self.objective.id)}#{self.objective.id}/{self.key}"

    @property
    def focus(self) -> str:
        """Return planned, not-a-focus, nothing-published, or none where the plan sets no goals."""
        if self.milestone:
            return self.milestone.record.focus.value
        return Focus.PLANNED.value if self.items else "none"


def milestone_cell(milestone: Milestone, progress: Progress) -> CellView:
    """Return the cell for an objective in one year."""
    return CellView(
        objective=milestone.objective,
        milestone=milestone,
        label=milestone.key,
        items=milestone.actions,
        tally=progress.of(milestone.actions) if milestone.record.focus is Focus.PLANNED else None,
    )


def goals_cell(objective: Objective, progress: Progress) -> CellView:
    """Return the cell for an objective's goals."""
    return CellView(
        objective=objective,
        milestone=None,
        label=progress.plan.record.wording.goal,
        items=objective.goals,
        tally=progress.of(objective.goals) if objective.goals else None,
    )


def cells(objective: Objective, progress: Progress) -> tuple[CellView, ...]:
    """Return an objective's row of the map: a cell for each year, then its goals."""
    return (
        *(milestone_cell(milestone, progress) for milestone in objective.milestones),
        goals_cell(objective, progress),
    )
