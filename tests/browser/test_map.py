"""The map in use: its filters, its addresses, and a cell opened down to the proof."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.opened import DESK
from tests.site_build import PUBLIC_SITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.opened import Opened
    from tests.browser.served import Served

pytestmark = pytest.mark.parametrize("trust", PUBLIC_SITES, indirect=True, ids=str)

ROLES = "() => [...document.querySelectorAll('#filter-role option')].map((option) => option.value)"
SHOWN_ITEMS = """() => [...document.querySelectorAll('.cell li[data-status]')]
  .filter((item) => !item.hidden && !item.closest('.is-out, [hidden]')).length"""
SHOWN_PILLARS = """() => [...document.querySelectorAll('.pillar-map')]
  .filter((part) => part.checkVisibility()).map((part) => part.getAttribute('aria-labelledby'))"""


@pytest.fixture(scope="module")
def standing(site: Served) -> list[dict[str, str]]:
    """Return where every action and goal stands, out of the download."""
    with (site.folder / "data" / "standing.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _pillar(row: dict[str, str]) -> str:
    return row["objective"].split(".")[0]


def _result(page: Page) -> int | None:
    """Return the number that the filters say is shown; nothing where no filter is set."""
    said = page.locator(".filter-result").inner_text()
    return int(re.findall(r"\d+", said)[0]) if said else None


def _query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_every_status_by_address(look: Callable[..., Opened], standing: list[dict[str, str]]) -> None:
    """An address with a status shows exactly the actions and goals that have it, as many as the download counts."""
    tab = look(viewport=DESK)
    counts = Counter(row["status"] for row in standing)
    statuses = tab.go("map/").eval_on_selector_all("#filter-status option", "all => all.map((o) => o.value)")
    assert set(counts) <= set(statuses)
    for status in filter(None, statuses):
        page = tab.go(f"map/?status={status}")
        assert page.locator("#filter-status").input_value() == status
        assert (_result(page), tab.run(SHOWN_ITEMS)) == (counts[status], counts[status])


def test_lead_by_address(look: Callable[..., Opened], standing: list[dict[str, str]]) -> None:
    """What each role leads can be asked for, also what nobody does; together that is everything, each once."""
    tab = look(viewport=DESK)
    tab.go("map/")
    roles = [role for role in tab.run(ROLES) if role]
    found: dict[str, int] = {}
    for role in roles:
        page = tab.go(f"map/?role={role}")
        assert page.locator("#filter-role").input_value() == role
        found[role] = _result(page) or 0
        assert tab.run(SHOWN_ITEMS) == found[role] > 0
    assert sum(found.values()) == len(standing)


def test_filters_by_hand(look: Callable[..., Opened], standing: list[dict[str, str]]) -> None:
    """Filters narrow each other down, stand in the address, survive a reload, and can be cleared."""
    tab = look(viewport=DESK)
    page = tab.go("map/")
    pillar = _pillar(standing[-1])
    year = next(row["year"] for row in standing if _pillar(row) == pillar and row["year"])
    page.select_option("#filter-pillar", pillar)
    page.select_option("#filter-year", year)
    wanted = sum(_pillar(row) == pillar and row["year"] == year for row in standing)
    assert (_result(page), tab.run(SHOWN_ITEMS)) == (wanted, wanted)
    assert tab.run(SHOWN_PILLARS) == [f"pillar-{pillar}"]
    assert _query(page) == {"pillar": [pillar], "year": [year]}
    page.reload()
    assert _result(page) == wanted
    page.locator(".filters button[type=reset]").click()
    page.wait_for_function("() => !location.search")
    assert _result(page) is None
    assert tab.run(SHOWN_ITEMS) == len(standing)


def test_filter_by_words(look: Callable[..., Opened], standing: list[dict[str, str]]) -> None:
    """Words find actions by name and text, whether in capitals or not; words that nothing has find nothing."""
    tab = look(viewport=DESK)
    page = tab.go("map/")
    item = standing[0]["id"]
    page.fill("#filter-text", item.upper())
    assert _result(page) == sum(item in row["id"] for row in standing)
    page.fill("#filter-text", "qqqqqq")
    assert (_result(page), tab.run(SHOWN_PILLARS)) == (0, [])


def test_strange_addresses(look: Callable[..., Opened], standing: list[dict[str, str]]) -> None:
    """An address with a filter or a value that does not exist shows the whole map."""
    tab = look(viewport=DESK)
    for query in ("nonsense=1", "status=nonsense", "pillar=%3Cscript%3E", "constructor=1&__proto__=2", "text="):
        tab.go(f"map/?{query}")
        assert tab.run(SHOWN_ITEMS) == len(standing), query


def test_opened_cell(look: Callable[..., Opened], standing: list[dict[str, str]]) -> None:
    """An opened cell shows its actions with their status, the proof as a link, and why it has its status."""
    page = look(viewport=DESK).go("map/")
    item = next(row for row in standing if row["evidence"] != "0" and row["year"])
    cell = page.locator("details.cell", has=page.locator(f'a[href$="#{item["id"]}"]'))
    cell.locator("summary").click()
    entry = cell.locator("li[data-status]", has=page.locator(f'a[href$="#{item["id"]}"]'))
    assert entry.locator(".status").first.inner_text().strip()
    assert entry.locator(".evidence a").first.is_visible()
    assert cell.locator(".why").inner_text().strip()
    cell.get_by_role("link", name="The rule").click()
    assert urlsplit(page.url).path == "/rules/"


def test_link_to_an_action(look: Callable[..., Opened], standing: list[dict[str, str]]) -> None:
    """A link to an action shows the action itself, not hidden by anything."""
    tab = look(viewport=DESK)
    item = standing[-1]
    page = tab.go(f"objectives/{item['objective']}/#{item['id']}")
    page.wait_for_function(
        """(id) => {
          const box = document.getElementById(id).getBoundingClientRect();
          const there = document.elementFromPoint(box.left + 20, box.top + 5);
          return there && document.getElementById(id).contains(there);
        }""",
        arg=item["id"],
    )
