"""The page on school improvement and the levels on schools' pages: their texts, and what the public sees of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hooks.downloads.support import school_support_rows
from hooks.views import schools, support
from hooks.views.kept import kept
from hooks.views.school_support import school_support
from hooks.views.support_schools import school_levels
from tests.case_folders import CASES, build_case
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.page_cases import case_context
from tests.test_contrast import EDGE, TEXT, contrast, resolved, rules, tokens
from validate.records.base import Audience
from validate.records.support import SupportRecord
from validate.status import Status

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext

CASE = "pages/support-and-deployments"
SECTION = re.compile(r'<section class="growth-part" aria-labelledby="support">.*?</section>', re.DOTALL)
LEVELS_OF_A_SCHOOL = re.compile(r"^support_levels:\n(?: .*\n)+", re.MULTILINE)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a plan with four levels, one of them and most schools' entries kept for trustees."""
    folder = tmp_path_factory.mktemp("support")
    build_case(CASES / CASE, folder)
    return folder


@pytest.fixture(scope="module")
def board(root: Path) -> SiteContext:
    """Return what the trustees' pages of that plan are made from."""
    return site_context(root, audience=Audience.TRUSTEES)


def _pages(context: SiteContext) -> dict[str, str]:
    """Return the texts of the page on support and of every school's page."""
    pages = [*support.pages(context), *schools.pages(context)]
    return {page.path: page_text(context, page) for page in pages}


@pytest.mark.parametrize("case", ["base", CASE, "valid/no-support-and-no-deployments"])
def test_page(case: str, tmp_path: Path) -> None:
    """The page is as it was, to the letter."""
    context = case_context(case, tmp_path)
    (page,) = support.pages(context)
    assert_golden(f"support/{case.rsplit('/', 1)[-1]}.md", page_text(context, page))


@pytest.mark.parametrize("audience", Audience)
def test_section_on_a_school_page(root: Path, audience: Audience) -> None:
    """The section on a school's page is as it was for each audience, to the letter."""
    text = _pages(site_context(root, audience=audience))["schools/oak-lane-primary.md"]
    (section,) = SECTION.findall(text)
    assert_golden(f"support/oak-lane-primary-{audience}.md", f"{section}\n")


def test_page_for_trustees(board: SiteContext) -> None:
    """The trustees' page is as it was, to the letter."""
    assert_golden("support/trustees.md", _pages(board)["support.md"])


def test_hidden_levels_leave_no_trace(root: Path, tmp_path: Path) -> None:
    """The public pages are the same, byte for byte, where a school's hidden levels were never written."""
    before = _pages(site_context(root))
    build_case(CASES / CASE, tmp_path)
    file = tmp_path / "schools" / "elm-road-junior.yml"
    text = LEVELS_OF_A_SCHOOL.sub("", file.read_text(encoding="utf-8"))
    assert "support_levels" not in text
    file.write_text(text, encoding="utf-8")
    assert _pages(site_context(tmp_path)) == before


def test_public_sees_what_is_public(root: Path) -> None:
    """The public table has the one school with a level that is public by the day, and the level of that term."""
    table = school_levels(site_context(root))
    rows = {
        row.school.record.name: [cell.tag.level.name if cell.tag else cell.words for cell in row.cells]
        for row in table.rows
    }
    assert [term.name for term in table.terms] == ["Spring 2022-23"]
    assert rows == {"Oak Lane Primary School": ["Additional support"]}
    assert (
        table.sentence
        == "Spring 2022-23: of 3 schools in the trust, 1 at Additional support and 2 without a level shown."
    )


def test_trustees_see_everything(board: SiteContext) -> None:
    """The trustees' table has every school of the trust, with the last level of each term and how it moved."""
    table = school_levels(board)
    rows = {
        row.school.record.name: [
            (cell.tag.level.name if cell.tag else cell.words, cell.words if cell.tag else "") for cell in row.cells
        ]
        for row in table.rows
    }
    assert [term.name for term in table.terms] == [
        "Summer 2021-22",
        "Autumn 2022-23",
        "Spring 2022-23",
        "Summer 2022-23",
    ]
    assert rows == {
        "Ash Hill Infant School": [("Not in the trust", ""), *[("Not recorded", "")] * 2, ("Not begun", "")],
        "Elm Road Junior School": [
            ("Additional support", ""),
            ("Rescue", "More support than before"),
            ("Not recorded", ""),
            ("Not begun", ""),
        ],
        "Oak Lane Primary School": [
            ("Not recorded", ""),
            ("Core support", ""),
            ("Additional support", "More support than before"),
            ("Core support", "Less support than before"),
        ],
    }
    tags = {kept(cell.entry, board.as_at) for row in table.rows for cell in row.cells if cell.entry}
    assert tags == {"", "Trustees only", "To be published after 30 April 2023"}


def test_one_tag_for_all(tmp_path: Path) -> None:
    """Where every level in the table has the same tag, it is said once."""
    build_case(CASES / CASE, tmp_path)
    file = tmp_path / "schools" / "oak-lane-primary.yml"
    file.write_text(LEVELS_OF_A_SCHOOL.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    context = site_context(tmp_path, audience=Audience.TRUSTEES)
    assert school_levels(context).kept == "Trustees only"
    (page,) = support.pages(context)
    _, table = page_text(context, page).split('id="schools"')
    assert table.count("Trustees only") == 1


def test_review_that_has_passed(root: Path, board: SiteContext) -> None:
    """A review whose day has passed is said to have passed, and to the public only that none is shown."""
    passed = {row.school.record.name: row.passed for row in school_levels(board).rows}
    assert passed == {
        "Ash Hill Infant School": "",
        "Elm Road Junior School": "passed without a review",
        "Oak Lane Primary School": "",
    }
    assert [row.passed for row in school_levels(site_context(root)).rows] == ["passed; no later level is shown"]


def test_download_of_levels(root: Path, board: SiteContext) -> None:
    """The table to download has the newest level of each school, as far as its audience may see it."""
    public = [(row["id"], row["level"], row["moved"]) for row in school_support_rows(site_context(root))]
    assert public == [("oak-lane-primary", "additional", None)]
    found = {row["id"]: (row["level"], row["moved"], row["review_overdue"]) for row in school_support_rows(board)}
    assert found == {
        "oak-lane-primary": ("additional", "more support than before", False),
        "elm-road-junior": ("rescue", "more support than before", True),
    }


TWO_ON_ONE_DAY = """support_levels:
  - year: 2022-23
    term: autumn
    level: core
    reviewed: 2022-12-20
  - year: 2022-23
    term: spring
    level: additional
    reviewed: 2022-12-20
"""


def test_two_levels_decided_on_one_day(tmp_path: Path) -> None:
    """Of two levels decided on one day the one below came later, and page, table and download say so alike."""
    build_case(CASES / CASE, tmp_path)
    file = tmp_path / "schools" / "oak-lane-primary.yml"
    file.write_text(LEVELS_OF_A_SCHOOL.sub(TWO_ON_ONE_DAY, file.read_text(encoding="utf-8")), encoding="utf-8")
    context = site_context(tmp_path, audience=Audience.TRUSTEES)
    school = next(school for school in context.plan.schools if school.id == "oak-lane-primary")
    section = school_support(context, school)
    assert section is not None
    assert [(entry.term, entry.moved) for entry in section.entries] == [
        ("Spring 2022-23", "more support than before"),
        ("Autumn 2022-23", ""),
    ]
    row = next(row for row in school_levels(context).rows if row.school is school)
    assert [cell.words for cell in row.cells if cell.tag] == ["", "More support than before"]
    download = next(row for row in school_support_rows(context) if row["id"] == school.id)
    assert (download["term"], download["moved"]) == ("spring", "more support than before")


def test_real_counts() -> None:
    """The levels of the real plan have as many triggers and offers as were published."""
    part = site_context(ROOT).plan.part(SupportRecord)
    assert part is not None
    found = {level.id: (len(level.triggers), [offer.kind for offer in level.offers]) for level in part.record.levels}
    assert found == {
        "core": (2, ["regular"] * 14),
        "additional": (14, ["action"] * 2 + ["support"] * 10),
        "intensive": (12, ["action"] * 8),
    }


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_scale_can_be_read_and_is_its_own(scheme: str) -> None:
    """A level's name stands out from every shade, its edge from the page, and no shade is a status's colour."""
    values = tokens(scheme)
    applies = ("[data-md-color-scheme]", f'[data-md-color-scheme="{scheme}"]')
    own = {
        name: value for selector, names in rules("support.css") if selector in applies for name, value in names.items()
    }
    shades = [value for name, value in own.items() if re.fullmatch(r"--level-\d", name)]
    assert len(shades) == 5
    assert [shade for shade in shades if contrast(shade, values["--ink"]) < TEXT] == []
    assert contrast(own["--level-edge"], values["--surface"]) >= EDGE
    statuses = {resolved(f"var(--{status})", values) for status in Status if f"--{status}" in values}
    assert statuses.isdisjoint(shades)
