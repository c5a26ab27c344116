"""The links to edit, report and correct: reached by keyboard, large enough to press, and left out on paper."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import violations
from tests.browser.opened import DESK, PHONE, SIDEWAYS
from tests.browser.served import serve
from tests.case_folders import BASE
from tests.site_build import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.served import Served

SETTINGS = """site_name: Example
docs_dir: plan
theme: material
plugins: [search, trustplan]
repo_url: https://github.com/example-trust/plan
"""
WORDS = ["Report progress", "Edit this", "Suggest a correction"]
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.edit-links a, .edit-this')]
  .map((link) => link.getBoundingClientRect()).flatMap((box) => [box.width, box.height]))"""
SHOWN = "() => [...document.querySelectorAll('.edit-links, .edit-this')].filter((e) => e.checkVisibility()).length"
ADDRESSES = ("objectives/1.1/", "growth/")


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the site of a small plan that is kept on a Git host."""
    root = tmp_path_factory.mktemp("linked")
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    with serve(build_site(root / "site", root=root)) as served:
        yield served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a tab."""
    tab = browser.new_page(viewport=DESK)
    yield tab
    tab.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_can_be_used(address: str, linked: Served, page: Page) -> None:
    """On a phone and on a desk every link is large enough, nothing runs off, and no rule is broken."""
    page.goto(linked.home + address)
    assert page.locator(".edit-links").first.locator("a").count() == len(WORDS)
    for viewport in (DESK, PHONE):
        page.set_viewport_size(viewport)
        assert page.evaluate(SMALLEST) >= 24
        assert page.evaluate(SIDEWAYS) <= 0
        assert violations(page) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_links_are_not_printed(address: str, linked: Served, page: Page) -> None:
    """On paper there are none."""
    page.goto(linked.home + address)
    assert page.evaluate(SHOWN) > 0
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN) == 0


def test_links_by_keyboard(linked: Served, page: Page) -> None:
    """The tabulator key goes through the links of a thing one by one."""
    page.goto(f"{linked.home}objectives/1.1/")
    page.locator(".item .edit-links a").first.focus()
    reached = []
    for _ in WORDS:
        reached.append(page.evaluate("() => document.activeElement.innerText"))
        page.keyboard.press("Tab")
    assert [words.split("\n")[0] for words in reached] == WORDS
