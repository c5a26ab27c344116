"""The transformation map: the whole plan at a glance, objectives by years, each cell to be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.page_paths import objective_page, pillar_page
from hooks.views.items import NO_LEAD
from hooks.views.kept import kept
from hooks.views.standing import GroupView, StatusView, status_view
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from hooks.views.standing_views import CellView
    from validate.plan.pillars import Pillar

MAP_PAGE = "map.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class RowView:
    """One objective: a row of the map."""

    id: str
    title: str
    href: str
    kept: str
    """The words of the tag beside what the public does not see; mostly empty."""
    cells: tuple[CellView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PillarMapView:
    """One pillar's table of the map."""

    id: str
    title: str
    aim: str
    """Nothing where it says no more than the title."""
    href: str
    kept: str
    """The words of the tag beside what the public does not see; mostly empty."""
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]
    actions: GroupView
    goals: GroupView


@dataclass(frozen=True, kw_only=True, slots=True)
class MapView:
    """The whole map with what its filters offer."""

    pillars: tuple[PillarMapView, ...]
    years: tuple[str, ...]
    statuses: tuple[StatusView, ...]
    roles: tuple[tuple[str, str], ...]
    """Roles that lead something, as id and name; last, that the plan names no lead."""
    actions: GroupView
    goals: GroupView


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
        statuses=tuple(map(status_view, Status)),
        roles=(*by_name, *led_by_nobody),
        actions=context.views.group(plan.actions),
        goals=context.views.group(plan.goals),
    )


def pillar_map(context: SiteContext, pillar: Pillar) -> PillarMapView:
    """Return one pillar's part of the map."""
    views = context.views
    return PillarMapView(
        id=pillar.id,
        title=pillar.record.title,
        aim=pillar.record.aim if pillar.record.aim != pillar.record.title else "",
        href=pillar_page(pillar.id),
        kept=kept(pillar, context.as_at),
        columns=(*(year.id for year in context.plan.years), context.plan.record.wording.goal),
        rows=tuple(
            RowView(
                id=o.id,
                title=o.record.title,
                href=objective_page(o.id),
                kept=kept(o, context.as_at, pillar),
                cells=views.cells(o),
            )
            for o in pillar.objectives
        ),
        actions=views.group(action for o in pillar.objectives for action in o.actions),
        goals=views.group(goal for o in pillar.objectives for goal in o.goals),
    )
