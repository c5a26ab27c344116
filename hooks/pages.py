"""Every page of the site as text. Needs no site generator: the texts can be written to any folder."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hooks.edit_links import edit_links
from hooks.page import Page, PageText, SiteView
from hooks.rendering import Renderer
from hooks.views import (
    changes,
    data,
    deployments,
    evidence,
    fields,
    governance,
    growth,
    heatmaps,
    home,
    joining,
    measures,
    objectives,
    pillars,
    plan_map,
    problems,
    reporting,
    rules,
    schools,
    services,
    support,
)
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from hooks.context import SiteContext

SECTIONS: tuple[Callable[[SiteContext], Iterable[Page]], ...] = (
    home.pages,
    plan_map.pages,
    pillars.pages,
    objectives.pages,
    heatmaps.pages,
    growth.pages,
    schools.pages,
    joining.pages,
    support.pages,
    deployments.pages,
    services.pages,
    governance.pages,
    measures.pages,
    changes.pages,
    reporting.pages,
    rules.pages,
    evidence.pages,
    problems.pages,
    data.pages,
    fields.pages,
)
"""Each gives the pages of one part of the site."""

FRONT_MATTER_END = "\n---\n"


def render_pages(context: SiteContext, templates: Path) -> Iterator[PageText]:
    """Return every page of the site, rendered with the templates in this folder."""
    renderer = Renderer(templates, context.progress)
    site = site_view(context)
    for page in chain.from_iterable(section(context) for section in SECTIONS):
        text = renderer.render(page.template, page.path, page=page, site=site, view=page.view)
        head, mark, body = text.partition(FRONT_MATTER_END)
        yield PageText(
            path=page.path,
            front_matter=head + mark,
            body=body,
            holds_markdown=page.holds_markdown,
        )


def site_view(context: SiteContext) -> SiteView:
    """Return what every template may show."""
    plan = context.plan
    return SiteView(
        trust=plan.record.trust.name,
        plan_title=plan.record.title,
        as_at=context.as_at,
        pillar_word=plan.record.wording.pillar,
        pillars_word=plan.record.wording.pillars,
        goal_heading=plan.record.wording.goal,
        nothing_found=plan.record.reporting.nothing_found,
        notice=plan.record.notice or "",
        for_trustees=not context.is_public,
        as_at_words=day(context.as_at),
        has_editor=context.editing.in_browser,
        edit_links=edit_links(context),
    )
