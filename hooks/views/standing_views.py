"""The counts of groups and the cells of the map on one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import objective_page
from hooks.views.standing import GroupView, group_view
from validate.status import Focus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.plan.pillars import Item, Milestone, Objective
    from validate.standing.progress import Progress


@dataclass(frozen=True, kw_only=True, slots=True)
class CellView:
    """One cell of the map: an objective in one year, or its goals."""

    key: str
    """The year, or "goal"."""
    label: str
    href: str
    focus: str
    """planned, not-a-focus, nothing-published, or none where the plan sets no goals."""
    entry: Milestone | Objective
    group: GroupView | None
    items: tuple[Item, ...]


class StandingViews:
    """Makes the views of one day."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    def group(self, items: Iterable[Item]) -> GroupView:
        """Return the view of a group's counts."""
        return group_view(self.progress.of(items))

    def milestone(self, milestone: Milestone) -> CellView:
        """Return the map's cell for an objective in one year."""
        return CellView(
            key=milestone.year.id,
            label=milestone.year.id,
            href=f"{objective_page(milestone.objective.id)}#{milestone.id}",
            focus=milestone.record.focus.value,
            entry=milestone,
            group=self.group(milestone.actions) if milestone.record.focus is Focus.PLANNED else None,
            items=milestone.actions,
        )

    def goals(self, objective: Objective) -> CellView:
        """Return the map's cell for an objective's goals."""
        return CellView(
            key="goal",
            label=self.progress.plan.record.wording.goal,
            href=f"{objective_page(objective.id)}#{objective.id}/goal",
            focus=Focus.PLANNED.value if objective.goals else "none",
            entry=objective,
            group=self.group(objective.goals) if objective.goals else None,
            items=objective.goals,
        )

    def cells(self, objective: Objective) -> tuple[CellView, ...]:
        """Return an objective's row of the map: a cell for each year, then its goals."""
        return (*map(self.milestone, objective.milestones), self.goals(objective))
