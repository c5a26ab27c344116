"""The board pack as one HTML document that stands by itself: to be printed, and read without a network."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from hooks.pages import site_view
from hooks.rendering import Renderer, page_address
from hooks.views import rules
from hooks.views.board_pack import board_pack_view
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from hooks.context import SiteContext
    from hooks.page import SiteView

TEMPLATE = "board_pack/pack.html"
ANNEX = "Annex: the rules of the plan's site"
FOR_TRUSTEES = "For trustees only"

SIGNPOST = re.compile(r'(?<=[.?]) <a href="(?!https?:|#)[^"]*">[^<]*</a>(?=</p>)')
LINK = re.compile(r'<a href="(?!https?:|#)[^"]*">(.*?)</a>', re.DOTALL)
NOT_PLAIN = re.compile(r"[^\w ]|_")


def board_pack(context: SiteContext, since: date, templates: Path) -> str:
    """Return the board pack for the day of the context, with what moved since an earlier day."""
    renderer = Renderer(templates, context.progress)
    site = site_view(context)
    return renderer.render(
        TEMPLATE,
        TEMPLATE,
        site=site,
        view=board_pack_view(context, since),
        at=places_on(context.editing.site_url),
        annex=ANNEX,
        mark=FOR_TRUSTEES if site.for_trustees else "",
        foot=css_text(f"{site.trust}, {day(context.as_at)}"),
        foot_mark=css_text(FOR_TRUSTEES if site.for_trustees else ""),
        rules=_rules(context, site, renderer),
    )


def places_on(site_url: str) -> Callable[[str], str]:
    """Return a function that gives the whole address of a place on the site; nothing where the site's is not known."""

    def at(href: str) -> str:
        path, mark, anchor = href.partition("#")
        return f"{site_url.rstrip('/')}/{page_address(path)}{mark}{anchor}" if site_url and href else ""

    return at


def css_text(text: str) -> Markup:
    """Return text as it can stand between quotes in a style sheet: every mark, and so every tag, is spelt out."""
    return Markup(NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", " ".join(text.split())))  # noqa: S704


def without_links(html: str) -> Markup:
    """Return a page's HTML without links to other pages, which nobody can follow on paper.

    The words of a link stay, unless they stand alone after a sentence and only say where to read on.
    """
    return Markup(LINK.sub(r"\1", SIGNPOST.sub("", html)))  # noqa: S704


def _rules(context: SiteContext, site: SiteView, renderer: Renderer) -> Markup:
    """Return the site's page of rules, so that its words are written in one place only."""
    (page,) = (replace(page, title=ANNEX) for page in rules.pages(context))
    text = renderer.render(page.template, page.path, page=page, site=site, view=page.view)
    return without_links(text.partition("\n---\n")[2])
