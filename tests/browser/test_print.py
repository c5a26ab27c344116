"""Pages on paper: landscape, one pillar to a page, everything opened, nothing that only a screen needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.opened import DESK, SIDEWAYS
from tests.site_build import PUBLIC_SITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.opened import Opened

pytestmark = pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)

SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")
PAPER = {"width": 1030, "height": 700}
"""A4 landscape within its margins, in pixels."""
HIDDEN_WORDS = """() => [...document.querySelectorAll('#content details > :not(summary)')]
  .filter((part) => !part.checkVisibility() || part.getBoundingClientRect().height === 0)
  .map((part) => part.outerHTML.slice(0, 160))"""
SHOWN_CONTROLS = """() => [...document.querySelectorAll('form, button, input, select, .site-nav, .site-tools')]
  .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height > 1)
  .map((control) => control.outerHTML.slice(0, 160))"""
STARTS_A_SHEET = """() => [...document.querySelectorAll('.pillar-map')]
  .map((part) => getComputedStyle(part).breakBefore)"""


def _sheets(page: Page) -> list[tuple[float, float]]:
    """Return the width and height of every sheet that the page is printed on."""
    printed = page.pdf(prefer_css_page_size=True)
    boxes = [(float(width), float(height)) for width, height in BOX.findall(printed)]
    assert len(boxes) == len(SHEET.findall(printed))
    return boxes


def test_map_on_paper(look: Callable[..., Opened]) -> None:
    """The map takes landscape sheets, and each pillar begins a new one."""
    tab = look(viewport=DESK)
    page = tab.go("map/")
    page.emulate_media(media="print")
    starts = tab.run(STARTS_A_SHEET)
    sheets = _sheets(page)
    assert set(starts[1:]) == {"page"}
    assert len(sheets) >= len(starts)
    assert [sheet for sheet in sheets if sheet[0] <= sheet[1]] == []


def test_pillar_on_one_sheet(look: Callable[..., Opened]) -> None:
    """The page of each pillar fits on one landscape sheet."""
    tab = look(viewport=DESK)
    sheets = {address: len(_sheets(tab.go(address))) for address in tab.site.pages if address.startswith("pillars/")}
    assert {address: number for address, number in sheets.items() if number != 1} == {}


def test_everything_is_opened(look: Callable[..., Opened]) -> None:
    """What is closed on screen is printed, what only works on screen is not, and nothing runs off the sheet."""
    tab = look(viewport=PAPER)
    for address in tab.site.kinds:
        tab.go(address).emulate_media(media="print")
        assert tab.run(HIDDEN_WORDS) == [], address
        assert tab.run(SHOWN_CONTROLS) == [], address
        assert tab.run(SIDEWAYS) <= 0, address


def test_opened_without_javascript(look: Callable[..., Opened]) -> None:
    """What is closed on screen is printed without JavaScript too."""
    tab = look(viewport=PAPER, java_script_enabled=False)
    tab.go("map/").emulate_media(media="print")
    assert tab.run(HIDDEN_WORDS) == []
