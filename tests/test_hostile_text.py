"""No text reaches a page as markup: whatever a plan's files say is shown as it was written, and nothing else."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.case_folders import CASES, build_case
from tests.html_pages import HtmlPage, one_spaced, read_page
from tests.rewritten import Rewriter, Swap, text_fields
from tests.site_build import add_site_files, build_site
from validate.pipeline import load_plan
from validate.records.base import Audience

if TYPE_CHECKING:
    from pathlib import Path

CASE = CASES / "pages" / "every-text"
STARTS = ("# ", "{: #gone onclick=alert(1) } ", "``` [a]: b ", "- {{ 7 * 7 }} ")
"""How every text of one plan begins: with what means something at the start of a line."""
BODIES = (
    "*stars* _lines_ **both** `code` ~~~ ![picture](x.png) [link](javascript:alert(1)) [[wiki]]",
    "{{ 7 * 7 }} {% raw %} {# gone #} {.cls #id onclick=alert(1)} ${x} %s %(x)s {0}",
    "\"double\" 'single' \\ back\\slash \\n \\* a < 5 > 3 << <3 <- -> & &amp &lt &quot &nbsp &copy",
    "# head == line -- rule --- *** ___ | a | b | 1. one > quote ::: !!! note /// [TOC] --8<--",
    "javascript:alert(1) onerror=alert(1) ' onmouseover='alert(1) \" autofocus onfocus=\"alert(1) ]]> --> */",
    'https://example.org/a?b=c&d=e#f (c) (tm) ... *[HTML]: x [^1]: note [ref]: /url "t" H~2~O x^2^ ==mark==',
    "\u05e2\u05d1\u05e8\u05d9\u05ea \u0627\u0644\u0639\u0631\u0628 \U0001f389 e\u0301 \u4e2d\u6587 \ufb01 \u0130",
    "w" * 120,
    "wzxhzdk:0 klzzwxh:0001 STX0ETX \u2018a\u2019 \u00a3 \u00bd null None true ~ 0x1F 1e3 2023-01-01",
    "key: value - item ? query : colon @at `tick %percent ,comma [bracket {brace }brace ]bracket !bang #hash",
)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def _hostile(start: str, number: int) -> str:
    return f"{start}Q{number:03} {BODIES[number % len(BODIES)]} Z{number:03}"


def _plain(number: int) -> str:
    """Return a harmless text that comes in the same place when texts are sorted."""
    return f"(Q{number:03} plain words Z{number:03}"


def _site(folder: Path, rewriter: Rewriter) -> Path:
    """Build the site of the case with its texts rewritten."""
    root = folder / "root"
    build_case(CASE, root)
    rewriter.rewrite(root)
    outcome = load_plan(root)
    assert outcome.problems == ()
    add_site_files(root)
    return build_site(folder / "site", root=root, audience=Audience.TRUSTEES)


def _shape(site: Path, swap: Swap) -> dict[str, Any]:
    """Return every page's elements, attributes and words, with each text swapped."""
    return {
        file.relative_to(site).as_posix(): _page_shape(file.read_text(encoding="utf-8"), swap)
        for file in sorted(site.rglob("*.html"))
    }


def _page_shape(text: str, swap: Swap) -> tuple[Any, ...]:
    page = read_page("", text)
    (title,) = TITLE.findall(text)
    return _elements(page, swap), one_spaced(swap(page.text)), one_spaced(swap.in_markup(title))


def _elements(page: HtmlPage, swap: Swap) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(e.tag, sorted((name, swap(value)) for name, value in e.attributes.items())) for e in page.elements]


def _search(site: Path, swap: Swap) -> list[tuple[str, str, str]]:
    docs = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return [(doc["location"], swap.in_markup(doc["title"]), swap.in_markup(doc["text"])) for doc in docs]


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rewriter, Path]:
    """Build the same plan with plain words for every text."""
    rewriter = Rewriter(_plain)
    return rewriter, _site(tmp_path_factory.mktemp("harmless"), rewriter)


def test_case_holds_every_text(harmless: tuple[Rewriter, Path]) -> None:
    """The case has every field that holds words, so that none can be forgotten."""
    assert text_fields() - harmless[0].met == set()


@pytest.mark.parametrize("start", STARTS)
def test_pages_are_the_same(start: str, harmless: tuple[Rewriter, Path], tmp_path: Path) -> None:
    """Pages and search differ from those of a harmless plan in the words alone, which stand as they were written."""
    plain, twin = harmless
    rewriter = Rewriter(lambda number: _hostile(start, number))
    site = _site(tmp_path, rewriter)
    swap, nothing = Swap.between(rewriter.given, plain.given), Swap(())
    found, wanted = _shape(site, swap), _shape(twin, nothing)
    assert set(found) == set(wanted)
    for name, shape in wanted.items():
        assert found[name] == shape, name
    assert _search(site, swap) == _search(twin, nothing)
