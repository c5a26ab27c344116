"""The page on support between schools: its text, and that what it counts adds up."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from hooks.downloads.files import render_downloads
from hooks.views import deployments
from hooks.views.deployments import BetweenSchoolsView
from tests.case_folders import CASES, build_case
from tests.golden_pages import assert_golden, page_text, site_context
from tests.page_cases import case_context
from validate.records.base import Audience

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext

CASE = "pages/support-and-deployments"


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return what the trustees' pages of a plan with many deployments are made from."""
    folder = tmp_path_factory.mktemp("deployments")
    build_case(CASES / CASE, folder)
    return site_context(folder, audience=Audience.TRUSTEES)


def _view(context: SiteContext) -> BetweenSchoolsView:
    (page,) = deployments.pages(context)
    assert isinstance(page.view, BetweenSchoolsView)
    return page.view


@pytest.mark.parametrize("case", ["base", CASE, "valid/no-support-and-no-deployments"])
def test_page(case: str, tmp_path: Path) -> None:
    """The page is as it was, to the letter."""
    context = case_context(case, tmp_path)
    (page,) = deployments.pages(context)
    assert_golden(f"deployments/{case.rsplit('/', 1)[-1]}.md", page_text(context, page))


def test_page_for_trustees(board: SiteContext) -> None:
    """The trustees' page is as it was, to the letter."""
    (page,) = deployments.pages(board)
    assert_golden("deployments/trustees.md", page_text(board, page))


def test_figures_agree(board: SiteContext) -> None:
    """Terms, lenders, borrowers and the list come to the same number of deployments."""
    view = _view(board)
    assert view.terms
    assert view.from_to
    assert sum(row.found.lent.deployments for row in view.terms.rows) == view.terms.total.lent.deployments
    assert view.terms.total.lent.deployments == len(view.deployments) + len(view.earlier)
    assert sum(row.total.lent.deployments for row in view.from_to.rows) == view.from_to.totals[-1].lent.deployments
    for n in range(len(view.from_to.borrowers)):
        assert (
            sum(row.cells[n].lent.deployments for row in view.from_to.rows) == view.from_to.totals[n].lent.deployments
        )
    for row in view.from_to.rows:
        assert sum(cell.lent.deployments for cell in row.cells) == row.total.lent.deployments
    assert view.terms.total.days == view.from_to.totals[-1].days == "52.5 days"


def test_order_of_lenders(board: SiteContext) -> None:
    """Schools come first, then the central team, then outside; nobody is there without having lent or borrowed."""
    view = _view(board)
    assert view.from_to
    assert [row.lender.name for row in view.from_to.rows] == [
        "Oak Lane Primary School",
        "Central team",
        "Outside the trust",
    ]
    assert [end.name for end in view.from_to.borrowers] == [
        "Ash Hill Infant School",
        "Elm Road Junior School",
        "Outside the trust",
    ]


def test_days_that_are_not_recorded(board: SiteContext) -> None:
    """A sum says how many deployments it leaves out, and nothing is summed where no days are recorded."""
    view = _view(board)
    assert view.sentence == (
        "6 deployments had started by 31 March 2023, with 52.5 days of work in all. 1 of them has no days recorded."
    )
    assert view.terms
    assert [(row.term, row.found.days, row.found.left_out) for row in view.terms.rows][-1] == (
        "Spring 2022-23",
        "30 days",
        "1 without days",
    )
    assert view.from_to
    to_outside = view.from_to.rows[0].cells[-1]
    assert (to_outside.days, to_outside.left_out) == ("Days not recorded", "")


def test_newest_first(board: SiteContext) -> None:
    """Deployments stand newest first; one that has not started on the day is not there, nor an end after it."""
    view = _view(board)
    found = (*view.deployments, *view.earlier)
    assert [view.deployment.record.role for view in found] == [
        "Interim headteacher",
        "Lead on behaviour",
        "Finance partner",
        "Lead teacher of mathematics",
        "Lead teacher of reading",
        "Lead on attendance",
    ]
    assert found[3].deployment.record.starts == date(2022, 11, 7)
    assert found[3].deployment.record.ends is None
    assert found[0].deployment.for_trustees


def test_public_counts_leave_no_trace(tmp_path: Path) -> None:
    """The public page is the same, byte for byte, where the deployment kept for trustees was never written."""
    texts = []
    for name in ("with", "without"):
        build_case(CASES / CASE, tmp_path / name)
        file = tmp_path / name / "plan" / "deployments.yml"
        text = file.read_text(encoding="utf-8")
        start, end = text.index("  - id: head-lent"), text.index("  - id: early-help")
        file.write_text(text if name == "with" else text[:start] + text[end:], encoding="utf-8")
        context = site_context(tmp_path / name)
        (page,) = deployments.pages(context)
        texts.append(page_text(context, page))
    assert texts[0] == texts[1]


def test_unknown_of_all_is_said_once(board: SiteContext, tmp_path: Path) -> None:
    """What is recorded of no network is said in one sentence instead of a column."""
    assert _view(board).networks.missing == ""
    build_case(CASES / CASE, tmp_path)
    file = tmp_path / "plan" / "deployments.yml"
    file.write_text("networks:\n  - {id: play, name: Play network, meets: Twice a year}\n", encoding="utf-8")
    networks = _view(site_context(tmp_path)).networks
    assert networks.columns == {"meets"}
    assert networks.missing == "which schools belong to it, whether other schools may join in and who leads it"


def test_downloads_agree(board: SiteContext) -> None:
    """The days by term and the pairs to download come to the same sum as the page."""
    files = {download.path: download.content.decode() for download in render_downloads(board)}
    for table in ("deployment-days", "deployments-from-to"):
        rows = list(csv.DictReader(io.StringIO(files[f"data/{table}.csv"])))
        assert sum(int(row["deployments"]) for row in rows) == 6
        assert sum(Decimal(row["days"]) for row in rows) == Decimal("52.5")
        assert sum(int(row["not_counted"]) for row in rows) == 1
