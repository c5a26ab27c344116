"""Pages of what is tracked school by school, the register of every proof, and inspections of each framework."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from frictionless import Package

from hooks.context import SiteContext
from hooks.context import site_context as context_of
from hooks.downloads.files import render_downloads
from hooks.downloads.schools import school_heat_rows, school_standing_rows
from hooks.views import changes, evidence, heatmaps, objectives, reporting, schools
from hooks.views.changes import all_reports
from hooks.views.evidence_uses import ELSEWHERE, INSIDE_SCHOOL, KEPT_IN_SCHOOL_FILES, OTHER, citations
from hooks.views.heat_parts import cells_in
from hooks.views.heat_schools import schools_heat
from hooks.views.item_words import silence, why_item
from hooks.views.items import standing_status
from hooks.views.reporting import NOT_REPORTED, need, reporting_view
from hooks.views.school import school_view
from hooks.views.school_progress import school_progress
from tests.case_folders import CASES, load_case
from tests.golden_pages import assert_golden, page_text
from tests.page_cases import case_context
from validate.fields import fields_of
from validate.pipeline import load_plan
from validate.plan.tables import specs
from validate.records.base import Audience
from validate.records.report import EvidenceRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hooks.page import Page
    from validate.pipeline import Outcome
    from validate.standing.standing import Standing

SECTION = re.compile(r'<section[^>]*aria-labelledby="(?:asked|inspections)">.*?</section>', re.DOTALL)
CLUBS = "1.2/2022-23/breakfast-clubs"
TRAINING = "1.1/2022-23/train-staff"


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return a plan with five actions that are tracked school by school."""
    return load_case(CASES / "pages" / "school-by-school", tmp_path_factory.mktemp("schools"))


@pytest.fixture(scope="module")
def context(outcome: Outcome) -> SiteContext:
    """Return what the public's pages are made from."""
    assert outcome.as_at is not None
    return context_of(outcome, outcome.as_at)


@pytest.fixture(scope="module")
def board(outcome: Outcome) -> SiteContext:
    """Return what the trustees' pages are made from."""
    assert outcome.as_at is not None
    return context_of(outcome, outcome.as_at, Audience.TRUSTEES)


def _page(pages: Callable[[SiteContext], Iterator[Page]], path: str, context: SiteContext) -> str:
    return next(page_text(context, page) for page in pages(context) if page.path == path)


def _standing(context: SiteContext, name: str) -> Standing:
    return context.progress.standings[name]


@pytest.mark.parametrize(
    ("pages", "path"),
    [
        (objectives.pages, "objectives/1.1.md"),
        (objectives.pages, "objectives/1.2.md"),
        (changes.pages, "changes.md"),
        (evidence.pages, "evidence.md"),
        (heatmaps.pages, "heatmaps.md"),
        (reporting.pages, "reporting.md"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_page(pages: Callable[[SiteContext], Iterator[Page]], path: str, context: SiteContext) -> None:
    """The page is the expected one, to the letter."""
    assert_golden(f"school-by-school/{path}", _page(pages, path, context))


def test_trustees_page(board: SiteContext) -> None:
    """The trustees' page shows what is kept from the public, with a tag, and is the expected one to the letter."""
    text = _page(objectives.pages, "objectives/1.1.md", board)
    assert text.count("Trustees only") == 2
    assert_golden("school-by-school/board/objectives/1.1.md", text)


@pytest.mark.parametrize("school", ["elm-road-junior", "beech-court-primary", "ash-hill-infant"])
def test_section_of_a_school(school: str, context: SiteContext) -> None:
    """The section on what the plan asks of a school is the expected one, to the letter."""
    text = _page(schools.pages, f"schools/{school}.md", context)
    found = SECTION.search(text)
    assert found
    assert_golden(f"school-by-school/schools/{school}.md", found[0] + "\n")


def test_nothing_is_tracked(tmp_path: Path) -> None:
    """Where no action is tracked school by school, the pages say so."""
    context = case_context("pages/reports", tmp_path)
    assert schools_heat(context) is None
    assert "No action of the plan is tracked school by school" in _page(heatmaps.pages, "heatmaps.md", context)
    assert school_progress(context, context.plan.schools[0]).sentence == (
        "No action of the plan is tracked school by school."
    )
    assert reporting_view(context).schools == ()


def test_heatmap_agrees_with_the_schools_pages(context: SiteContext) -> None:
    """Each cell leads to a place on the school's page, and counts what is listed there."""
    heat = schools_heat(context)
    assert heat
    asked_of = [school for school in context.plan.schools if school.id != "ash-hill-infant"]
    for row, school in zip(heat.groups[0].rows, asked_of, strict=True):
        asked = {o.anchor: o for o in school_progress(context, school).objectives}
        for cell in row.cells:
            if cell.href:
                page, _, anchor = cell.href.partition("#")
                assert page == f"schools/{school.id}.md"
                assert cell.note.endswith(f"of {len(asked[anchor].actions)}")
    assert sum(entry.count for entry in heat.legend) == len(cells_in(heat.groups)) == 6


def test_downloads_agree(context: SiteContext) -> None:
    """The table of schools by objectives counts the rows of the table of actions at schools."""
    standing = list(school_standing_rows(context))
    assert len(standing) == sum(row["total"] for row in school_heat_rows(context)) == 13
    assert len({row["id"] for row in standing}) == 13


def test_package_is_valid(context: SiteContext, tmp_path: Path) -> None:
    """Frictionless finds no fault in the package of a plan that is tracked school by school."""
    paths = set()
    for download in render_downloads(context):
        file = tmp_path / download.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(download.content)
        paths.add(file.name)
    assert {"action_schools.csv", "update_schools.csv", "school-standing.csv", "heatmap-schools.csv"} <= paths
    assert Package(str(tmp_path / "data" / "datapackage.json")).validate().valid


def test_missing_at_some_schools(context: SiteContext) -> None:
    """An action without a report from some of its schools is listed as missing unless it is late or old anyway."""
    view = reporting_view(context)
    assert need(_standing(context, "1.2/2022-23/one-register")) == NOT_REPORTED
    assert (view.counts.at_some_schools, view.counts.late, view.counts.old) == (1, 1, 2)
    for row in view.schools:
        counts = row.counts
        assert counts.not_reported + counts.late + counts.old + counts.nothing_due == counts.total
    assert sum(row.counts.total for row in view.schools) == 13


def test_reports_on_schools_are_changes(context: SiteContext) -> None:
    """A report that moves one school is a change, also where the action as a whole stands as before."""
    reports = [report for report in all_reports(context) if report.item.id == CLUBS]
    assert [(report.moved, report.update.gives_status) for report in reports] == [
        (False, False),
        (True, True),
        (False, False),
    ]
    assert [school.after.word for school in reports[1].schools] == ["Complete", "Complete"]


def test_words_of_an_action(context: SiteContext, board: SiteContext) -> None:
    """The sentence on an action says how its status came about, and which schools are silent."""
    clubs = _standing(context, CLUBS)
    assert standing_status(clubs).word == "Partly complete"
    assert why_item(clubs.item, context.progress) == (
        "It is tracked school by school. Where it was reported it is complete; "
        "1 of 3 schools has no report that gives a status."
    )
    assert silence(clubs.schools) == "no status at 1 of 3 schools: Elm Road Junior & Nursery"
    assert [standing_status(_standing(seen, TRAINING)).word for seen in (context, board)] == ["On track", "At risk"]


def test_every_table_with_proofs_has_words() -> None:
    """The register can say of every table whose entries have proofs what they prove."""
    own = {"updates", "update_schools"}
    with_proofs = {spec.name for spec in specs() if spec.record and "evidence" in fields_of(spec.record)}
    assert with_proofs - own == {*KEPT_IN_SCHOOL_FILES, *ELSEWHERE}


@pytest.mark.parametrize("root", ["pages/school-by-school", "pages/every-text", "quillbrook"])
def test_register_lists_every_proof(root: str, tmp_path: Path) -> None:
    """Every proof that stands anywhere in the plan's files is in the register once, with what it proves."""
    folder = CASES.parents[1] / "examples" / root
    outcome = load_plan(folder) if folder.is_dir() else load_case(CASES / root, tmp_path)
    assert outcome.as_at is not None
    context = context_of(outcome, outcome.as_at, Audience.TRUSTEES)
    cited = citations(context)
    assert len(cited) == len(context.tables["evidence"].rows)
    assert all(citation.text and citation.href and citation.about for citation in cited)
    assert outcome.plan is not None
    proofs = outcome.plan.entries(EvidenceRecord)
    assert {citation.proof.record.title for citation in cited} <= {proof.record.title for proof in proofs}
    assert len(proofs) == len(outcome.tables["evidence"].rows)
    if root == "quillbrook":
        assert {citation.sort for citation in cited} == {0, 1, OTHER}
        of_schools = {citation.about for citation in cited if citation.sort == 1}
        assert of_schools <= {*KEPT_IN_SCHOOL_FILES.values(), *INSIDE_SCHOOL.values()}


def test_evidence_has_one_shape() -> None:
    """Lists of proofs are called evidence wherever they stand, so that none is overlooked."""
    for spec in specs():
        for name, about in fields_of(spec.record).items() if spec.record else ():
            assert (about.record is EvidenceRecord) == (name == "evidence")


@pytest.fixture(scope="module")
def inspected(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return a plan whose school was inspected under every framework, looked at in 2026."""
    outcome = load_case(CASES / "valid" / "inspections-of-every-framework", tmp_path_factory.mktemp("inspections"))
    assert outcome.plan is not None
    return SiteContext(plan=outcome.plan, as_at=date(2026, 3, 31))


def test_inspections(inspected: SiteContext) -> None:
    """Inspections of every framework, graded, ungraded or awaited, are shown as expected, to the letter."""
    text = _page(schools.pages, "schools/oak-lane-primary.md", inspected)
    (section,) = [found for found in SECTION.findall(text) if 'labelledby="inspections"' in found]
    assert "status-" not in section
    assert section.count("none is turned into a grade of another") == 1
    assert_golden("school-by-school/inspections.md", section + "\n")


def test_results_in_words(inspected: SiteContext) -> None:
    """Each inspection says what it came to in the words of its own framework; what is on another scale comes last."""
    (school,) = inspected.plan.schools
    found = school_view(school).inspections
    assert [(entry.overall or entry.without, len(entry.grades)) for entry in found] == [
        ("No grades recorded", 0),
        ("No overall grade", 7),
        ("No grades recorded", 0),
        ("No overall grade", 5),
        ("Good", 0),
        ("Good", 0),
        ("Inadequate", 1),
    ]
    report_card = found[1]
    assert [(grade.area, grade.grade) for grade in report_card.grades if grade.is_apart] == [("Safeguarding", "Met")]
    assert report_card.grades[-1].is_apart
