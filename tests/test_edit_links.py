"""Links from what a page shows to its file on the Git host, to the editor, and to a new issue there."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from hooks.context import site_context
from hooks.edit_links import Thing, edit_links, links_of
from hooks.editing import Editing, editing_of
from hooks.pages import render_pages
from hooks.repository import NOT_SET, Host, Repository, folder_in_project, repository_of
from tests.case_folders import BASE
from tests.golden_pages import TEMPLATES
from tests.html_pages import read_page, read_site
from tests.site_build import QUILLBROOK, build_site
from validate.pipeline import load_plan
from validate.problems import Place
from validate.records.base import Audience
from validate.records.measures import MeasureRecord

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext
    from hooks.edit_links import EditLinks
    from validate.pipeline import Outcome

GITHUB = "https://github.com/example-trust/plan"
GITLAB = "https://gitlab.example.org/trusts/example/plan"
SETTINGS = f"""site_name: Example
docs_dir: plan
theme: material
plugins: [search, trustplan]
repo_url: {GITLAB}
"""
DAY = date(2023, 3, 31)
OBJECTIVE_FILE = "plan/pillars/2-growth/2.1-new-schools/objective.yml"


@pytest.fixture(scope="module")
def base() -> Outcome:
    """Return the outcome of checking a small plan."""
    return load_plan(BASE)


@pytest.fixture(scope="module")
def quillbrook() -> Outcome:
    """Return the outcome of checking the example, which has every kind of thing."""
    return load_plan(QUILLBROOK.root)


def context_of(outcome: Outcome, editing: Editing, audience: Audience = Audience.PUBLIC) -> SiteContext:
    """Return what a site is made from whose settings say this of editing."""
    assert outcome.as_at is not None
    return site_context(outcome, outcome.as_at, audience, editing)


def on(address: str, *, in_browser: bool = False) -> Editing:
    """Return the settings of a site whose plan is kept at this address."""
    return Editing(repository=repository_of(address), in_browser=in_browser, site_url="https://plan.example.org/")


def thing(page: str = "objectives/4.1.md#4.1/2022-23/join", file: str = "plan/a b/2022-23.yml") -> Thing:
    """Return something that stands on the page and in the file."""
    name = "4.1/2022-23/join"
    place = Place(file, 12, 5)
    return Thing(page=page, id=name, place=place, next_place=Place(file, 20), collection="pillar-4", entry="4_1--2022")


def links(address: str, edit_uri: str = "", *, in_browser: bool = False, site_url: str = "") -> EditLinks:
    """Return the links of one thing that is kept at this address."""
    repository = repository_of(address, edit_uri)
    assert repository is not None
    return links_of(thing(), repository, in_browser=in_browser, as_at=DAY, site_url=site_url)


@pytest.mark.parametrize(
    ("address", "host", "project"),
    [
        (GITHUB, Host.GITHUB, "example-trust/plan"),
        (f"{GITHUB}/", Host.GITHUB, "example-trust/plan"),
        (f"{GITHUB}.git", Host.GITHUB, "example-trust/plan"),
        (GITLAB, Host.GITLAB, "trusts/example/plan"),
        ("https://GitLab.com/a/b", Host.GITLAB, "a/b"),
        ("http://gitlab.example.org:8080/a/b", Host.GITLAB, "a/b"),
    ],
)
def test_hosts(address: str, host: Host, project: str) -> None:
    """The address of a project tells which host it is on and what it is called there."""
    found = repository_of(address)
    assert found is not None
    assert (found.host, found.project, found.branch, found.folder) == (host, project, "main", "")
    assert found.address.lower() == address.rstrip("/").removesuffix(".git").lower()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "github.com/example-trust/plan",
        "git@example.org:trust/plan",
        "javascript:alert('github/a/b')",
        "https://github.com/",
        "https://github.com/only-an-owner",
        "https://example.org/trust/plan",
        "https://[github/a/b",
        "https://github.com:port/a/b",
    ],
)
def test_no_host(address: str) -> None:
    """Anything but the web address of a project on a host that is known is no host."""
    assert repository_of(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "git@gitlab.example.org:trusts/example/plan.git",
        "ssh://git@gitlab.example.org:2222/trusts/example/plan.git",
        "ssh://gitlab.example.org/trusts/example/plan",
    ],
)
def test_address_for_programs(address: str) -> None:
    """The address by which programs fetch a project leads people to its pages."""
    found = repository_of(address)
    assert found is not None
    assert found.address == GITLAB


def test_named_host() -> None:
    """A host whose address does not tell what it is can be named."""
    found = repository_of("https://code.example.org/trust/plan", host="gitlab")
    assert found == Repository(host=Host.GITLAB, site="https://code.example.org", project="trust/plan")


def test_secrets_in_an_address_are_dropped() -> None:
    """A name and password in the address reach no page."""
    found = repository_of("https://somebody:secret@gitlab.example.org/a/b")
    assert found is not None
    assert found.address == "https://gitlab.example.org/a/b"


@pytest.mark.parametrize(
    ("edit_uri", "branch", "folder"),
    [
        ("", "main", ""),
        (NOT_SET, "main", ""),
        ("edit/trunk/plan/", "trunk", ""),
        ("-/edit/trunk/plan", "trunk", ""),
        ("edit/main/trusts/quillbrook/plan/", "main", "trusts/quillbrook"),
        ("blob/main/", "main", ""),
        ("https://elsewhere.example/", "main", ""),
    ],
)
def test_branch_and_folder(edit_uri: str, branch: str, folder: str) -> None:
    """The setting that MkDocs has for it tells the branch, and the folder around the plan."""
    found = repository_of(GITHUB, edit_uri)
    assert found is not None
    assert (found.branch, found.folder) == (branch, folder)


@pytest.mark.parametrize(
    ("edit_uri", "here", "branch", "folder"),
    [
        ("", "trusts/a", "main", "trusts/a"),
        ("edit/plans/2024/plan/", "", "plans/2024", ""),
        ("edit/plans/2024/trusts/a/plan", "trusts/a", "plans/2024", "trusts/a"),
        ("edit/plans%2F2024/plan", None, "plans/2024", ""),
        ("edit/main/moved/to/plan", "trusts/a", "main", "moved/to"),
    ],
)
def test_branch_with_slashes(edit_uri: str, here: str | None, branch: str, folder: str) -> None:
    """Where the plan is in the copy on this computer tells where the name of the branch ends."""
    found = repository_of(GITHUB, edit_uri, folder=here)
    assert found is not None
    assert (found.branch, found.folder) == (branch, folder)


def test_folder_in_project(tmp_path: Path) -> None:
    """The top of a project is the folder that Git keeps its history in, or a note of where it does."""
    trust = tmp_path / ".trusts" / "a"
    trust.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert folder_in_project(trust) == ".trusts/a"
    assert folder_in_project(tmp_path) == ""
    (trust / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert folder_in_project(trust) == ""


def test_edit_on_github() -> None:
    """On GitHub a file is edited under edit/, the branch and its path, at its line; odd characters are escaped."""
    expected = f"{GITHUB}/edit/main/plan/a%20b/2022-23.yml"
    assert links(GITHUB).edit == f"{expected}#L12"
    assert links(GITHUB).report == f"{expected}#L20"


def test_edit_on_gitlab() -> None:
    """On GitLab a file is edited under -/edit/."""
    found = links(GITLAB, "-/edit/tr#nk/sub folder/plan/").edit
    assert found == f"{GITLAB}/-/edit/tr%23nk/sub%20folder/plan/a%20b/2022-23.yml#L12"


def test_report_in_the_editor() -> None:
    """Where the site has the editor, progress is reported in the form of the file."""
    found = links(GITHUB, in_browser=True)
    assert found.report_is_here
    assert found.report == "edit/#/collections/pillar-4/entries/4_1--2022"


@pytest.mark.parametrize(
    ("address", "path", "names"),
    [
        (GITHUB, "/example-trust/plan/issues/new", ("title", "body")),
        (GITLAB, "/trusts/example/plan/-/issues/new", ("issue[title]", "issue[description]")),
    ],
)
def test_correction(address: str, path: str, names: tuple[str, str]) -> None:
    """A correction is a new issue that says which thing is meant and where it was read."""
    parts = urlsplit(links(address, site_url="https://plan.example.org").correct)
    title, body = (parse_qs(parts.query)[name] for name in names)
    assert parts.path == path
    assert title == ["Correction: 4.1/2022-23/join"]
    assert "\n".join(body).splitlines() == [
        "About: 4.1/2022-23/join",
        "Page: https://plan.example.org/objectives/4.1/#4.1/2022-23/join",
        "As it stood on: 31 March 2023",
        "",
        "What is wrong:",
        "",
        "What is right, and how it is known:",
        "",
        "(Leave out the names of pupils, parents and staff. Others may read this.)",
    ]


def test_correction_of_odd_characters() -> None:
    """Nothing in a name can end the address early or add to it."""
    odd = Thing(page="x.md", id="a&b=c#d e+f%20“”", place=Place("x.yml"), next_place=Place("x.yml"))
    repository = repository_of(GITHUB)
    assert repository is not None
    parts = urlsplit(links_of(odd, repository, in_browser=False, as_at=DAY).correct)
    assert parse_qs(parts.query)["title"] == ["Correction: a&b=c#d e+f%20“”"]
    assert parts.fragment == ""


def test_no_links_without_host(base: Outcome) -> None:
    """A site whose settings name no host has no links, and its pages are what they were."""
    assert edit_links(context_of(base, Editing())) == {}
    assert all("edit-links" not in page.body for page in render_pages(context_of(base, Editing()), TEMPLATES))


@pytest.mark.parametrize("address", [GITHUB, GITLAB])
def test_lines_are_right(address: str, quillbrook: Outcome) -> None:
    """Every link to edit leads to the line on which its thing begins."""
    context = context_of(quillbrook, on(address), Audience.TRUSTEES)
    found = edit_links(context)
    for item in context.plan.items:
        path, line = file_and_line(found[f"objectives/{item.objective.id}.md#{item.id}"].edit)
        lines = (QUILLBROOK.root / path).read_text(encoding="utf-8").splitlines()
        assert lines[line - 1].strip() == f"- id: {item.key}"


def test_next_report_goes_beneath_the_last(base: Outcome) -> None:
    """Without the editor, progress is reported beneath the newest report of the thing, or the thing itself."""
    found = edit_links(context_of(base, on(GITHUB)))
    items = {name.partition("#")[2]: links for name, links in found.items() if name.count("/") > 2}
    begins = sorted(file_and_line(links.edit) for links in items.values())
    for item in context_of(base, on(GITHUB)).plan.items:
        place = file_and_line(items[item.id].report)
        assert max(begin for begin in begins if begin <= place) == file_and_line(items[item.id].edit)
        if item.updates:
            assert place >= item.updates[-1].place()[:2]


def file_and_line(address: str) -> tuple[str, int]:
    """Return the path of the file that an address edits, and the line."""
    parts = urlsplit(address)
    return unquote(parts.path.split("/edit/main/")[1]), int(parts.fragment.removeprefix("L"))


def test_everything_has_links(quillbrook: Outcome) -> None:
    """Every action, goal, objective, year without actions, school, measure and phase has its links on its page."""
    context = context_of(quillbrook, on(GITHUB, in_browser=True), Audience.TRUSTEES)
    plan = context.plan
    pages = {page.path: read_page(page.path, page.body) for page in render_pages(context, TEMPLATES)}
    wanted = {
        *(item.id for item in plan.items),
        *(objective.id for objective in plan.objectives),
        *(year.id for objective in plan.objectives for year in objective.milestones if not year.actions),
        *(school.id for school in plan.schools),
        *(measure.record.id for measure in plan.entries(MeasureRecord)),
        "growth",
    }
    lists = [e for page in pages.values() for e in page.tagged("ul") if e.attributes.get("class") == "edit-links"]
    assert sorted(e.attributes["aria-label"].removeprefix("Report or correct ") for e in lists) == sorted(wanted)
    phases = [e for e in pages["growth.md"].tagged("a") if e.attributes.get("class") == "edit-this"]
    assert plan.growth is not None
    assert len(phases) == len(plan.growth.phases)


def test_public_can_be_spared_the_links() -> None:
    """Links to a host that the public cannot enter can be kept off its site, and off no other."""
    told = {"repo_url": GITHUB, "edit_uri": "", "site_url": ""}
    hidden = {"edit_links": False}
    assert editing_of(Audience.PUBLIC, **told, options=hidden).repository is None
    assert editing_of(Audience.TRUSTEES, **told, options=hidden).repository is not None
    assert editing_of(Audience.PUBLIC, **told, options={}).repository is not None


def test_built_site(tmp_path: Path) -> None:
    """A site whose mkdocs.yml names a host has the links on its pages; those for trustees lead to the editor."""
    root = tmp_path / "trust"
    shutil.copytree(BASE, root)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    pages = read_site(build_site(tmp_path / "site", root=root, audience=Audience.TRUSTEES))
    page = pages["objectives/2.1/"]
    addresses = [e.attributes["href"] for e in page.tagged("a")]
    assert f"{GITLAB}/-/edit/main/{OBJECTIVE_FILE}#L1" in addresses
    assert any(address.startswith("../../edit/#/collections/pillar-2/entries/2_1--") for address in addresses)
    assert any(e.attributes["href"].endswith("assets/css/edit.css") for e in page.tagged("link"))
    assert "edit/" in pages
