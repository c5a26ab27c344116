"""The page on governance: its text as a whole, and that picture, tables and registers say what the file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hooks.views import governance
from hooks.views.governance import GovernedView, governance_view
from hooks.views.governance_bodies import KINDS, NodeView
from hooks.views.kept import kept
from tests.case_folders import BASE, CASES, build_case
from tests.golden_pages import assert_golden, page_text, site_context
from validate.records.base import Audience
from validate.records.governance import BodyRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CASE = CASES / "pages" / "services-and-governance"
PAGES = [("base", BASE, Audience.PUBLIC), ("public", CASE, Audience.PUBLIC), ("trustees", CASE, Audience.TRUSTEES)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a trust with bodies, decisions and reviews of every kind."""
    folder = tmp_path_factory.mktemp("plan")
    build_case(CASE, folder)
    return folder


def _governed(root: Path, audience: Audience = Audience.TRUSTEES) -> GovernedView:
    governed = governance_view(site_context(root, audience=audience)).governed
    assert governed
    return governed


def _names(nodes: Iterable[NodeView], depth: int = 0) -> Iterator[tuple[int, str]]:
    for node in nodes:
        yield depth, node.body.record.name
        yield from _names(node.below, depth + 1)


@pytest.mark.parametrize(("name", "case", "audience"), PAGES, ids=[name for name, _, _ in PAGES])
def test_page(name: str, case: Path, audience: Audience, tmp_path: Path) -> None:
    """The page is as it was, to the letter."""
    build_case(case, tmp_path)
    context = site_context(tmp_path, audience=audience)
    (page,) = governance.pages(context)
    assert_golden(f"governance/{name}.md", page_text(context, page))


def test_no_file(tmp_path: Path) -> None:
    """Where the plan says nothing of governance, the page says so."""
    build_case(BASE, tmp_path)
    (tmp_path / "plan" / "governance.yml").unlink()
    context = site_context(tmp_path)
    (page,) = governance.pages(context)
    text = page_text(context, page)
    assert "The plan says nothing of how the trust is governed." in text
    assert "<h2" not in text


def test_bodies_alone(tmp_path: Path) -> None:
    """A file with a body and nothing else makes a page that says what is missing."""
    build_case(BASE, tmp_path)
    text = "bodies:\n  - {id: board, name: Board, kind: board, purpose: Decides.}\n"
    (tmp_path / "plan" / "governance.yml").write_text(text, encoding="utf-8")
    context = site_context(tmp_path)
    (page,) = governance.pages(context)
    shown = page_text(context, page)
    assert "The plan gives no scheme of delegation." in shown
    assert "The plan names no reviews of governance." in shown
    assert "No register is recorded." in shown


def test_tree(root: Path) -> None:
    """Each body hangs from the one it answers to, and every body of the table is in the picture."""
    found = list(_names(_governed(root).tree))
    assert found == [
        (0, "Members"),
        (1, "Trust board"),
        (2, "Finance committee"),
        (3, "Pay panel"),
        (2, "Executive team"),
        (2, "Governors of Oak Lane"),
        (0, "Heads' forum"),
    ]
    assert {name for _, name in found} == {view.body.record.name for view in _governed(root).bodies}


def test_every_kind_has_a_word() -> None:
    """Every kind of body has its word."""
    assert set(KINDS) == set(BodyRecord.model_json_schema()["properties"]["kind"]["enum"])


def test_sizes_say_what_is_not_known(root: Path) -> None:
    """The size of a body says how many seats are filled and when, and what of that is not published."""
    found = {view.body.record.name: view.size for view in _governed(root).bodies}
    assert found["Members"] == "5 of 5 seats filled on 31 December 2022"
    assert found["Trust board"] == "7 of 9 seats filled"
    assert found["Finance committee"] == "4 seats; how many are filled is not published"
    assert found["Executive team"] == "1 person"
    assert found["Heads' forum"] == "Not published"


def test_scheme_has_every_share(root: Path) -> None:
    """The scheme has a cell for each body in each decision, and the decisions of an area stand together."""
    scheme = _governed(root).delegation
    assert [(title, len(decisions)) for title, decisions in scheme.areas.items()] == [("Money", 3), ("Schools", 2)]
    columns = {body.id for body in scheme.bodies}
    rows = [row for decisions in scheme.areas.values() for row in decisions]
    assert {body for row in rows for body in row.shares} == columns
    assert [list(row.shares.values()) for row in rows] == [row.decision.record.shares for row in rows]
    parts = [scheme.powers[share.power].power.name for row in rows for share in row.shares.values()]
    assert sorted(parts) == ["Decides"] * 4 + ["Is heard"] * 4 + ["Proposes"] * 2


def test_first_power_is_counted(root: Path) -> None:
    """The page says for how many decisions somebody is recorded with the first of the powers."""
    sentence = _governed(root).delegation.sentence
    assert sentence == "The plan names 5 decisions. For four of them it says which body has the part “Decides”."


def test_reviews(root: Path) -> None:
    """A review shows its last and earlier times, when it is due, and whether that has passed."""
    found = {r.name: (r.last.when if r.last else "", len(r.earlier), r.due, r.overdue) for r in _governed(root).reviews}
    assert found == {
        "External review of governance": ("30 November 2019", 1, "30 November 2022", True),
        "Skills audit": ("20 June 2022", 0, "30 June 2023", False),
        "Review of the scheme of delegation": ("", 0, "No day is set", False),
    }


def test_public_does_not_see_kept_body(root: Path) -> None:
    """A body kept for trustees is in no part of the public page; what decides without it stays."""
    governed = _governed(root, Audience.PUBLIC)
    assert "Pay panel" not in {name for _, name in _names(governed.tree)}
    assert "Pay panel" not in {body.record.name for body in governed.delegation.bodies}
    assert [len(decisions) for decisions in governed.delegation.areas.values()] == [3, 2]
    assert not any(kept(view.body, site_context(root).as_at) for view in governed.bodies)
