"""No page breaks the rules of WCAG 2.2 AA that a machine can check, in any dress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.axe import ALSO, ONLY_ON_SCREEN, OPEN_CONTENT, OPEN_MENU, load_axe, violations
from tests.browser.opened import DESK, PHONE
from tests.site_build import PUBLIC_SITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from tests.browser.opened import Opened

LEAST = (4, 10)
"""The oldest axe that knows WCAG 2.2."""
DRESSES: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESK, "color_scheme": "light"},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light"},
}
BAD = """<!doctype html><html lang="en"><title>Bad</title>
<main><h1>Bad</h1>
<p style="font-size:30px"><b>Looks like a heading</b></p>
<p>Text beneath it, which is not bold and much longer than the heading above it.</p>
<style>button { width: 9px; height: 9px; padding: 0; border: 0 }</style><div><button>a</button><button>b</button></div>
<p style="color:#aaa;background:#fff">Pale</p></main></html>"""


def test_axe_is_awake(browser: Browser) -> None:
    """The engine is new enough, and finds what is wrong with a page made to be wrong."""
    page = browser.new_page()
    page.set_content(BAD)
    assert tuple(map(int, load_axe(page).split(".")[:2])) >= LEAST
    found = {violation.split(" ")[0] for violation in violations(page)}
    known = set(page.evaluate("() => axe.getRules().map((rule) => rule.ruleId)"))
    page.close()
    assert {"color-contrast", "target-size", "p-as-heading"} <= found
    assert set(ALSO) <= known


@pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)
@pytest.mark.parametrize("dress", DRESSES)
def test_screen(dress: str, look: Callable[..., Opened]) -> None:
    """With everything opened, no kind of page has a violation: light or dark, at a desk or 320 pixels wide."""
    tab = look(**DRESSES[dress])
    found = {}
    for address in tab.site.kinds:
        page = tab.go(address)
        tab.run(OPEN_CONTENT)
        found[address] = violations(page)
    assert {address: said for address, said in found.items() if said} == {}


@pytest.mark.parametrize("dress", DRESSES)
def test_menus(dress: str, look: Callable[..., Opened]) -> None:
    """No menu of the header has a violation while it is open."""
    tab = look(**DRESSES[dress])
    page = tab.go("map/")
    menus = page.locator(".site-nav details").count()
    assert menus > 0
    for menu in range(menus):
        tab.run(OPEN_MENU, menu)
        assert violations(page, within=".site-header") == []


@pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)
def test_print(look: Callable[..., Opened]) -> None:
    """On paper no kind of page has a violation, also for readers who use dark colours."""
    tab = look(viewport=DESK, color_scheme="dark")
    found = {}
    for address in tab.site.kinds:
        page = tab.go(address)
        page.emulate_media(media="print")
        found[address] = violations(page, *ONLY_ON_SCREEN)
    assert {address: said for address, said in found.items() if said} == {}
