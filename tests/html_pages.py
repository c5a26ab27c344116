"""Built pages as tests read them: elements with their attributes and the words inside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
UNSEEN = frozenset({"head", "script", "style", "template"})


@dataclass(kw_only=True, slots=True)
class Element:
    """One element; `start` and `end` bound the texts inside it."""

    tag: str
    attributes: dict[str, str]
    start: int
    end: int


@dataclass(kw_only=True, slots=True)
class HtmlPage:
    """One page of the site."""

    address: str
    """Its address below the site's root, such as map/; a file's name where it is not an index.html."""
    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def ids(self) -> dict[str, Element]:
        """Every element that has an id."""
        return {element.attributes["id"]: element for element in self.elements if "id" in element.attributes}

    def text_of(self, element: Element) -> str:
        """Return the words inside an element, with single spaces between them."""
        return one_spaced("".join(self.texts[element.start : element.end]))

    @property
    def text(self) -> str:
        """Every word of the page that a reader could see, with the texts of different elements kept apart."""
        return one_spaced(" ".join(self.texts))

    def having(self, attribute: str) -> Iterator[tuple[Element, str]]:
        """Yield every element that has this attribute, with its value."""
        return ((e, e.attributes[attribute]) for e in self.elements if attribute in e.attributes)

    def tagged(self, *tags: str) -> list[Element]:
        """Return every element of these kinds."""
        return [element for element in self.elements if element.tag in tags]


class _Reader(HTMLParser):
    def __init__(self, page: HtmlPage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open: list[Element] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = len(self.page.texts)
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag=tag, attributes=attributes, start=here, end=here)
        self.page.elements.append(element)
        if tag not in VOID:
            self.open.append(element)
            self.unseen += tag in UNSEEN

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = len(self.page.texts)
        attributes = {name: value or "" for name, value in attrs}
        self.page.elements.append(Element(tag=tag, attributes=attributes, start=here, end=here))

    def handle_endtag(self, tag: str) -> None:
        if not any(element.tag == tag for element in self.open):
            return
        while self.open:
            element = self.open.pop()
            element.end = len(self.page.texts)
            self.unseen -= element.tag in UNSEEN
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.page.texts.append(data)


def read_page(address: str, html: str) -> HtmlPage:
    """Return a page from its HTML."""
    page = HtmlPage(address=address)
    reader = _Reader(page)
    reader.feed(html)
    reader.close()
    return page


def read_site(folder: Path) -> dict[str, HtmlPage]:
    """Return every page of a built site by its address."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        address = file.relative_to(folder).as_posix().removesuffix("index.html")
        pages[address] = read_page(address, file.read_text(encoding="utf-8"))
    return pages


def one_spaced(text: str) -> str:
    """Return the text with every run of white space as one space, as a browser shows it."""
    return " ".join(text.split())
