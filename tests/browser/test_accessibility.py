"""No page breaks the rules of WCAG 2.2 AA that a machine can check, in any dress."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import (
    ALSO,
    AT_ONCE,
    COLOURS,
    ONE_OF_EACH,
    ONLY_ON_SCREEN,
    OPEN_CONTENT,
    OPEN_MENU,
    load_axe,
    violations,
)
from tests.browser.opened import DESK, PHONE
from tests.html_pages import read_site
from tests.site_build import ATTENBOROUGH, BOARD_SITES, PUBLIC_SITES, QUILLBROOK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, ViewportSize

    from tests.browser.opened import Opened
    from tests.site_build import Trust

LEAST = (4, 10)
"""The oldest axe that knows WCAG 2.2."""
DRESS = ("class", "role", "data-status", "hidden")
"""The attributes by which styles tell elements apart."""
IN_EVERY_DRESS = (ATTENBOROUGH, BOARD_SITES[-1])
"""The sites that between them hold everything that is dressed in its own way."""
IS_DARK = "() => document.body.dataset.mdColorScheme === 'slate'"
BAD = """<!doctype html><html lang="en"><title>Bad</title>
<main><h1>Bad</h1>
<p style="font-size:30px"><b>Looks like a heading</b></p>
<p>Text beneath it, which is not bold and much longer than the heading above it.</p>
<style>button { width: 9px; height: 9px; padding: 0; border: 0 }</style><div><button>a</button><button>b</button></div>
<p style="color:#aaa;background:#fff">Pale</p></main></html>"""
REPEATING = """<!doctype html><html lang="en"><title>Repeating</title>
<style>body { background: #fff } .pale { color: #aaa }</style>
<main id="content"><h1>Repeating</h1>
<ul><li>First</li><li>Second</li><li class="marked">Marked</li><li>Third</li><li><b class="pale">Pale</b></li></ul>
<table><tr><td>Cell</td></tr><tr><td>Another</td></tr></table></main></html>"""


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


def test_one_of_each_is_left(browser: Browser) -> None:
    """What is left of a page holds everything that is dressed in its own way, wherever it stands."""
    page = browser.new_page()
    page.set_content(REPEATING)
    page.evaluate(ONE_OF_EACH)
    left = page.locator("li, td").all_inner_texts()
    found = violations(page)
    page.close()
    assert left == ["First", "Marked", "Pale", "Cell"]
    assert len(found) == 1
    assert found[0].startswith("color-contrast x1: b ")


def test_public_site_has_no_dress_of_its_own(built: Callable[[Trust], Path]) -> None:
    """All that the example shows to the public is dressed like something that it shows to trustees."""
    public, trustees = (
        {
            (element.tag, *map(element.attributes.get, DRESS))
            for page in read_site(built(site)).values()
            for element in page.elements
        }
        for site in (QUILLBROOK, BOARD_SITES[-1])
    )
    assert len(public) > 100
    assert public - trustees == set()


@pytest.mark.parametrize("trust", IN_EVERY_DRESS, indirect=True, ids=str)
def test_screen_and_print(look: Callable[..., Opened]) -> None:
    """With everything opened, no kind of page has a violation: light or dark, wide or narrow, on screen or paper."""
    tab = look(viewport=DESK, color_scheme="light")
    found = {}
    for address in tab.site.kinds:
        page = tab.go(address)
        page.add_style_tag(content=AT_ONCE)
        tab.run(OPEN_CONTENT)
        tab.run(ONE_OF_EACH)
        found[address, "light"] = violations(page)
        page.set_viewport_size(PHONE)
        found[address, "phone"] = violations(page)
        page.set_viewport_size(DESK)
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(IS_DARK)
        found[address, "dark"] = violations(page, only=COLOURS)
        page.emulate_media(media="print")
        found[address, "print"] = violations(page, *ONLY_ON_SCREEN)
        page.emulate_media(media="screen", color_scheme="light")
    assert {where: said for where, said in found.items() if said} == {}


@pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)
def test_whole_pages(look: Callable[..., Opened]) -> None:
    """Nor has any kind of page a violation in its whole length, in all that does not depend on colours."""
    tab = look(viewport=PHONE)
    found = {}
    for address in tab.site.kinds:
        page = tab.go(address)
        tab.run(OPEN_CONTENT)
        found[address] = violations(page, "color-contrast")
    assert {address: said for address, said in found.items() if said} == {}


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_menus(viewport: ViewportSize, colours: str, look: Callable[..., Opened]) -> None:
    """No menu of the header has a violation while it is open."""
    tab = look(viewport=viewport, color_scheme=colours)
    page = tab.go("map/")
    menus = page.locator(".site-nav details").count()
    assert menus > 0
    for menu in range(menus):
        tab.run(OPEN_MENU, menu)
        assert violations(page, within=".site-header") == []
