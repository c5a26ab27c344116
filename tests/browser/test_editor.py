"""A report made in the browser: the editor opens a copy of the plan, a form is filled in, and the file is sound."""

from __future__ import annotations

import difflib
import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hooks.context import site_context
from hooks.editing import Editing
from hooks.editor.site import render_editor
from hooks.repository import repository_of
from tests.browser.axe import violations
from tests.browser.opened import DESK, PHONE, SIDEWAYS, Opened
from tests.browser.served import serve
from tests.editor_packages import editor_packages
from tests.golden_pages import TEMPLATES
from tests.plan_files import read_files
from tests.site_build import QUILLBROOK
from validate.layout import EVIDENCE_FOLDER
from validate.pipeline import load_plan
from validate.records.base import Audience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.served import Served
    from validate.pipeline import Outcome

SCHOOL_FILE = "schools/ashlark-primary.yml"
YEAR_FILE = "plan/pillars/1-every-child-learns/1.1-reading-first/2025-26.yml"
YEAR_FORM = "edit/#/collections/pillar-1/entries/1_1--2025-26"
EXAMPLE_HOST = "https://github.com/example-trust/plan"

FOLDER = """async (files) => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle('plan', { create: true });
  await folder.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of Object.entries(files)) {
    const names = path.split('/');
    let inner = folder;
    for (const name of names.slice(0, -1)) inner = await inner.getDirectoryHandle(name, { create: true });
    const file = await inner.getFileHandle(names.at(-1), { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
"""Fills a folder that the browser keeps, in place of one on the reader's computer."""
CHOOSE = """
window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('plan');
FileSystemHandle.prototype.requestPermission = async () => 'granted';
"""
"""Chooses that folder, where a reader would be asked for one."""
READ = """async ([path, wanted]) => {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('plan');
      const names = path.split('/');
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
      const text = await (await (await folder.getFileHandle(names.at(-1))).getFile()).text();
      if (text.includes(wanted)) return text;
    } catch { /* It is being written. */ }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${path} was not saved`);
}"""
"""Reads a file of that folder once it holds a text."""
NOTE = 'Four of "six" schools: yes, 4.10 hours # each.'
MOST_TURNS = 40
BESIDE_THE_FORM = 100
"""Where the wheel turns the whole form, and no field in it."""
PROOF = "Library hours (March).csv"


@pytest.fixture(scope="module")
def quillbrook() -> Outcome:
    """Return the outcome of checking the example."""
    return load_plan(QUILLBROOK.root)


def write_editor(folder: Path, outcome: Outcome, editing: Editing, packages: Path | None) -> Path:
    """Write the editor of a plan into a folder, with the styles and scripts of a site."""
    assert outcome.as_at is not None
    context = site_context(outcome, outcome.as_at, Audience.TRUSTEES, editing)
    for file in render_editor(context, TEMPLATES, packages):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    shutil.copytree(TEMPLATES / "assets", folder / "assets")
    return folder


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory, quillbrook: Outcome) -> Iterator[Served]:
    """Serve the editor of the example, which names no Git host."""
    folder = tmp_path_factory.mktemp("editor")
    with serve(write_editor(folder, quillbrook, Editing(in_browser=True), editor_packages())) as served:
        yield served


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Callable[[Served], Opened]]:
    """Return a function that opens a tab; in the end, none may have had an error or asked another host."""
    opened: list[Opened] = []

    def open_one(site: Served) -> Opened:
        opened.append(Opened(browser.new_context(viewport=DESK, locale="en-GB"), site))
        return opened[-1]

    yield open_one
    for tab in opened:
        tab.close()
    assert [fault for tab in opened for fault in tab.faults] == []


def open_form(tab: Opened, address: str) -> Page:
    """Open a form of the editor on a copy of the example's files."""
    texts = {path: (QUILLBROOK.root / path).read_text(encoding="utf-8") for path in read_files(QUILLBROOK.root)}
    tab.page.add_init_script(CHOOSE)
    page = tab.go(address)
    page.evaluate(FOLDER, texts)
    page.get_by_role("button", name="Work on this computer").click()
    return page


def apart(name: str) -> str:
    """Return a name between the invisible marks that the editor puts around it."""
    return f"\u2068{name}\u2069"


def scrolled_to(found: Locator) -> Locator:
    """Return the last of these, scrolling down to it: the editor draws only what is in view."""
    page = found.page
    page.mouse.move(BESIDE_THE_FORM, DESK["height"] / 2)
    for _ in range(MOST_TURNS):
        if found.count():
            break
        page.mouse.wheel(0, 250)
        page.wait_for_timeout(100)
    return found.last


def field(page: Page, label: str) -> Locator:
    """Return the last field of this label, which is that of the newest entry."""
    return scrolled_to(page.get_by_role("group", name=f"“{apart(label)}” Field", exact=True))


def press_add(page: Page, what: str) -> None:
    """Add an entry to the last list of this kind."""
    scrolled_to(page.get_by_role("button", name=f"Add {apart(what)}")).click()


def choose(page: Page, label: str, option: str) -> None:
    """Choose one of the words offered in a field."""
    field(page, label).get_by_role("combobox").click()
    page.get_by_role("option", name=option, exact=True).click()


def test_report(open_tab: Callable[[Served], Opened], editor: Served, tmp_path: Path) -> None:
    """A report with its proof is added by the form; the file passes the check and has lost nothing."""
    proof = tmp_path / PROOF
    proof.write_text("school,hours\n", encoding="utf-8")
    page = open_form(open_tab(editor), YEAR_FORM)
    page.get_by_role("button", name="Expand", exact=True).nth(1).click()
    press_add(page, "update")
    field(page, "Date").get_by_role("textbox").fill("2026-03-27")
    choose(page, "Status", "On track")
    field(page, "Note").get_by_role("textbox").fill(NOTE)
    choose(page, "Reported by", "Headteachers (headteachers)")
    press_add(page, "evidence")
    field(page, "Title").get_by_role("textbox").fill("Opening hours of the libraries, March 2026")
    choose(page, "Kind", "Data")
    field(page, "File").locator("input[type=file]").first.set_input_files(proof)
    field(page, "File").get_by_role("button", name="Replace").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Entry saved.").wait_for()
    saved = page.evaluate(READ, [YEAR_FILE, NOTE])
    name = re.findall(r"file: (.+)", saved)[-1]
    page.evaluate(READ, [f"{EVIDENCE_FOLDER}/{name}", "school,hours"])

    root = tmp_path / "plan"
    shutil.copytree(QUILLBROOK.root, root)
    (root / YEAR_FILE).write_text(saved, encoding="utf-8")
    (root / EVIDENCE_FOLDER / name).write_bytes(proof.read_bytes())
    old = (QUILLBROOK.root / YEAR_FILE).read_text(encoding="utf-8").splitlines()
    assert [line for line in difflib.ndiff(old, saved.splitlines()) if line.startswith(("-", "?"))] == []
    before, after = read_files(QUILLBROOK.root), read_files(root)
    added = after[YEAR_FILE]["actions"][1]["updates"].pop()
    assert after == before
    assert added == {
        "date": "2026-03-27",
        "status": "on-track",
        "note": NOTE,
        "reported_by": "headteachers",
        "evidence": [
            {
                "title": "Opening hours of the libraries, March 2026",
                "kind": "data",
                "file": name,
            }
        ],
    }
    assert load_plan(root).problems == load_plan(QUILLBROOK.root).problems


def test_mistakes_are_not_saved(open_tab: Callable[[Served], Opened], editor: Served) -> None:
    """A form that is filled in wrongly says at each place what is wanted, and nothing is written."""
    page = open_form(open_tab(editor), "edit/#/collections/schools/entries/ashlark-primary")
    field(page, "URN").get_by_role("textbox").fill("12345")
    field(page, "Name").get_by_role("textbox").fill("")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("2 fields have errors").wait_for()
    assert field(page, "URN").get_by_text("Write six digits, such as 146844.").is_visible()
    assert page.evaluate(READ, [SCHOOL_FILE, "Ashlark"]) == (QUILLBROOK.root / SCHOOL_FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("address", [EXAMPLE_HOST, EXAMPLE_HOST.replace("github", "gitlab")])
def test_sign_in(address: str, open_tab: Callable[[Served], Opened], quillbrook: Outcome, tmp_path: Path) -> None:
    """Where the plan is on a Git host, the page offers to sign in there, and asks nobody before that."""
    editing = Editing(in_browser=True, repository=repository_of(address))
    with serve(write_editor(tmp_path, quillbrook, editing, editor_packages())) as served:
        page = open_tab(served).go("edit/")
        page.get_by_role("button", name="Sign In Using Access Token").wait_for()


def test_no_host_elsewhere(open_tab: Callable[[Served], Opened], editor: Served) -> None:
    """A copy that is not on one's own computer has no use without a Git host, and says so."""
    elsewhere = replace(editor, home=editor.home.replace("127.0.0.1", "plan.localhost"))
    page = open_tab(elsewhere).go("edit/")
    assert page.get_by_text("The settings of this site name no Git host").is_visible()
    assert page.get_by_role("button").count() == 0


def test_words_without_program(open_tab: Callable[[Served], Opened], quillbrook: Outcome, tmp_path: Path) -> None:
    """A page without the program can be read on a phone, and breaks no rule of accessibility."""
    with serve(write_editor(tmp_path, quillbrook, Editing(in_browser=True), None)) as served:
        tab = open_tab(served)
        page = tab.go("edit/")
        page.set_viewport_size(PHONE)
        assert page.get_by_text("npm ci").is_visible()
        assert tab.run(SIDEWAYS) <= 0
        assert violations(page) == []
