"""axe-core, the accessibility engine, as the tests ask it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
ALSO = ("target-size", "td-has-header", "table-fake-caption", "p-as-heading")
"""Rules that axe leaves out unless they are asked for."""
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    "rules": {name: {"enabled": True} for name in ALSO},
    "resultTypes": ["violations"],
    "preload": False,
}
ONLY_ON_SCREEN = ("scrollable-region-focusable", "target-size")
"""Rules that mean nothing on paper, where nothing is pressed or scrolled."""
OPEN_CONTENT = "() => document.querySelectorAll('#content details').forEach((details) => { details.open = true; })"
OPEN_MENU = "(n) => document.querySelectorAll('.site-nav details').forEach((menu, m) => { menu.open = m === n; })"
"""A menu lies over the page while it is open, so each is looked at by itself."""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((details) => { details.open = true; })"
ONE_OF_EACH = """() => {
  const seen = new Set();
  const own = (element) => [element.tagName, ...['class', 'style', 'role', 'data-status', 'hidden'].map((name) =>
    element.getAttribute(name))].join('|');
  const looks = (element, way) => {
    const here = `${way}>${own(element)}`;
    return [here, ...[...element.children].flatMap((child) => looks(child, here))];
  };
  const thin = (element, way) => {
    const here = `${way}>${own(element)}`;
    const repeats = ['TR', 'LI', 'DETAILS', 'ARTICLE', 'SECTION'].includes(element.tagName)
      && element.previousElementSibling?.tagName === element.tagName;
    if (repeats && looks(element, way).every((look) => seen.has(look))) return element.remove();
    seen.add(here);
    [...element.children].forEach((child) => thin(child, here));
  };
  thin(document.querySelector('#content'), '');
}"""
"""Leaves out each row, list entry and section all parts of which are dressed, and stand, like others before it."""
AT_ONCE = "* { transition: none !important; }"
"""Colours change at once, so that none is measured halfway."""
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that look at nothing but colours."""


@cache
def axe_source() -> str:
    """Return axe-core's own script."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def load_axe(page: Page) -> str:
    """Put axe into a page and return its version."""
    page.evaluate(f"() => {{ {axe_source()} }}")
    version: str = page.evaluate("() => axe.version")
    return version


def violations(page: Page, *without: str, within: str = "html", only: dict[str, Any] | None = None) -> list[str]:
    """Return each violation in a part of the page as the rule and the first places that break it."""
    if not page.evaluate("() => 'axe' in window"):
        load_axe(page)
    rules = {**OPTIONS["rules"], **{name: {"enabled": False} for name in without}}
    options = {**OPTIONS, "runOnly": only, "rules": {}} if only else {**OPTIONS, "rules": rules}
    script = "async ([within, options]) => (await axe.run(within, options)).violations"
    found: list[dict[str, Any]] = page.evaluate(script, [within, options])
    return [_said(violation) for violation in found]


def _said(violation: dict[str, Any]) -> str:
    nodes = violation["nodes"]
    places = "; ".join(f"{' '.join(map(str, node['target']))} [{node['failureSummary']}]" for node in nodes[:3])
    return f"{violation['id']} x{len(nodes)}: {places}"
