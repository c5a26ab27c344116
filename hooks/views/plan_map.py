"""The transformation map: the whole plan at a glance, objectives by years, each cell to be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.cells import CellView, cells
from hooks.views.items import NO_LEAD
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.pillars import Pillar
    from validate.standing.tally import Tally

MAP_PAGE = "map.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class PillarMapView:
    """One pillar's table of the map."""

    pillar: Pillar
    aim: str
    """Nothing where it says no more than the title."""
    columns: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]
    """The cells of each objective."""
    actions: Tally
    goals: Tally


@dataclass(frozen=True, kw_only=True, slots=True)
class MapView:
    """The whole map with what its filters offer."""

    pillars: tuple[PillarMapView, ...]
    years: tuple[str, ...]
    statuses: tuple[Status, ...]
    roles: tuple[tuple[str, str], ...]
    """Roles that lead something, as id and name; last, that the plan names no lead."""
    actions: Tally
    goals: Tally


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page of the whole map."""
    yield Page(
        path=MAP_PAGE,
        title="Transformation map",
        template="pages/map.md",
        view=map_view(context),
        searchable=False,
    )


def map_view(context: SiteContext) -> MapView:
    """Return the view of the whole map."""
    plan = context.plan
    leads = {item.lead.id: item.lead.record.name for item in plan.items if item.lead}
    by_name = sorted(leads.items(), key=lambda role: role[1])
    led_by_nobody = [(NO_LEAD, "No lead named")] if any(item.lead is None for item in plan.items) else []
    return MapView(
        pillars=tuple(pillar_map(context, pillar) for pillar in plan.pillars),
        years=tuple(year.id for year in plan.years),
        statuses=tuple(Status),
        roles=(*by_name, *led_by_nobody),
        actions=context.progress.of(plan.actions),
        goals=context.progress.of(plan.goals),
    )


def pillar_map(context: SiteContext, pillar: Pillar) -> PillarMapView:
    """Return one pillar's part of the map."""
    record, progress = pillar.record, context.progress
    return PillarMapView(
        pillar=pillar,
        aim=record.aim if record.aim != record.title else "",
        columns=(*(year.id for year in context.plan.years), context.plan.record.wording.goal),
        rows=tuple(cells(objective, progress) for objective in pillar.objectives),
        actions=progress.of(action for objective in pillar.objectives for action in objective.actions),
        goals=progress.of(goal for objective in pillar.objectives for goal in objective.goals),
    )
