"""Our own Jinja environment: views in, Markdown pages with HTML fragments out. Nothing of MkDocs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from hooks.filters import FILTERS
from hooks.page_paths import (
    asked_place,
    item_place,
    measure_page,
    objective_page,
    pillar_page,
    proof_address,
    school_page,
)
from hooks.views.answers import Answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from validate.standing.progress import Progress


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


ADDRESSES = (asked_place, item_place, measure_page, objective_page, pillar_page, proof_address, school_page)
"""Functions that templates call by name, to learn where something is shown."""


class Renderer:
    """Renders page templates for a plan on a day. Every value is escaped; an unknown name is an error."""

    def __init__(self, templates: Path, progress: Progress) -> None:
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
        self.environment.globals.update(Answers(progress).functions)

    def render(self, template: str, path: str, **values: object) -> str:
        """Return the text of a page. `path` is its place in the site's source, such as pillars/4.md."""
        return self.environment.get_template(template).render(link=link_from(path), **values)
