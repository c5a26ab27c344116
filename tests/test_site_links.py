"""Links of the built site: all lead somewhere, and none fetches anything from another host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.html_pages import Element, HtmlPage, read_site
from tests.site_build import BOARD_SITES, PUBLIC_SITES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.parametrize("trust", [*PUBLIC_SITES, *BOARD_SITES], indirect=True, ids=str)

SITE = "http://site.test/"
"""Where the pages are taken to be, so that addresses can be joined; it does not exist."""
FETCHED = ("src", "srcset", "data", "poster", "action", "formaction", "background", "xlink:href")
NAMES_IDS = ("for", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers")
OTHER_HOST = re.compile(
    r"""(?:@import\s+(?:url\()?|url\()\s*["']?\s*((?:[a-z][a-z+.-]*:)?//[^"')\s]+)""", re.IGNORECASE
)


@pytest.fixture(scope="session")
def pages(trust_site: Path) -> dict[str, HtmlPage]:
    """Return every page of the trust's site by its address."""
    return read_site(trust_site)


def _links(page: HtmlPage) -> Iterator[tuple[Element, str]]:
    """Yield every address that a page names, with its element."""
    for name in ("href", *FETCHED):
        yield from page.having(name)


def _address(page: HtmlPage, link: str) -> str:
    return urljoin(SITE + page.address, link)


def test_every_link_leads_somewhere(pages: dict[str, HtmlPage], trust_site: Path) -> None:
    """Every page, file and anchor that a page links to is there."""
    ids = {address: set(page.ids) for address, page in pages.items()}
    dead = []
    for page in pages.values():
        for _, link in _links(page):
            parts = urlsplit(_address(page, link))
            if f"{parts.scheme}://{parts.netloc}/" != SITE:
                continue
            path, anchor = unquote(parts.path).removeprefix("/"), unquote(parts.fragment)
            there = path in pages or (trust_site / path).is_file()
            if not there or (anchor and path in pages and anchor not in ids[path]):
                dead.append(f"{page.address}: {link}")
    assert dead == []


def test_only_links_leave_the_site(pages: dict[str, HtmlPage]) -> None:
    """A page names another host only in links that a reader may follow."""
    leaving = [
        f"{page.address}: <{element.tag}> {link}"
        for page in pages.values()
        for element, link in _links(page)
        if not _address(page, link).startswith((SITE, "data:")) and element.tag != "a"
    ]
    assert leaving == []


def test_links_are_web_addresses(pages: dict[str, HtmlPage]) -> None:
    """A link that leaves the site is a web address, so that none can run anything."""
    schemes = {urlsplit(_address(page, link)).scheme for page in pages.values() for _, link in _links(page)}
    assert schemes <= {"http", "https", "data"}


def test_styles_fetch_nothing(pages: dict[str, HtmlPage], trust_site: Path) -> None:
    """No style sheet and no style on a page fetches anything from another host."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in trust_site.rglob("*.css")}
    texts |= {path.as_posix(): path.read_text(encoding="utf-8") for path in trust_site.rglob("*.html")}
    texts |= {address: " ".join(v for _, v in page.having("style")) for address, page in pages.items()}
    assert {name: found for name, text in texts.items() if (found := OTHER_HOST.findall(text))} == {}


def test_ids_are_named_once(pages: dict[str, HtmlPage]) -> None:
    """No two elements of a page have the same id."""
    for page in pages.values():
        named = [value for _, value in page.having("id")]
        assert sorted(set(named)) == sorted(named), page.address


def test_named_ids_exist(pages: dict[str, HtmlPage]) -> None:
    """Every label, caption and control that an element names is on the same page."""
    missing = [
        f"{page.address}: {attribute}={value}"
        for page in pages.values()
        for attribute in NAMES_IDS
        for _, value in page.having(attribute)
        if not set(value.split()) <= set(page.ids)
    ]
    assert missing == []
