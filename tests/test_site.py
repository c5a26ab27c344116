"""The real site: built by either builder, the same each time, with everything of the plan in every place it belongs."""

from __future__ import annotations

import csv
import html
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from tests.html_pages import HtmlPage, one_spaced, read_site
from tests.site_build import PUBLIC_SITES, build_site, environment, files_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site_build import Trust
    from validate.plan.pillars import Item
    from validate.plan.plan import Plan

pytestmark = pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)

BUILDERS_NAME = re.compile(rb'<meta name="generator" content="[^"]*">')
LEFTOVER = re.compile(r"\{\{|\{%|\{#|\bundefined\b|\bNaN\b|<Status|datetime\.date|Decimal\(")
NO_VALUE = re.compile(r"(?:^|[/#= ])(?:None|undefined|NaN)(?:$|[/#& ])")
TAG = re.compile(r"<[^>]+>")
WITHOUT_MKDOCS = """
import sys
from pathlib import Path
from hooks.context import site_context
from hooks.pages import render_pages
from validate.pipeline import load_plan

root, templates, folder = map(Path, sys.argv[1:])
found = load_plan(root)
for page in render_pages(site_context(found, found.as_at), templates):
    file = folder / page.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page.text, encoding="utf-8")
print([name for name in ("mkdocs", "material", "properdocs") if name in sys.modules])
"""


@pytest.fixture(scope="session")
def pages(trust_site: Path) -> dict[str, HtmlPage]:
    """Return every page of the real site by its address."""
    return read_site(trust_site)


@pytest.fixture(scope="session")
def search_texts(trust_site: Path) -> dict[str, str]:
    """Return what the search finds, by address and anchor."""
    index = json.loads((trust_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    return {entry["location"]: _plain(f"{entry['title']} {entry['text']}") for entry in index["docs"]}


def _plain(markup: str) -> str:
    """Return the words of the search's HTML."""
    return one_spaced(html.unescape(TAG.sub(" ", markup)))


def _rows(trust_site: Path, table: str) -> list[dict[str, str]]:
    with (trust_site / "data" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _items(plan: Plan) -> list[Item]:
    return list(plan.items)


def test_two_builds_are_the_same(trust: Trust, trust_site: Path, tmp_path: Path) -> None:
    """Two builds of the same commit are the same to the byte."""
    again = files_of(build_site(tmp_path, root=trust.root))
    first = files_of(trust_site)
    assert set(first) == set(again)
    assert [name for name in first if first[name] != again[name]] == []


def test_properdocs_builds_the_same(trust: Trust, trust_site: Path, tmp_path: Path) -> None:
    """ProperDocs builds the same files; only the name of the builder may differ."""
    other = files_of(build_site(tmp_path, root=trust.root, builder="properdocs"))
    first = files_of(trust_site)
    assert set(first) == set(other)
    without_name = {name: BUILDERS_NAME.sub(b"", content) for name, content in first.items()}
    assert [name for name in first if without_name[name] != BUILDERS_NAME.sub(b"", other[name])] == []


def test_pages_need_no_mkdocs(trust: Trust, root: Path, pages: dict[str, HtmlPage], tmp_path: Path) -> None:
    """The texts of the pages can be written to a plain folder, and nothing of MkDocs is loaded for it."""
    folders = (str(trust.root), str(root / "site_overrides"), str(tmp_path))
    command = [sys.executable, "-c", WITHOUT_MKDOCS, *folders]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    written = {path.relative_to(tmp_path).with_suffix("").as_posix() for path in tmp_path.rglob("*.md")}
    by_hand = {path.stem for path in (trust.root / "plan").glob("*.md")}
    built = {address.removesuffix("/") or "index" for address in pages if address != "404.html"}
    assert {name.removesuffix("/index") for name in written | by_hand} == built


def test_items_stand_on_their_page(trust_plan: Plan, pages: dict[str, HtmlPage]) -> None:
    """Every action and goal stands on its objective's page, in its own words, under its own name."""
    ids = {objective.id: pages[f"objectives/{objective.id}/"].ids for objective in trust_plan.objectives}
    for item in _items(trust_plan):
        page = pages[f"objectives/{item.objective.id}/"]
        assert page.text_of(ids[item.objective.id][item.id]) == item.text


def test_items_stand_on_the_maps(trust_plan: Plan, pages: dict[str, HtmlPage]) -> None:
    """Every action and goal stands on the whole map and on its pillar's, as a link to its own place."""
    for pillar in trust_plan.pillars:
        for address, up in (("map/", "../"), (f"pillars/{pillar.id}/", "../../")):
            links = {link.attributes["href"]: pages[address].text_of(link) for link in pages[address].tagged("a")}
            for item in (item for objective in pillar.objectives for item in objective.items):
                assert links[f"{up}objectives/{item.objective.id}/#{item.id}"] == item.text


def test_items_are_found_by_search(trust_plan: Plan, search_texts: dict[str, str]) -> None:
    """The search index holds every action and goal with the address of its own place."""
    for item in _items(trust_plan):
        assert item.text in search_texts[f"objectives/{item.objective.id}/#{item.id}"]


def test_items_are_in_the_download(trust_plan: Plan, trust_site: Path) -> None:
    """The tables to download hold every action and goal, and nothing else."""
    rows = {row["id"]: row["action"] for row in _rows(trust_site, "actions")}
    rows |= {row["id"]: row["goal"] for row in _rows(trust_site, "goals")}
    assert rows == {item.id: item.text for item in _items(trust_plan)}


def test_schools_are_everywhere(
    trust_plan: Plan, pages: dict[str, HtmlPage], search_texts: dict[str, str], trust_site: Path
) -> None:
    """Every school has its page, a link from the list of schools, an entry in the search and a row in the table."""
    links = {
        (urljoin("/schools/", e.attributes["href"]), pages["schools/"].text_of(e))
        for e in pages["schools/"].tagged("a")
    }
    rows = {row["id"]: row["name"] for row in _rows(trust_site, "schools")}
    assert rows == {school.id: school.record.name for school in trust_plan.schools}
    for school in trust_plan.schools:
        headings = pages[f"schools/{school.id}/"].tagged("h1")
        assert [pages[f"schools/{school.id}/"].text_of(heading) for heading in headings] == [school.record.name]
        assert (f"/schools/{school.id}/", school.record.name) in links
        assert school.record.name in search_texts[f"schools/{school.id}/"]


def test_json_holds_the_plan(trust_plan: Plan, trust_site: Path) -> None:
    """The plan as JSON holds every action and goal."""
    whole: Any = json.loads((trust_site / "data" / "plan.json").read_text(encoding="utf-8"))
    objectives = [objective for pillar in whole["pillars"] for objective in pillar["objectives"]]
    actions = [a["id"] for o in objectives for m in o["milestones"] for a in m.get("actions", [])]
    goals = [goal["id"] for objective in objectives for goal in objective.get("goals", [])]
    assert actions == [action.id for action in trust_plan.actions]
    assert goals == [goal.id for goal in trust_plan.goals]


def test_nothing_is_left_over(pages: dict[str, HtmlPage]) -> None:
    """No page shows a piece of template or of code, and no attribute a word that stands for a missing value."""
    assert {address: found for address, page in pages.items() if (found := LEFTOVER.findall(page.text))} == {}
    values = [(e.tag, name, v) for page in pages.values() for e in page.elements for name, v in e.attributes.items()]
    assert [entry for entry in values if NO_VALUE.search(entry[2]) and entry[1] not in ("data-text", "content")] == []


def test_every_page_has_its_heading(pages: dict[str, HtmlPage]) -> None:
    """Every page has one first heading with words in it."""
    headings = {address: [page.text_of(heading) for heading in page.tagged("h1")] for address, page in pages.items()}
    assert [address for address, found in headings.items() if len(found) != 1 or not found[0]] == []
