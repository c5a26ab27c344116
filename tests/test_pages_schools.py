"""The pages of schools: their text as a whole, and that each school is in its place once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hooks.views import schools
from hooks.views.school import school_view
from hooks.views.schools import schools_view
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.grown import changed
from tests.page_cases import case_context

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return a trust with schools of every group."""
    return case_context("pages/growing-trust", tmp_path_factory.mktemp("growing"))


def test_pages(growing: SiteContext) -> None:
    """The pages are as they were, to the letter, one for all schools and one for each."""
    pages = {page.path: page for page in schools.pages(growing)}
    assert len(pages) == 1 + len(growing.plan.schools)
    for path in ("schools.md", "schools/elm-road-junior.md", "schools/ash-hill-infant.md"):
        assert_golden(path, page_text(growing, pages[path]))


def test_no_schools(tmp_path: Path) -> None:
    """A plan without schools has a page that says so."""
    context = case_context("valid/no-growth-and-no-schools", tmp_path)
    (page,) = schools.pages(context)
    assert "No schools are recorded." in page_text(context, page)


def test_groups(growing: SiteContext) -> None:
    """Each school that has joined is in one group, by when it belonged to the trust."""
    groups = {
        group.code: [row.about.school.record.name for row in group.rows] for group in schools_view(growing).groups
    }
    assert groups == {
        "first": ["Oak Lane Primary School"],
        "since": ["Elm Road Junior & Nursery", "Ash Hill Infant School"],
        "left": ["Beech Court Primary School"],
    }


def test_real_schools_are_all_there() -> None:
    """Each school of the real plan is in the list, and the groups add up to the schools of the day."""
    context = site_context(ROOT)
    rows = [row.about.school.record.name for group in schools_view(context).groups for row in group.rows]
    assert sorted(rows) == sorted(school.record.name for school in context.plan.schools)
    assert [len(group.rows) for group in schools_view(context).groups] == [4, 4]


def test_academic_years_stay_years(growing: SiteContext) -> None:
    """A count of an academic year is shown with that year, though it may look like a month."""
    school = next(school for school in growing.plan.schools if school.id == "elm-road-junior")
    assert [entry.when for entry in school_view(school).pupils] == ["2019-20", "October 2022"]
    early = school.record.pupils[0].model_copy(update={"date": None, "year": "2010-11"})
    assert [entry.when for entry in school_view(changed(school, pupils=[early])).pupils] == ["2010-11"]
