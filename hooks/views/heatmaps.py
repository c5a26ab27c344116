"""The page of heatmaps: tables that show the whole plan at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.heat_freshness import freshness_heat
from hooks.views.heat_pillars import pillars_heat
from hooks.views.heat_schools import schools_heat
from hooks.views.heat_terms import terms_heat
from hooks.views.heat_years import years_heat
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from hooks.views.heat_parts import HeatView

HEATMAPS_PAGE = "heatmaps.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatmapsView:
    """The heatmaps."""

    number: int
    """How many of them there are."""
    schools: HeatView | None
    """Nothing where no action is tracked school by school."""
    years: HeatView
    terms: HeatView
    pillars: HeatView
    freshness: HeatView
    statuses: tuple[Status, ...]
    """The columns of the heatmap of pillars."""


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page of heatmaps."""
    schools = schools_heat(context)
    view = HeatmapsView(
        number=5 if schools else 4,
        schools=schools,
        years=years_heat(context),
        terms=terms_heat(context),
        pillars=pillars_heat(context),
        freshness=freshness_heat(context),
        statuses=tuple(Status),
    )
    yield Page(path=HEATMAPS_PAGE, title="Heatmaps", template="pages/heatmaps.md", view=view, searchable=False)
