"""Every page fits a narrow phone, asks no other host, and names every colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import OPEN_ALL
from tests.browser.opened import DESK, PHONE, SIDEWAYS
from tests.site_build import PUBLIC_SITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.opened import Opened

WITHOUT_WORD = """() => [...document.querySelectorAll('.status, .count, .cell-empty')]
  .filter((chip) => !/[a-z]{2}/i.test(chip.textContent)).map((chip) => chip.outerHTML)"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""The reader's own spacing that a page must bear (WCAG 1.4.12)."""
LARGE = "html { font-size: 250% !important; }"
"""Letters twice as large as the site's own, which are 125% of the browser's (WCAG 1.4.4)."""
WITHOUT_LAST_STYLE = "() => [...document.querySelectorAll('style')].at(-1).remove()"
CLIPPED = """() => [...document.querySelectorAll('#content *, .site-header *, .notice *, .site-footer *')]
  .filter((element) => !element.closest('.visually-hidden, .scroll, svg, .md-search, thead'))
  .filter((element) => element.checkVisibility())
  .filter((element) => {
    const style = getComputedStyle(element);
    const hides = (value) => value === 'hidden' || value === 'clip';
    return (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
  }).map((element) => element.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)
@pytest.mark.parametrize("scripts", [False, True], ids=["every page", "one of each kind with scripts"])
def test_narrow_phone(scripts: bool, look: Callable[..., Opened]) -> None:  # noqa: FBT001 - a parameter of the test
    """With everything opened, no page scrolls sideways at 320 pixels; none has an error or asks another host."""
    tab = look(viewport=PHONE, java_script_enabled=scripts)
    too_wide, wordless = {}, {}
    for address in tab.site.kinds if scripts else tab.site.pages:
        tab.go(address)
        tab.run(OPEN_ALL)
        too_wide[address] = tab.run(SIDEWAYS)
        wordless[address] = tab.run(WITHOUT_WORD)
    assert {address: pixels for address, pixels in too_wide.items() if pixels > 0} == {}
    assert {address: chips for address, chips in wordless.items() if chips} == {}


@pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)
def test_readers_own_text(look: Callable[..., Opened]) -> None:
    """With the reader's own spacing, or letters twice as large, nothing is cut off and no page scrolls sideways."""
    tab = look(viewport=DESK)
    wrong = {}
    for address in tab.site.kinds:
        page = tab.go(address)
        tab.run(OPEN_ALL)
        page.add_style_tag(content=LARGE)
        wrong[address, "large"] = (max(0, tab.run(SIDEWAYS)), tab.run(CLIPPED))
        tab.run(WITHOUT_LAST_STYLE)
        page.add_style_tag(content=SPACING)
        for viewport in (DESK, PHONE):
            page.set_viewport_size(viewport)
            wrong[address, f"spaced, {viewport['width']}"] = (max(0, tab.run(SIDEWAYS)), tab.run(CLIPPED))
        page.set_viewport_size(DESK)
    assert {where: found for where, found in wrong.items() if found != (0, [])} == {}
