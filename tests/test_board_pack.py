"""The board pack: one document that holds what a board asks for, each thing once, and nothing that it may not hold."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hooks.board_pack import board_pack, css_text, without_links
from hooks.editing import Editing
from hooks.leaks import find_leaks
from hooks.own_words import without_own_words
from hooks.views.board_pack import PRINTED, board_pack_view
from tests.case_folders import CASES, build_case
from tests.golden_pages import TEMPLATES, assert_golden, site_context
from tests.html_pages import one_spaced, read_page
from tests.page_cases import case_context
from tests.rewritten import Rewriter, Swap
from tests.site_build import ATTENBOROUGH, BOARD_SITES, QUILLBROOK, SITES_TO_SEE, Trust
from validate.records.base import Audience

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hooks.context import SiteContext

SINCE = {"attenborough": date(2023, 3, 31), "quillbrook": date(2025, 12, 31)}
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
SIGNS = re.compile(r'<svg class="symbols".*?</svg>', re.DOTALL)
ANNEX = re.compile(r'<section class="chapter chapter-annex".*</section>', re.DOTALL)
HEADINGS = [
    "1 The plan at a glance",
    "2 What moved",
    "3 Not reported, late or old",
    "4 Measures off target",
    "5 Joining and capacity",
    "6 Levels of support",
    "7 Market tests",
    "Annex: the rules of the plan's site",
]
HOSTILE = 'Q{:03} "x\\" \' a < 5 > 3 &copy {{{{ 7 * 7 }}}} */ --> ' + "w" * 120 + " Z{:03}"


@pytest.fixture(scope="module")
def contexts() -> dict[Trust, SiteContext]:
    """Return what the pages of both trusts are made from, for the public and for trustees."""
    return {trust: site_context(trust.root, audience=trust.audience) for trust in (*SITES_TO_SEE, BOARD_SITES[0])}


def _pack(contexts: dict[Trust, SiteContext], trust: Trust) -> str:
    return board_pack(contexts[trust], SINCE[trust.name], TEMPLATES)


def _chapters(html: str) -> str:
    """Return a pack without its style, its signs and its annex, which have tests of their own."""
    return ANNEX.sub("", SIGNS.sub("", STYLE.sub("", html)))


@pytest.mark.parametrize(
    ("case", "since"),
    [
        ("base", date(2022, 12, 31)),
        ("pages/school-by-school", date(2022, 12, 31)),
        ("pages/joining", date(2022, 12, 31)),
        ("pages/measures", date(2022, 12, 31)),
        ("pages/amended", date(2021, 10, 5)),
    ],
)
def test_golden_packs(case: str, since: date, tmp_path: Path) -> None:
    """The packs of small plans are as they were."""
    context = case_context(case, tmp_path)
    assert_golden(f"board-pack/{case.rsplit('/', 1)[-1]}.html", _chapters(board_pack(context, since, TEMPLATES)))


@pytest.mark.parametrize("trust", [*SITES_TO_SEE, BOARD_SITES[0]], ids=str)
def test_both_trusts_have_a_pack(trust: Trust, contexts: dict[Trust, SiteContext]) -> None:
    """Each has every chapter, sound tables, no name twice, and nothing that a reader's device would have to fetch."""
    html = _pack(contexts, trust)
    page = read_page("", html)
    assert [page.text_of(heading) for heading in page.tagged("h1")][1:] == HEADINGS
    assert [name for name, times in Counter(value for _, value in page.having("id")).items() if times > 1] == []
    assert page.tagged("script", "img", "iframe", "object", "form", "details") == []
    assert [link.attributes for link in page.tagged("link")] == [{"rel": "icon", "href": "data:,"}]
    here = [value for _, value in page.having("href") if not value.startswith(("https://", "http://"))]
    assert [value for value in here if value.removeprefix("#") not in {*page.ids, "data:,"}] == []
    assert [value for _, value in page.having("aria-labelledby") if value not in page.ids] == []
    assert len(page.tagged("caption")) == len(page.tagged("thead")) == len(page.tagged("table"))
    assert [head for head in page.tagged("th") if "scope" not in head.attributes] == []
    assert not re.search(r"url\(|@import|https?:", STYLE.findall(html)[0])
    assert "undefined" not in html.casefold()


def test_the_same_plan_makes_the_same_pack(contexts: dict[Trust, SiteContext]) -> None:
    """A pack made again from the plan read anew is the same to the byte."""
    trust = BOARD_SITES[1]
    again = site_context(trust.root, audience=trust.audience)
    assert board_pack(again, SINCE[trust.name], TEMPLATES) == _pack(contexts, trust)


def test_only_trustees_see_what_is_kept(contexts: dict[Trust, SiteContext], tmp_path: Path) -> None:
    """The public's pack holds no kept text, and the one for trustees many; only the latter says for whom it is."""
    context = contexts[QUILLBROOK]
    kept = without_own_words(context.withheld, TEMPLATES, ())
    evidence = QUILLBROOK.root / "plan" / "evidence"
    for audience, trust in (("public", QUILLBROOK), ("trustees", BOARD_SITES[1])):
        (tmp_path / audience).mkdir()
        (tmp_path / audience / "pack.html").write_text(_pack(contexts, trust), encoding="utf-8")
    assert list(find_leaks(tmp_path / "public", kept, evidence)) == []
    assert len(list(find_leaks(tmp_path / "trustees", kept, evidence))) > 5
    assert "For trustees only" in _pack(contexts, BOARD_SITES[1])
    assert "rustees only" not in _pack(contexts, QUILLBROOK)


def test_counts_then_and_now_add_up(contexts: dict[Trust, SiteContext]) -> None:
    """Every action and goal is counted once on each of the two days."""
    context = contexts[BOARD_SITES[1]]
    moves = board_pack_view(context, date(2025, 12, 31)).moves
    for n in (0, 1):
        assert sum(row.actions[n] for row in moves.rows) == len(list(context.plan.actions))
        assert sum(row.goals[n] for row in moves.rows) == len(list(context.plan.goals))


def test_only_reports_of_the_time_are_told(contexts: dict[Trust, SiteContext]) -> None:
    """Reports of the first day itself are not in it, those of the last day are, and each stands in one list."""
    context = contexts[BOARD_SITES[1]]
    since = date(2026, 3, 26)
    moves = board_pack_view(context, since).moves
    entries = [entry for group in (*moves.moved, *moves.same) for entry in group.entries]
    reports = [report for entry in entries for report in (entry.newest, *entry.earlier) if report]
    assert {report.update.record.date for report in reports} == {date(2026, 3, 27)}
    assert len({entry.item.id for entry in entries}) == len(entries)
    assert all(entry.moved for group in moves.moved for entry in group.entries)
    assert not any(entry.moved for group in moves.same for entry in group.entries)


def test_the_worst_stands_first(contexts: dict[Trust, SiteContext]) -> None:
    """What moved is put together by its status now, and what became off track or not met is known."""
    moves = board_pack_view(contexts[BOARD_SITES[1]], date(2025, 9, 1)).moves
    assert [group.status.code for group in moves.moved][:3] == ["not-met", "off-track", "at-risk"]
    assert moves.moved[0].entries + moves.moved[1].entries == moves.worse


def test_promises_are_told(contexts: dict[Trust, SiteContext]) -> None:
    """The pack says whether the promises are those approved, and what was amended after its first day."""
    context = contexts[BOARD_SITES[1]]
    promises = board_pack_view(context, date(2025, 9, 1)).promises
    assert promises.sentence == (
        "The board of trustees approved the promises on 9 July 2025. Since then one promise was amended, and nothing "
        "else was changed."
    )
    assert [entry.amendments[-1].promise for entry in promises.amended] == ["2.2/2025-26/coach-for-new-heads"]
    assert board_pack_view(context, date(2025, 10, 22)).promises.amended == ()
    text = read_page("", board_pack(contexts[ATTENBOROUGH], SINCE["attenborough"], TEMPLATES)).text
    assert "No approval of the promises is recorded." in text
    assert "In this time, no promise was amended and no past report was corrected." in text


def test_corrections_are_told(tmp_path: Path) -> None:
    """A past report that was corrected after the first day is named with when and why."""
    context = case_context("pages/amended", tmp_path)
    (found,) = board_pack_view(context, date(2022, 1, 1)).promises.corrected
    assert found.words.startswith("Corrected on ")
    assert board_pack_view(context, context.as_at).promises.corrected == ()


def test_the_first_page_says_what_to_look_at(contexts: dict[Trust, SiteContext]) -> None:
    """What got worse, was amended or is late is counted and named on the first page, each leading to its chapter."""
    points = board_pack_view(contexts[BOARD_SITES[1]], date(2025, 9, 1)).points
    assert [(point.words, point.chapter) for point in points] == [
        ("7 actions and goals became off track or not met", "moves"),
        ("5 actions and goals passed their date and are still open", "missing"),
        ("1 promise was amended", "moves"),
        ("2 actions and goals are past their date, and no report gives a status", "missing"),
        ("2 measures missed their target", "measures"),
        ("1 school has a stage of joining past its day", "joining"),
        ("2 reviews of support are past their day", "levels"),
        ("1 market test is overdue", "market"),
    ]
    assert [(len(point.names), point.others) for point in points][:2] == [(4, "3 more"), (4, "1 more")]


def test_names_lead_to_the_site(contexts: dict[Trust, SiteContext]) -> None:
    """Where the site's address is known, each id leads to its place there, and each proof to where it is kept."""
    context = replace(contexts[BOARD_SITES[1]], editing=Editing(site_url="https://plan.example.org/qu"))
    page = read_page("", board_pack(context, date(2025, 9, 1), TEMPLATES))
    links = {link.attributes["href"] for link in page.tagged("a")}
    site = "https://plan.example.org/qu/"
    assert f"{site}objectives/1.1/#1.1/2025-26/two-reading-tutors" in links
    assert f"{site}evidence/trust-board-2025-07-extract.txt" in links
    assert any(link.startswith(f"{site}measures/") for link in links)
    assert [link for link in links if link.endswith(".md")] == []


def test_what_passed_its_date_is_new(contexts: dict[Trust, SiteContext]) -> None:
    """What was open past its date on the first day already is late, and not new."""
    context = contexts[BOARD_SITES[1]]
    view = board_pack_view(context, date(2025, 12, 31))
    late = {name for name, standing in context.progress.standings.items() if standing.overdue}
    assert view.moves.newly_late == {"1.3/2025-26/class-at-corvane"}
    assert view.moves.newly_late < late


def test_a_quiet_time_says_so(tmp_path: Path) -> None:
    """A time without reports, a plan without schools on their way or levels of support: a sentence for each."""
    context = case_context("valid/no-support-and-no-deployments", tmp_path)
    text = read_page("", board_pack(context, date(2023, 3, 30), TEMPLATES)).text
    for sentence in (
        "No report is dated in this time.",
        "No school is known to be on its way into the trust.",
        "The plan's files say nothing of how the trust supports its schools.",
    ):
        assert sentence in text


def test_long_lists_are_counted(contexts: dict[Trust, SiteContext]) -> None:
    """Where a role has too much to print, the pack counts by objective, and the counts add up."""
    view = board_pack_view(contexts[ATTENBOROUGH], SINCE["attenborough"])
    (lead,) = view.missing.leads
    (found,) = lead.lists
    assert found.number > PRINTED
    assert sum(objective.number for objective in found.objectives) == found.number
    assert [objective for objective in found.objectives if objective.items] == []


def test_measures_off_target_come_worst_first(contexts: dict[Trust, SiteContext]) -> None:
    """Missed before near, the trust's before those of schools alone; what met its target everywhere is not there."""
    rows = board_pack_view(contexts[BOARD_SITES[1]], date(2025, 12, 31)).measures.rows
    verdicts = [row.line.figure.verdict for row in rows if row.line.figure]
    assert verdicts == sorted(verdicts, key=["missed", "near", "met", "not-judged"].index)
    met = [row for row in rows if row.line.figure and row.line.figure.verdict == "met"]
    assert [row for row in met if not row.schools] == []


def test_the_annex_is_the_page_of_rules(contexts: dict[Trust, SiteContext]) -> None:
    """The annex has every rule of the site in the site's words, and no link that paper cannot follow."""
    (annex,) = ANNEX.findall(_pack(contexts, QUILLBROOK))
    page = read_page("", annex)
    rules = (TEMPLATES / "pages" / "rules.md").read_text(encoding="utf-8")
    assert page.tagged("a") == []
    assert {one_spaced(heading) for heading in re.findall(r"<h2[^>]*>(.*?)</h2>", rules)} <= {
        page.text_of(heading) for heading in page.tagged("h2")
    }
    assert "Growth and capacity" not in page.text


def test_links_become_words() -> None:
    """The words of a link stay; a link that stands alone after a sentence goes; links to other hosts stay."""
    html = '<p>See <a href="../data/">the data</a>. <a href="../growth/#x">Growth</a></p><a href="https://a.example/">b</a>'
    assert without_links(html) == '<p>See the data.</p><a href="https://a.example/">b</a>'


def test_running_foot_is_only_text() -> None:
    """Whatever the trust is called, its name cannot end the text, the style sheet or a line."""
    assert css_text('A "b" \\c</style>\n_é{}') == r"A \22 b\22  \5c c\3c \2f style\3e  \5f é\7b \7d "


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """The pack of a plan full of markup differs from that of a harmless one in its words alone."""
    packs, given = [], []
    forms: dict[str, Callable[[int], str]] = {
        "hostile": lambda number: HOSTILE.format(number, number),
        "plain": lambda number: f"(Q{number:03} plain words Z{number:03}",
    }
    for name, form in forms.items():
        rewriter = Rewriter(form)
        build_case(CASES / "pages" / "every-text", tmp_path / name)
        rewriter.rewrite(tmp_path / name)
        context = site_context(tmp_path / name, audience=Audience.TRUSTEES)
        packs.append(read_page("", board_pack(context, date(2022, 1, 1), TEMPLATES)))
        given.append(rewriter.given)
    hostile, plain = packs
    assert [element.tag for element in hostile.elements] == [element.tag for element in plain.elements]
    assert one_spaced(Swap.between(*given)(hostile.text)) == plain.text
