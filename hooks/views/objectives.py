"""One page for each objective: its goals, its years, every action with its reports and proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.page_paths import objective_page, pillar_page
from hooks.views.amendments import AmendmentView, removed_from
from hooks.views.cells import CellView, cells
from hooks.views.measure_figures import MeasureLineView, measure_line
from hooks.views.measure_links import measures_for
from hooks.views.plan_map import MAP_PAGE
from validate.standing.measures import measures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.pillars import Objective
    from validate.standing.measures import Measured
    from validate.standing.tally import Tally


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectiveView:
    """An objective in full."""

    objective: Objective
    text: str
    """Nothing where it says no more than the title."""
    actions: Tally
    goals: CellView
    years: tuple[CellView, ...]
    measures: tuple[MeasureLineView, ...]
    """The measures that show it or its goals."""
    removed: tuple[AmendmentView, ...]
    """Actions and goals of it that the plan does not have any more."""


def pages(context: SiteContext) -> Iterator[Page]:
    """Return each objective's page."""
    measured = measures_of(context.plan)
    for pillar in context.plan.pillars:
        for objective in pillar.objectives:
            yield Page(
                path=objective_page(objective.id),
                title=f"{objective.id} {objective.record.title}",
                template="pages/objective.md",
                view=_view(context, measured, objective),
                trail=(
                    ("Transformation map", MAP_PAGE),
                    (f"{pillar.id} {pillar.record.title}", pillar_page(pillar.id)),
                ),
                holds_markdown=bool(objective.story),
            )


def _view(context: SiteContext, measured: tuple[Measured, ...], objective: Objective) -> ObjectiveView:
    *years, goals = cells(objective, context.progress)
    return ObjectiveView(
        objective=objective,
        text=objective.record.objective if objective.record.objective != objective.record.title else "",
        actions=context.progress.of(objective.actions),
        goals=goals,
        years=tuple(years),
        measures=tuple(measure_line(context, one) for one in measures_for(measured, objective)),
        removed=removed_from(context.plan, objective, context.as_at),
    )
