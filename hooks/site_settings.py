"""Brings together what every plan's site is built with, in site_settings.yml, and what one plan's mkdocs.yml says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

FILE = Path(__file__).with_suffix(".yml")
THEME = "material"

ONE_OR_OTHER = ("nav", "validation")
"""Settings that a plan's own mkdocs.yml replaces as a whole."""

ADDED_UP = ("extra_css", "extra_javascript", "markdown_extensions")
"""Settings that are lists, to which a plan's own are added."""

PATTERNS = ("exclude_docs", "not_in_nav")
"""Settings that are patterns of files, to which a plan's own are added."""

FOOT = {
    "How it is worked out": "rules.md",
    "Data to download": "data/index.md",
    "Evidence": "evidence.md",
    "Accessibility": "accessibility.md",
}
"""The pages that the foot of every page leads to, where there are such pages."""

Nav = list[Any]
"""Pages by their titles, in groups, as MkDocs reads them."""


def fill_in(config: Any, shared: Any, usual: Any, templates: Path) -> None:
    """Fill in the settings that every plan shares, where its own say nothing.

    All are settings as MkDocs reads them; `usual` are those that nobody has set, by which it can be told what a
    plan says of its own.
    """
    for name in ONE_OR_OTHER:
        if config[name] == usual[name]:
            config[name] = shared[name]
    for name in ADDED_UP:
        config[name] = [*shared[name], *(entry for entry in config[name] if entry not in shared[name])]
    for name in PATTERNS:
        config[name] = shared[name] + config[name] if config[name] else shared[name]
    config.mdx_configs = {**shared.mdx_configs, **config.mdx_configs}
    config.extra.update({name: value for name, value in shared.extra.items() if name not in config.extra})
    for name, value in shared.theme.items():
        if config.theme.get(name) == usual.theme.get(name):
            config.theme[name] = value
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(templates))


def without_absent(nav: Nav, is_there: Callable[[str], object]) -> Nav:
    """Return a navigation without the pages in Markdown that the plan does not have."""
    kept: Nav = []
    for title, target in (pair for entry in nav for pair in entry.items()):
        if isinstance(target, list):
            kept.append({title: without_absent(target, is_there)})
        elif is_there(target):
            kept.append({title: target})
    return kept


def with_own_pages(nav: Nav, pages: Iterable[str]) -> Nav:
    """Return a navigation to whose last group the pages are added that a trust wrote and no entry names."""
    *others, last = nav
    ((title, group),) = last.items()
    named = set(_targets(nav))
    return [*others, {title: [*group, *sorted(page for page in pages if page not in named)]}]


def foot_links(addresses: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the title and the address of each page that the foot of every page leads to, given those of all pages."""
    return [(title, addresses[path]) for title, path in FOOT.items() if path in addresses]


def _targets(nav: Nav) -> Iterator[str]:
    for target in (target for entry in nav for target in entry.values()):
        if isinstance(target, list):
            yield from _targets(target)
        else:
            yield target
