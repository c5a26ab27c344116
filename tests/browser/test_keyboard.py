"""Everything can be reached and seen with the keyboard alone, and nothing stands there that does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.axe import ONE_OF_EACH
from tests.browser.opened import DESK, PHONE
from tests.site_build import PUBLIC_SITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.opened import Opened

pytestmark = pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)

MOST = 900
"""More stops than any page has."""
NUMBER_ALL = """() => {
  const reachable = 'a[href], summary, button, input, select, textarea, [tabindex="0"]';
  const shown = [...document.querySelectorAll(reachable)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0
    && !(element.type === 'radio' && !element.checked));
  shown.forEach((element, number) => { element.dataset.stop = number; });
  return shown.map((element) => element.outerHTML.slice(0, 120));
}"""
FOCUSED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const shown = here.type === 'radio' ? here.nextElementSibling : here;
  const style = getComputedStyle(shown);
  const [box] = shown.getClientRects();
  const points = [[0.5, 0.5], [0.02, 0.5], [0.5, 0.9], [0.1, 0.1]].map(([x, y]) =>
    document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
  return {
    stop: here.dataset.stop === undefined ? null : Number(here.dataset.stop),
    ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
    uncovered: points.some((there) => there && shown.contains(there)),
    html: here.outerHTML.slice(0, 120),
  };
}"""
DEAD_CONTROLS = """() => [...document.querySelectorAll('button, input, select, textarea, output, label, [role=button]')]
  .filter((control) => control.checkVisibility() && Math.min(control.offsetWidth, control.offsetHeight) > 1)
  .map((control) => control.outerHTML.slice(0, 160))"""
UNSEEN_WORDS = """() => [...document.querySelectorAll('#content tbody tr, #content section, #content li')]
  .filter((part) => !part.closest('details') && !part.checkVisibility()).map((part) => part.outerHTML.slice(0, 160))"""


def _walk(tab: Opened) -> list[dict[str, Any]]:
    """Press Tab until the focus leaves the page, and return every stop."""
    stops: list[dict[str, Any]] = []
    for _ in range(MOST):
        tab.page.keyboard.press("Tab")
        stop = tab.run(FOCUSED)
        if stop is None or (stops and stop["stop"] == stops[0]["stop"]):
            break
        stops.append(stop)
    return stops


def test_keyboard_reaches_everything(look: Callable[..., Opened]) -> None:
    """Tab stops at every link and control that is shown, one of each look and place, and each stop can be seen."""
    tab = look(viewport=DESK, reduced_motion="reduce")
    for address in tab.site.kinds:
        tab.go(address)
        tab.run(ONE_OF_EACH)
        wanted = tab.run(NUMBER_ALL)
        stops = _walk(tab)
        reached = {stop["stop"] for stop in stops}
        assert [html for number, html in enumerate(wanted) if number not in reached] == [], address
        assert [stop["html"] for stop in stops if not stop["ring"]] == [], address
        assert [stop["html"] for stop in stops if not stop["uncovered"]] == [], address


def test_skip_link(look: Callable[..., Opened]) -> None:
    """The first stop of a page leads past the header, to the content."""
    tab = look(viewport=DESK)
    page = tab.go("map/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "content"


def test_summary_opens_by_key(look: Callable[..., Opened]) -> None:
    """A cell of the map opens and closes with the keyboard."""
    page = look(viewport=PHONE).go("map/")
    cell = page.locator("details.cell").first
    cell.locator("summary").focus()
    page.keyboard.press("Enter")
    assert cell.get_attribute("open") is not None
    page.keyboard.press("Enter")
    assert cell.get_attribute("open") is None


def test_without_javascript(look: Callable[..., Opened]) -> None:
    """Without JavaScript every page shows all it has, and no control that would do nothing."""
    tab = look(viewport=DESK, java_script_enabled=False)
    for address in tab.site.kinds:
        tab.go(address)
        assert tab.run(DEAD_CONTROLS) == [], address
        assert tab.run(UNSEEN_WORDS) == [], address


def test_map_without_javascript(look: Callable[..., Opened]) -> None:
    """Without JavaScript the map shows every cell, and a cell opens."""
    page = look(viewport=DESK, java_script_enabled=False).go("map/")
    cells = page.locator("details.cell")
    assert page.locator("details.cell:visible").count() == cells.count() > 0
    cells.first.locator("summary").click()
    assert cells.first.locator("li").first.is_visible()
