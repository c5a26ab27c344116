"""One page for each pillar: its map in full words, made to be printed on one landscape page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.page_paths import pillar_page
from hooks.views.plan_map import MAP_PAGE, pillar_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext


def pages(context: SiteContext) -> Iterator[Page]:
    """Return each pillar's page."""
    for pillar in context.plan.pillars:
        yield Page(
            path=pillar_page(pillar.id),
            title=f"{pillar.id} {pillar.record.title}",
            template="pages/pillar.md",
            view=pillar_map(context, pillar),
            trail=(("Transformation map", MAP_PAGE),),
            searchable=False,
        )
