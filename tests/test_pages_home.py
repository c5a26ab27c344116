"""The first page: its text as a whole, and that its sentences tell the truth in numbers that add up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hooks.views import home
from hooks.views.changes import all_reports
from hooks.views.home import HomeView, home_view
from hooks.views.standing import status_counts
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.page_cases import case_context

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext

CASES = ["base", "valid/no-growth-and-no-schools"]


@pytest.fixture(scope="module")
def context() -> SiteContext:
    """Return the real plan's context."""
    return site_context(ROOT)


@pytest.fixture(scope="module")
def view(context: SiteContext) -> HomeView:
    """Return the real plan's first page."""
    return home_view(context)


@pytest.mark.parametrize("case", CASES)
def test_page(case: str, tmp_path: Path) -> None:
    """The page is as it was, to the letter."""
    context = case_context(case, tmp_path)
    (page,) = home.pages(context)
    assert_golden(f"home/{case.rsplit('/', 1)[-1]}.md", page_text(context, page))


def test_sentences_add_up(view: HomeView) -> None:
    """Of the numbers in a sentence, the first is the sum of the others, and no count is left out."""
    for sentence, group in ((view.sentence, view.actions), (view.goals_sentence, view.goals)):
        total, *parts = map(int, re.findall(r"\d+", sentence))
        assert total == sum(parts) == group.total
        assert sorted(parts) == sorted(status.count for status in status_counts(group))


def test_headline_counts_many_statuses_as_one() -> None:
    """With many statuses the headline names what was kept, what was not and what nobody said, and still adds up."""
    quillbrook = home_view(site_context(ROOT / "examples" / "quillbrook"))
    total, *parts = map(int, re.findall(r"\d+", quillbrook.headline))
    assert total == sum(parts) == quillbrook.actions.total
    assert len(parts) == 4 < len(status_counts(quillbrook.actions))
    assert quillbrook.headline.endswith("have other statuses.")


def test_headline_is_the_sentence_where_that_is_short(view: HomeView) -> None:
    """Where few statuses were given, the headline names them all."""
    assert view.headline == view.sentence


def test_pillars_add_up(view: HomeView) -> None:
    """The pillars' counts add up to the whole plan's, for actions and for goals."""
    assert sum(pillar.actions.total for pillar in view.pillars) == view.actions.total
    assert sum(pillar.goals.total for pillar in view.pillars) == view.goals.total
    for pillar in view.pillars:
        assert sum(status.count for status in status_counts(pillar.actions)) == pillar.actions.total


def test_changes_are_the_newest(view: HomeView, context: SiteContext) -> None:
    """What is shown as lately changed are the newest reports that moved a status, newest first."""
    moved = [report for report in all_reports(context) if report.moved]
    assert view.changes == tuple(moved[: len(view.changes)])
    days = [change.update.record.date for change in moved]
    assert days == sorted(days, reverse=True)
    assert len(moved) + view.notes == sum(len(item.updates) for item in context.plan.items)
