"""Our own Jinja environment: views in, Markdown pages with HTML fragments out. Nothing of MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hooks.filters import FILTERS
from hooks.page_paths import measure_page, objective_page, pillar_page, proof_address, school_page
from hooks.views.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from validate.plan.entry import Entry
    from validate.records.base import Shareable


def page_address(path: str) -> str:
    """Return the address of a page below the site's root: pillars/4.md is at pillars/4/."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"


def link_from(page: str) -> Callable[[str], str]:
    """Return a function that gives the relative link from this page to any page or file of the site."""
    up = "../" * page_address(page).count("/")

    def link(target: str) -> str:
        path, mark, anchor = target.partition("#")
        if path == page and mark:
            return f"#{anchor}"
        return (f"{up}{page_address(path)}" or "./") + mark + anchor

    return link


ADDRESSES = (objective_page, pillar_page, measure_page, school_page, proof_address)
"""Functions that templates call by name, to learn where something is shown."""


class Renderer:
    """Renders page templates as of a day. Every value is escaped; an unknown name is an error."""

    def __init__(self, templates: Path, as_at: date) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.environment.filters.update(FILTERS)
        self.environment.globals.update({function.__name__: function for function in ADDRESSES})

        def kept_words(part: Entry[Any] | Shareable, around: Entry[Any] | None = None) -> str:
            return kept(part, as_at, around)

        self.environment.globals["kept_words"] = kept_words

    def render(self, template: str, path: str, **values: object) -> str:
        """Return the text of a page. `path` is its place in the site's source, such as pillars/4.md."""
        return self.environment.get_template(template).render(link=link_from(path), **values)
