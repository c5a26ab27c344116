"""Changes, evidence, what is missing, the rules and what the check says: pages whole, and their counts."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hooks.context import SiteContext
from hooks.context import site_context as context_of
from hooks.page_paths import item_place, proof_address
from hooks.views import changes, evidence, problems, reporting, rules
from hooks.views.changes import changes_view
from hooks.views.evidence import evidence_register
from hooks.views.problems import problem_page, problems_view
from hooks.views.reporting import CountsView, reporting_view
from hooks.views.rules import rules_view
from tests.case_folders import BASE, CASES, build_case
from tests.desk_runs import run
from tests.golden_pages import ROOT, assert_golden, page_text
from tests.grown import without
from tests.plan_files import read_files
from validate.catalogue import CODES
from validate.pipeline import Outcome, load_plan
from validate.records.growth import GrowthRecord
from validate.reporters import render_text
from validate.status import ReportedStatus, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hooks.page import Page

REPORTS = CASES / "pages" / "reports"
HOW_TO_REPORT = ROOT / "plan" / "how-to-report.md"
EXAMPLE_FILE = "plan/pillars/1-learning/1.2-attendance/2022-23.yml"


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return a small plan with reports of every sort, two months after its end."""
    folder = tmp_path_factory.mktemp("reports")
    build_case(REPORTS, folder)
    return load_plan(folder)


@pytest.fixture(scope="module")
def context(outcome: Outcome) -> SiteContext:
    """Return what its pages are made from."""
    assert outcome.as_at is not None
    return context_of(outcome, outcome.as_at)


@pytest.mark.parametrize(
    "pages", [changes.pages, evidence.pages, reporting.pages, rules.pages], ids=lambda pages: pages.__module__
)
def test_page(pages: Callable[[SiteContext], Iterator[Page]], context: SiteContext) -> None:
    """The page is the expected one, to the letter."""
    for page in pages(context):
        assert_golden(page.path, page_text(context, page))


@pytest.mark.parametrize("path", ["problems/index.md", "problems/no-evidence.md", "problems/personal-detail.md"])
def test_problem_pages(path: str, context: SiteContext) -> None:
    """The list of problems and the page of an error and of a warning are the expected ones, to the letter."""
    page = next(page for page in problems.pages(context) if page.path == path)
    assert_golden(path, page_text(context, page))


def test_each_change_starts_where_the_last_one_ended(context: SiteContext) -> None:
    """Read from the oldest to the newest, an item's reports lead from not reported to its status now."""
    status: dict[str, str] = {}
    for report in reversed(changes.all_reports(context)):
        assert report.before.code == status.get(report.item.id, Status.NOT_REPORTED.value)
        status[report.item.id] = report.after.code
    for item, last in status.items():
        assert context.progress.standings[item].status.value == last


def test_every_known_report_is_a_change(outcome: Outcome, context: SiteContext) -> None:
    """Each report up to the day stands under exactly one heading, and none of a later day does."""
    for day in (date(2022, 7, 7), date(2022, 7, 8), date(2023, 8, 31), context.as_at):
        shown = sum(len(term.reports) for term in changes_view(context_of(outcome, day)).terms)
        assert shown == sum(update.record.date <= day for item in context.plan.items for update in item.updates)


def test_terms_of_changes(context: SiteContext) -> None:
    """Terms stand newest first, those without reports share a line, and later reports come after the plan."""
    terms = changes_view(context).terms
    assert [term.heading or term.line for term in terms] == [
        "After the plan",
        "Summer 2022-23",
        "Spring 2022-23",
        "Autumn 2022-23",
        "Summer 2021-22",
        "No report in Spring 2021-22.",
        "Autumn 2021-22",
    ]


def test_terms_that_have_not_begun(outcome: Outcome) -> None:
    """A term that has not begun on the day is not said to be without reports."""
    terms = changes_view(context_of(outcome, date(2022, 5, 1))).terms
    assert [term.heading or term.line for term in terms] == [
        "No report in Summer 2021-22 or Spring 2021-22.",
        "Autumn 2021-22",
    ]


def test_more_changes_than_shown(context: SiteContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the page cannot show every report, it says how many it leaves out and still counts them all."""
    monkeypatch.setattr(changes, "SHOWN", 4)
    view = changes_view(context)
    total = len(changes.all_reports(context))
    assert sum(len(term.reports) for term in view.terms) == 4
    assert view.left_out == total - 4
    assert sum(int(found[1]) for term in view.terms if (found := re.match(r"(\d+) report", term.line))) == total


def test_no_report_at_all(outcome: Outcome) -> None:
    """Before the first report the page says so in the plan's own words."""
    view = changes_view(context_of(outcome, date(2021, 9, 1)))
    assert view.sentence == "No report was found."
    assert [term.line for term in view.terms] == ["No report in Autumn 2021-22."]


def test_source_is_listed_once(context: SiteContext) -> None:
    """The same link stands once, under all its titles, with everything that it is cited for."""
    sources = evidence_register(context).sources
    links = [proof_address(source.proof.record) for source in sources if proof_address(source.proof.record)]
    assert len(links) == len(set(links))
    board = next(source for source in sources if "minutes" in proof_address(source.proof.record))
    assert {board.title, *board.other_titles} == {"Minutes of the trust board, 2022", "Board papers of 2023"}
    assert board.kinds == ("minutes", "report")
    assert board.date == "2023-09-15"
    assert len(board.uses) == 2


def test_every_proof_is_in_the_register(context: SiteContext) -> None:
    """Every proof of a report known on the day, and of a school, is found in the register."""
    listed = {
        (title, use.href)
        for s in evidence_register(context).sources
        for title in (s.title, *s.other_titles)
        for use in s.uses
    }
    for item in context.plan.items:
        for proof in (proof for update in item.updates for proof in update.evidence):
            assert (proof.record.title, item_place(item)) in listed
    assert ("Inspection report, May 2019", "schools/oak-lane-primary.md") in listed


def test_register_counts(context: SiteContext) -> None:
    """Kinds add up to the sources, each of those with several kinds counted under each; undated come last."""
    view = evidence_register(context)
    assert sum(number for _, number in view.kinds) == sum(len(source.kinds) for source in view.sources)
    assert view.several_kinds == sum(len(source.kinds) > 1 for source in view.sources) == 1
    dated = [bool(source.date) for source in view.sources]
    assert dated == sorted(dated, reverse=True)
    assert view.undated == dated.count(False)


def test_more_uses_than_shown(context: SiteContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the page cannot show every use of a source, it says how many it leaves out."""
    full = {source.title: len(source.uses) for source in evidence_register(context).sources}
    monkeypatch.setattr(evidence, "USES_SHOWN", 1)
    for source in evidence_register(context).sources:
        assert len(source.uses) == 1
        assert len(source.uses) + source.more_uses == full[source.title]


def test_register_knows_nothing_of_later_reports(outcome: Outcome) -> None:
    """The evidence of a report that is not yet known on the day is not in the register."""
    hrefs = {
        proof_address(source.proof.record)
        for source in evidence_register(context_of(outcome, date(2022, 7, 7))).sources
    }
    assert hrefs == {"https://example.org/inspection-2019"}


def adds_up(counts: CountsView) -> bool:
    """Tell whether the counts of a row add up to its total."""
    needs = counts.not_reported + counts.late + counts.old + counts.nothing_due
    return needs == counts.total and max(counts.not_reported_late, counts.partial) <= counts.not_reported


@pytest.mark.parametrize("day", [date(2021, 10, 1), date(2023, 6, 1), date(2023, 7, 15), date(2023, 10, 31)])
def test_what_is_missing_adds_up(day: date, outcome: Outcome) -> None:
    """Each row adds up, the roles add up to everything, and each list holds as many items as it says."""
    view = reporting_view(context_of(outcome, day))
    rows = [lead.counts for lead in view.leads]
    assert all(adds_up(row) for row in [*rows, view.counts])
    for name in ("not_reported", "late", "old", "nothing_due", "total", "not_reported_late", "partial"):
        assert sum(getattr(row, name) for row in rows) == getattr(view.counts, name)
    for lead in view.leads:
        for found in lead.lists:
            assert sum(len(objective.items) for objective in found.objectives) == found.number


def test_what_is_missing_by_lead(outcome: Outcome) -> None:
    """Each thing stands under the role that leads it, or under none; late and old work is told apart."""
    view = reporting_view(context_of(outcome, date(2023, 7, 15)))
    found = {
        standing.item.id: (lead.name, listed.heading)
        for lead in view.leads
        for listed in lead.lists
        for objective in listed.objectives
        for standing in objective.items
    }
    assert found == {
        "1.1/2022-23/train-staff": ("Clerk to the board", "Report grown old"),
        "1.1/goal/nine-in-ten": ("Chief executive officer", "Report grown old"),
        "1.2/2022-23/breakfast-clubs": ("No lead named in the plan", "Not reported"),
        "2.1/2022-23/one-school-joins": ("Clerk to the board", "Past its date and still open"),
        "2.1/goal/one-school-joined": ("Chief executive officer", "Not reported"),
    }


def test_too_much_is_missing_to_list(context: SiteContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too much is missing the page counts by objective and lists no single items."""
    monkeypatch.setattr(reporting, "LISTED", 1)
    lists = [found for lead in reporting_view(context).leads for found in lead.lists]
    assert lists
    assert not any(objective.items for found in lists for objective in found.objectives)
    assert all(found.number == sum(objective.number for objective in found.objectives) for found in lists)


def test_rules_explain_every_status(context: SiteContext) -> None:
    """Every status has a row with a meaning, and every status that can be typed stands in the order of worst."""
    view = rules_view(context)
    assert [row.status.code for row in view.statuses] == [status.value for status in Status]
    assert all(row.meaning for row in view.statuses)
    typed = {status.value for status in ReportedStatus} - {ReportedStatus.NO_CHANGE.value}
    assert {status.code for status in view.worst_first} == typed


def test_rules_without_growth(context: SiteContext) -> None:
    """A plan without growth limits has rules that do not speak of them."""
    plain = without(context.plan, GrowthRecord)
    limitless = SiteContext(plan=plain, as_at=context.as_at)
    page = next(rules.pages(limitless))
    assert rules_view(limitless).limits == ()
    assert "limit on growth" not in page_text(limitless, page)


def test_every_code_is_listed_and_explained() -> None:
    """Each code stands once in the list and has a page with its explanation."""
    listed = [code for severity in problems_view().severities for code, _ in severity.codes]
    assert sorted(listed) == list(CODES)
    for code in CODES:
        page = problem_page(code)
        assert page.title
        assert not page.title.startswith("#")


def example_blocks() -> tuple[list[str], list[str]]:
    """Return the YAML examples of the page on reporting, and the answers of the check that it shows."""
    text = HOW_TO_REPORT.read_text(encoding="utf-8")
    yaml_blocks, answers = (re.findall(rf"```{name}\n(.*?)```", text, re.DOTALL) for name in ("yaml", "text"))
    return yaml_blocks, answers


def answer(actions: str, folder: Path) -> str:
    """Return what the check says of the base plan with these actions, without its last line."""
    build_case(BASE, folder)
    (folder / EXAMPLE_FILE).write_text(f"focus: planned\nactions:\n{actions}", encoding="utf-8")
    return "".join(render_text(load_plan(folder)).splitlines(keepends=True)[:-1])


def test_examples_of_how_to_report(tmp_path: Path) -> None:
    """What the page on reporting calls right is right, and the check says of the wrong ones what it shows."""
    (right, wrong, *_), (unknown, unproved) = example_blocks()
    assert answer(right, tmp_path / "right") == ""
    assert answer(wrong, tmp_path / "wrong") == unknown
    assert answer(wrong.replace("done", "complete"), tmp_path / "unproved") == unproved


def test_command_of_how_to_report(tmp_path: Path) -> None:
    """The command that the page gives as an example reports what its words say."""
    (command,) = re.findall(r"```sh\ntrustplan (.*?)```", HOW_TO_REPORT.read_text(encoding="utf-8"), re.DOTALL)
    (right, *_), _ = example_blocks()
    build_case(BASE, tmp_path)
    item = "".join(right.splitlines(keepends=True)[:2])
    (tmp_path / EXAMPLE_FILE).write_text(f"focus: planned\nactions:\n{item}", encoding="utf-8")
    ran = run(f"{command.replace(chr(92), '').strip()} --yes", tmp_path)
    assert ran.code == 0, ran.shown
    (action,) = read_files(tmp_path)[EXAMPLE_FILE]["actions"]
    assert [update["status"] for update in action["updates"]] == ["complete"]
    assert [proof["title"] for proof in action["updates"][0]["evidence"]] == ["Minutes of the trust board, March 2023"]


def test_how_to_report_names_every_choice() -> None:
    """The page on reporting explains every status that can be typed."""
    text = HOW_TO_REPORT.read_text(encoding="utf-8")
    assert all(f"| `{status.value}` |" in text for status in ReportedStatus)
