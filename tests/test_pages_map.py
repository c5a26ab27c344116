"""The map, the pillars' pages and the objectives': their texts as wholes, and that cells add up to the plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from hooks.views import objectives, pillars, plan_map
from hooks.views.items import NO_LEAD
from hooks.views.plan_map import MapView, map_view
from hooks.views.standing import status_counts
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.page_cases import case_context
from validate.status import Status

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext

CASES = ["base", "valid/deferred-and-reopened"]


@pytest.fixture(scope="module")
def context() -> SiteContext:
    """Return the real plan's context."""
    return site_context(ROOT)


@pytest.fixture(scope="module")
def view(context: SiteContext) -> MapView:
    """Return the real plan's map."""
    return map_view(context)


@pytest.mark.parametrize("case", CASES)
def test_map(case: str, tmp_path: Path) -> None:
    """The map is as it was, to the letter."""
    context = case_context(case, tmp_path)
    (page,) = plan_map.pages(context)
    assert_golden(f"map/{case.rsplit('/', 1)[-1]}.md", page_text(context, page))


def test_pillars(tmp_path: Path) -> None:
    """Each pillar's page is as it was, to the letter."""
    context = case_context("base", tmp_path)
    for page in pillars.pages(context):
        assert_golden(page.path, page_text(context, page))


@pytest.mark.parametrize("case", CASES[:2])
def test_objectives(case: str, tmp_path: Path) -> None:
    """Each objective's page is as it was, to the letter."""
    context = case_context(case, tmp_path)
    for page in objectives.pages(context):
        assert_golden(f"objectives/{case.rsplit('/', 1)[-1]}/{page.path.split('/')[-1]}", page_text(context, page))


def test_story_is_shown(tmp_path: Path) -> None:
    """The narrative of an objective stands on its page."""
    context = case_context("base", tmp_path)
    folder = tmp_path / "plan" / "pillars" / "1-learning" / "1.1-reading"
    (folder / "story.md").write_text("## How it went\n\nReading came first.\n", encoding="utf-8")
    context = site_context(tmp_path)
    page = next(page for page in objectives.pages(context) if page.path == "objectives/1.1.md")
    assert "## How it went\n\nReading came first.\n" in page_text(context, page)


def test_link_to_file_is_encoded(tmp_path: Path) -> None:
    """The link to an evidence file whose name has a space can be followed."""
    case_context("base", tmp_path)
    evidence = tmp_path / "plan" / "evidence"
    (evidence / "reading-results-2022.txt").rename(evidence / "reading results.txt")
    file = tmp_path / "plan" / "pillars" / "1-learning" / "1.1-reading" / "2021-22.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("reading-results-2022", "reading results"), "utf-8")
    context = site_context(tmp_path)
    page = next(page for page in objectives.pages(context) if page.path == "objectives/1.1.md")
    assert 'href="../../evidence/reading%20results.txt"' in page_text(context, page)


def test_cells_add_up(view: MapView, context: SiteContext) -> None:
    """The counts of each cell add up to what is in it, and all cells hold the whole plan once."""
    cells = [cell for pillar in view.pillars for row in pillar.rows for cell in row]
    for cell in cells:
        if cell.tally:
            counts = Counter(context.progress.standings[item.id].status.value for item in cell.items)
            assert {status.code: status.count for status in status_counts(cell.tally)} == counts
            assert cell.tally.complete == counts[Status.COMPLETE.value]
    items = [item.id for cell in cells for item in cell.items]
    assert len(items) == len(set(items)) == view.actions.total + view.goals.total


def test_every_row_has_every_column(view: MapView) -> None:
    """Every objective has a cell under every heading: each year, then its goals."""
    for pillar in view.pillars:
        for row in pillar.rows:
            assert tuple(cell.label for cell in row) == pillar.columns


def test_blank_is_not_good(view: MapView) -> None:
    """A cell in which nothing was planned or published has no status at all."""
    cells = [cell for pillar in view.pillars for row in pillar.rows for cell in row]
    assert {cell.focus for cell in cells if cell.tally is None} <= {"not-a-focus", "nothing-published", "none"}
    assert all(cell.items for cell in cells if cell.tally is not None)


def test_filters_offer_what_there_is(view: MapView, context: SiteContext) -> None:
    """The filters offer every year, status and lead of the plan, and no other."""
    assert view.years == tuple(year.id for year in context.plan.years)
    assert view.statuses == tuple(Status)
    cells = [cell for pillar in view.pillars for row in pillar.rows for cell in row]
    assert {role for role, _ in view.roles} == {
        item.lead.id if item.lead else NO_LEAD for cell in cells for item in cell.items
    }
