"""The page on joining, and schools that are on their way on every page: their text as a whole, and who sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hooks.downloads.joining import capacity_rows, pipeline_rows
from hooks.views import growth, joining, schools
from hooks.views.growth import growth_view
from hooks.views.home import home_view
from hooks.views.joining import joining_view
from hooks.views.joining_words import period_words, set_aside_words
from hooks.views.schools import schools_view
from tests.case_folders import CASES, build_case
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.page_cases import case_context
from validate.records.base import Audience
from validate.records.joining import TaskRecord
from validate.standing.joining_effort import set_aside

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext

SECRETS = ("Mill Street", "mill-street", "leaks over the hall", "First year", "2024-01-01", "1 January 2024")
"""What only trustees may see of the case: a school not announced, a finding and a stage."""

TASKS: dict[str, dict[str, str]] = {"first": {"days": "2"}, "second": {}}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return what the public sees of schools on their way, joined and turned away."""
    return case_context("pages/joining", tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return what trustees see of the same."""
    folder = tmp_path_factory.mktemp("board")
    build_case(CASES / "pages" / "joining", folder)
    return site_context(folder, audience=Audience.TRUSTEES)


def _pages(context: SiteContext) -> dict[str, str]:
    found = (*joining.pages(context), *growth.pages(context), *schools.pages(context))
    return {page.path: page_text(context, page) for page in found}


def test_pages_for_the_public(public: SiteContext) -> None:
    """The pages are as they were, to the letter."""
    pages = _pages(public)
    assert_golden("joining/public.md", pages["joining.md"])
    assert_golden("joining/public-schools.md", pages["schools.md"])
    assert_golden("joining/public-school.md", pages["schools/elm-road-primary.md"])
    assert_golden("joining/growth.md", pages["growth.md"])


def test_pages_for_trustees(board: SiteContext) -> None:
    """The trustees' pages are as they were, to the letter, with a tag on what the public does not see."""
    pages = _pages(board)
    assert_golden("joining/board.md", pages["joining.md"])
    assert_golden("joining/board-school.md", pages["schools/mill-street-infant.md"])
    for path in ("joining.md", "schools.md", "schools/mill-street-infant.md"):
        assert '<span class="kept">Trustees only</span>' in pages[path]


def test_page_without_anything_on_joining(tmp_path: Path) -> None:
    """A plan without schools, posts and a way of joining has a page that says so."""
    context = case_context("valid/no-growth-and-no-schools", tmp_path)
    (page,) = joining.pages(context)
    text = page_text(context, page)
    assert "No school is known to be on its way into the trust." in text
    assert "is not recorded, so it cannot be set beside what a joining school calls for." in text


@pytest.mark.parametrize("secret", SECRETS)
def test_public_pages_hold_no_secret(public: SiteContext, secret: str) -> None:
    """Nothing of a school that is not announced, nor of what is kept for trustees, is on a public page."""
    assert not [path for path, text in _pages(public).items() if secret in path or secret in text]


def test_trustees_see_every_case(board: SiteContext) -> None:
    """Each school with a case is in one group, those that are to open first standing first."""
    groups = {group.code: [case.school.record.name for case in group.cases] for group in joining_view(board).groups}
    assert groups == {
        "coming": ["Elm Road Primary & Nursery", "Mill Street Infant School"],
        "joined": ["Hill Top Junior School"],
        "ended": ["Beech Court Primary School"],
    }


def test_schools_on_their_way_are_not_counted(board: SiteContext) -> None:
    """A school on its way is in the list of schools, in a group of its own, and in no count of the trust's schools."""
    groups = {group.code: [row.about.school.record.name for row in group.rows] for group in schools_view(board).groups}
    assert groups == {
        "first": ["Oak Lane Primary School"],
        "coming": ["Elm Road Primary & Nursery", "Mill Street Infant School"],
        "left": ["Hill Top Junior School"],
        "ended": ["Beech Court Primary School"],
    }
    assert schools_view(board).sentence.startswith("On 31 March 2023 the trust had 1 school:")
    assert growth_view(board).sentence.startswith("On 31 March 2023 the trust had 1 school.")
    assert [year.schools for year in home_view(board).growth.years] == ["1 school", "1 school"]


def test_public_counts_are_those_of_what_it_sees(public: SiteContext, board: SiteContext) -> None:
    """The capacity that the public sees counts only schools that it sees."""
    seen = {context.audience: joining_view(context).capacity for context in (public, board)}
    names = {
        audience: [need.joiner.school.record.name for need in view.joiners] if view else None
        for audience, view in seen.items()
    }
    assert names == {
        Audience.PUBLIC: ["Elm Road Primary & Nursery"],
        Audience.TRUSTEES: ["Elm Road Primary & Nursery", "Mill Street Infant School"],
    }


def test_stages_set_aside_add_up(board: SiteContext) -> None:
    """The tasks of each time add up to those of all."""
    stages = joining_view(board).stages
    assert stages
    assert sum(period.tasks for period in stages.periods) == stages.total.tasks
    assert [period.when for period in stages.periods] == [
        "Before joining",
        "Within 1 month of joining",
        "Within 1 year of joining",
    ]


def test_downloads(board: SiteContext) -> None:
    """The tables of joining hold a row for each case, and for each school on its way and post."""
    pipeline = {row["id"]: row for row in pipeline_rows(board)}
    assert {name: (row["group"], row["state"], row["stage"]) for name, row in pipeline.items()} == {
        "beech-court-primary": ("ended", "withdrawn", None),
        "elm-road-primary": ("coming", "active", "legal-work"),
        "hill-top-junior": ("joined", "completed", "first-month"),
        "mill-street-infant": ("coming", "active", "due-diligence"),
    }
    assert pipeline["elm-road-primary"]["dates_set"] == 3
    needed = {row["id"]: row["missing"] for row in capacity_rows(board)}
    assert len(needed) == 6
    assert str(needed["mill-street-infant/chief-executive"]) == "0.2"


def test_real_page() -> None:
    """The real plan has a page on joining with every stage that it names, and nothing that it does not give."""
    view = joining_view(site_context(ROOT))
    assert view.stages
    assert [stage.stage.record.name for stage in view.stages.stages if stage.has_figures] == []
    assert view.capacity is None
    assert view.sentence == "No school is known to be on its way into the trust."


def test_words() -> None:
    """Times are said as people say them, and missing figures are counted."""
    assert [period_words(months) for months in (None, 0, 1, 12)] == [
        "Before joining",
        "On joining",
        "Within 1 month of joining",
        "Within 1 year of joining",
    ]
    tasks = [TaskRecord.model_validate({"id": name, "task": name, **days}) for name, days in TASKS.items()]
    assert set_aside_words(set_aside(tasks)) == "2 days for 2 tasks (no days given for one, no cost given for two)"
