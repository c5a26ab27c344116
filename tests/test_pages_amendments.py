"""Amendments, corrections and approvals on pages: beside what they are about, for good, and for whom they are."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hooks.views import governance, measures, objectives
from hooks.views.amendments import decider
from tests.case_folders import CASES, build_case
from tests.golden_pages import assert_golden, page_text, site_context
from validate.records.base import Audience

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext

AUDIENCES = [Audience.PUBLIC, Audience.TRUSTEES]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a trust that has amended promises of every kind."""
    folder = tmp_path_factory.mktemp("plan")
    build_case(CASES / "pages" / "amended", folder)
    return folder


def _page(context: SiteContext, path: str) -> str:
    pages = [*objectives.pages(context), *measures.pages(context), *governance.pages(context)]
    return page_text(context, next(page for page in pages if page.path == path))


def _amendments(text: str) -> list[str]:
    found = re.findall(r'<div class="amendment">\s*<p>(.*?)</p>', text, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", words).split()) for words in found]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_governance(root: Path, audience: Audience) -> None:
    """Everything that was decided about promises stands on the page on governance."""
    text = _page(site_context(root, audience=audience), "governance.md")
    section = text[text.index('<section class="growth-part promised"') :]
    assert_golden(f"amendments/governance-{audience}.md", section)


def test_objective(root: Path) -> None:
    """An objective tells of its own title, of its actions and goals, and of those that are gone."""
    context = site_context(root)
    assert _amendments(_page(context, "objectives/1.1.md")) == [
        "Changed on 4 October 2022 by the trust board: the title was “Books”. Why: Reading is what it is about.",
        (
            "Changed on 11 October 2021 by the chief executive officer: the wording was “Nine in ten pupils reach the "
            "expected standard in reading”. Why: It was not clear how it is measured."
        ),
        (
            "Changed on 11 October 2021 by the trust board: the date was 31 August 2022. Why: Teachers need the "
            "summer to read it."
        ),
    ]
    assert _amendments(_page(context, "objectives/1.2.md")) == [
        "Added on 20 November 2022 by the trust board. Why: The clubs were not enough.",
        (
            "Removed on 20 November 2022 by the trust board: it was “Open a breakfast club in each school”. Why: "
            "Nobody came to the first."
        ),
    ]


def test_trustees(root: Path) -> None:
    """Trustees also read what is kept for them, with its tag."""
    told = _amendments(_page(site_context(root, audience=Audience.TRUSTEES), "objectives/1.1.md"))
    assert told[-1] == (
        "Changed on 12 October 2021 by the chief executive officer: where it is to be done was Oak Lane Primary "
        "School. Why: All schools asked for it. Trustees only"
    )


def test_measure(root: Path) -> None:
    """A measure tells of itself and of its targets."""
    assert _amendments(_page(site_context(root), "measures/reading.md")) == [
        (
            "Changed on 4 October 2022 by the executive team: the direction that is good was “near the target is "
            "better”. Why: More is better."
        ),
        "Changed on 20 November 2022 by the trust board: the target was 75. Why: Results rose faster than expected.",
    ]


def test_correction(root: Path) -> None:
    """A corrected report says when and why; on an earlier day that was not known."""
    sentence = "Corrected on 12 September 2022 by the clerk to the board: The first report named another school."
    assert sentence in _page(site_context(root), "objectives/1.1.md")
    assert "Corrected" not in _page(site_context(root, as_at=date(2022, 9, 11)), "objectives/1.1.md")


def test_earlier_day(root: Path) -> None:
    """On an earlier day, later amendments are not known."""
    assert len(_amendments(_page(site_context(root, as_at=date(2021, 10, 11)), "governance.md"))) == 2


@pytest.mark.parametrize(
    ("name", "called"),
    [("board", "the trust board"), ("ceo", "the CEO"), ("clerk", "the clerk"), ("executive", "the executive team")],
)
def test_deciders(tmp_path: Path, name: str, called: str) -> None:
    """Bodies and roles are named as in a sentence; short forms keep their capitals."""
    build_case(CASES / "pages" / "amended", tmp_path)
    for path, old, new in (
        ("plan/plan.yml", "Chief executive officer", "CEO"),
        ("plan/plan.yml", "Clerk to the board", "The clerk"),
    ):
        file = tmp_path / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert decider(site_context(tmp_path).plan, name) == called


def test_moved_action(tmp_path: Path) -> None:
    """An action that was moved to another year keeps the amendments from before; what is gone is told as well."""
    build_case(CASES / "valid" / "amended-then-moved-and-removed", tmp_path)
    context = site_context(tmp_path)
    assert _amendments(_page(context, "objectives/1.1.md")) == [
        (
            "Changed on 11 October 2021 by the trust board: the wording was “Choose a reading scheme”. "
            "Why: It was not clear that all schools use the same."
        ),
        "Changed on 4 October 2022 by the trust board: the year was 2021-22. Why: The supplier was late.",
    ]
    assert len(_amendments(_page(context, "governance.md"))) == 5
