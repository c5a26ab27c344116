"""The board pack on paper and on a screen: sheets with numbers and a running head, tags, and no rule of WCAG broken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.printing import print_pdf
from hooks.board_pack import board_pack
from tests.browser.axe import violations
from tests.browser.opened import SIDEWAYS, Opened
from tests.browser.pdf import Pdf
from tests.browser.served import Served, serve
from tests.golden_pages import TEMPLATES, site_context
from tests.site_build import QUILLBROOK
from validate.records.base import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ViewportSize

PAGE = "board-pack.html"
WIDTHS: tuple[ViewportSize, ...] = (
    {"width": 320, "height": 640},
    {"width": 360, "height": 740},
    {"width": 1440, "height": 900},
)
A4 = b"/MediaBox [0 0 594.95996 841.91998]"
CUT = """() => [...document.querySelectorAll('body *')]
  .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((part) => part.outerHTML.slice(0, 160))"""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the pack of the invented trust for its trustees."""
    folder = tmp_path_factory.mktemp("pack")
    context = site_context(QUILLBROOK.root, audience=Audience.TRUSTEES)
    (folder / PAGE).write_text(board_pack(context, date(2025, 12, 31), TEMPLATES), encoding="utf-8")
    with serve(folder) as served:
        yield served


@pytest.fixture(scope="module")
def printed(pack: Served, chromium: str) -> Pdf:
    """Print it."""
    print_pdf(chromium, pack.folder / PAGE, pack.folder / "board-pack.pdf")
    return Pdf.read(pack.folder / "board-pack.pdf")


def test_every_sheet_has_its_number(printed: Pdf) -> None:
    """Each sheet says which it is and of how many, whose it is, and after the first that it is for trustees only."""
    sheets = printed.sheets
    total = len(sheets)
    assert total > 10
    assert [n for n, words in enumerate(sheets, start=1) if f"{n}of{total}" not in words] == []
    assert [words for words in sheets if "QuillbrookSchoolsTrust,31March2026" not in words] == []
    assert [words for words in sheets if "Fortrusteesonly" not in words] == []


def test_the_pdf_is_tagged(printed: Pdf) -> None:
    """It has tags with headings and tables, a language, a title and an outline of its chapters."""
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Marked true", b"/Lang (en)", b"/Outlines"):
        assert mark in printed.catalogue
    for tag in (b"/S /H1", b"/S /H2", b"/S /Table", b"/S /TH", b"/S /L"):
        assert printed.holds(tag), tag
    assert printed.holds(b"/Title (Quillbrook Schools Trust: board pack, 31 March 2026)")
    for chapter in (b"1 The plan at a glance", b"7 Market tests", b"Annex: the rules of the plan's site"):
        assert printed.holds(b"/Title (" + chapter + b")"), chapter


def test_sheets_are_upright(printed: Pdf) -> None:
    """Every sheet is an upright A4, and the heads of a table are printed again where it runs on."""
    sheets = [body for body in printed.objects.values() if b"/Type /Page\n" in body]
    assert [sheet for sheet in sheets if A4 not in sheet] == []
    assert sum("ActionorgoalWhereitstands,andwhatwasreported" in words for words in printed.sheets) > 2


def test_nothing_runs_off_the_sheet(browser: Browser, pack: Served) -> None:
    """In print, no word is wider than an upright sheet between its margins."""
    tab = Opened(browser.new_context(viewport={"width": 680, "height": 960}), pack)
    tab.go(PAGE).emulate_media(media="print")
    assert tab.run(CUT) == []
    tab.close()


def test_on_a_screen(browser: Browser, pack: Served) -> None:
    """It keeps the rules of WCAG, asks nobody for anything, and never scrolls sideways as a whole."""
    tab = Opened(browser.new_context(viewport=WIDTHS[0]), pack)
    tab.go(PAGE)
    for width in WIDTHS:
        tab.page.set_viewport_size(width)
        assert tab.run(SIDEWAYS) <= 0, width
    assert violations(tab.page) == []
    tab.close()
    assert tab.faults == []
