"""The downloads: a valid Data Package, harmless in spreadsheets, the same each time, and figures that add up."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from frictionless import Package

from hooks.downloads.files import render_downloads
from hooks.downloads.package import package_name
from hooks.downloads.specs import COUNTED_STATUSES, count_name
from hooks.downloads.table import cell_text
from tests.golden_pages import ROOT, site_context
from tests.page_cases import case_context
from tests.site_build import BOARD_SITES, PUBLIC_SITES, Trust

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext

CASES = [
    "base",
    "pages/formulas",
    "pages/growing-trust",
    "pages/measures",
    "pages/reports",
    "valid/no-growth-and-no-schools",
]
COUNTS = [count_name(status) for status in COUNTED_STATUSES]


@pytest.fixture(scope="module")
def real() -> SiteContext:
    """Return what the downloads of the plan kept in this repository are made from."""
    return site_context(ROOT)


@pytest.fixture(scope="module")
def files(real: SiteContext) -> dict[str, bytes]:
    """Return the downloads of the plan kept in this repository."""
    return _files(real)


def _files(context: SiteContext) -> dict[str, bytes]:
    return {download.path: download.content for download in render_downloads(context)}


def _rows(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{table}.csv"].decode())))


def _package(files: dict[str, bytes], folder: Path) -> Package:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return Package(str(folder / "data" / "datapackage.json"))


@pytest.mark.parametrize("trust", [*PUBLIC_SITES, *BOARD_SITES], ids=str)
def test_trusts_package_is_valid(trust: Trust, tmp_path: Path) -> None:
    """Frictionless finds no fault in the package of any trust kept in this repository, for either audience."""
    report = _package(_files(site_context(trust.root, audience=trust.audience)), tmp_path).validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.valid


@pytest.mark.parametrize("case", CASES)
def test_package_is_valid(case: str, tmp_path: Path) -> None:
    """Frictionless finds no fault in the packages of other plans."""
    context = case_context(case, tmp_path / "plan")
    report = _package(_files(context), tmp_path / "site").validate()
    assert report.flatten(["title", "rowNumber", "fieldName", "message"]) == []
    assert report.valid


def test_sizes_and_sums(files: dict[str, bytes]) -> None:
    """The descriptor gives the true size and hash of every file, and names every table."""
    package = json.loads(files["data/datapackage.json"])
    found = {r["path"]: (r["bytes"], r["hash"]) for r in package["resources"]}
    assert found == {
        path.removeprefix("data/"): (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        for path, content in files.items()
        if path.endswith(".csv")
    }


def test_descriptor_says_what_it_is(real: SiteContext, files: dict[str, bytes]) -> None:
    """The descriptor carries the notice, the day and the published document, and claims no licence."""
    package = json.loads(files["data/datapackage.json"])
    assert real.plan.record.notice
    assert real.plan.record.published
    assert real.plan.record.notice in package["description"]
    assert package["as_at"] == real.as_at.isoformat()
    assert package["sources"] == [{"title": real.plan.record.published.title}]
    assert "licenses" not in package


def test_same_bytes(files: dict[str, bytes]) -> None:
    """The downloads are the same each time, with plain line ends."""
    assert _files(site_context(ROOT)) == files
    assert [path for path, content in files.items() if b"\r" in content or not content.endswith(b"\n")] == []


def test_no_formula_is_left(tmp_path: Path) -> None:
    """No cell that holds text begins like a formula, and the JSON has the text as it was written."""
    files = _files(case_context("pages/formulas", tmp_path))
    texts = {row["id"].rsplit("/", 1)[-1]: row["action"] for row in _rows(files, "actions")}
    assert texts["sum"] == "'=SUM(A1:A9) more places"
    assert texts["plus"] == "'+44 schools asked"
    assert texts["minus"] == "'-5 in a hundred fewer absences"
    assert texts["at"] == "'@home learning for all"
    assert texts["plain"] == "1 = 1, which no program runs"
    assert [row["note"] for row in _rows(files, "updates")][-1] == "'\uff1d1+1, written with a full-width sign."
    tables = [path.removeprefix("data/").removesuffix(".csv") for path in files if path.endswith(".csv")]
    cells = [cell for table in tables for row in _rows(files, table) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\uff1d"))] == []
    assert '"action": "=SUM(A1:A9) more places"' in files["data/plan.json"].decode()


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (True, "true"), (-5, "-5"), ("-5", "'-5"), ("\tx", "'\tx"), ("a=b", "a=b")]
)
def test_cell(value: object, text: str) -> None:
    """Numbers stay numbers; text that would run gets an apostrophe."""
    assert cell_text(value) == text


def test_empty_tables_have_no_file(tmp_path: Path) -> None:
    """A plan without growth and schools has no files for them, and no reference to them."""
    files = _files(case_context("valid/no-growth-and-no-schools", tmp_path))
    assert not {"data/phases.csv", "data/schools.csv"} & set(files)
    names = {resource["name"] for resource in json.loads(files["data/datapackage.json"])["resources"]}
    assert not {"phases", "schools"} & names


def test_statuses_add_up(files: dict[str, bytes]) -> None:
    """In every derived table the counts of each status add up to the total, and the totals to all there is."""
    for table in ("cells", "heatmap-pillars"):
        rows = _rows(files, table)
        assert [row["id"] for row in rows if sum(int(row[name]) for name in COUNTS) != int(row["total"])] == []
        assert sum(int(row["total"]) for row in rows) == len(_rows(files, "standing"))
    standing = _rows(files, "standing")
    for status in COUNTED_STATUSES:
        column = count_name(status)
        counted = sum(int(row[column]) for row in _rows(files, "heatmap-pillars"))
        assert counted == sum(row["status"] == status.value for row in standing)


def test_standing_of_everything(real: SiteContext, files: dict[str, bytes]) -> None:
    """Every action and goal has its row with its status and its proofs, in the table and in the JSON."""
    rows = {row["id"]: row for row in _rows(files, "standing")}
    assert {name: row["status"] for name, row in rows.items()} == {
        name: standing.status.value for name, standing in real.progress.standings.items()
    }
    assert sum(int(row["evidence"]) for row in rows.values()) == sum(
        len(update.evidence) for item in real.plan.items for update in item.updates
    )
    nested = {item["id"]: item["standing"]["status"] for item in _items_of(json.loads(files["data/plan.json"]))}
    assert nested == {name: row["status"] for name, row in rows.items()}


def _items_of(whole: dict[str, Any]) -> list[dict[str, Any]]:
    objectives = [objective for pillar in whole["pillars"] for objective in pillar["objectives"]]
    actions = [action for o in objectives for milestone in o["milestones"] for action in milestone["actions"]]
    return [*actions, *(goal for objective in objectives for goal in objective["goals"])]


def test_terms_end_where_things_stand(files: dict[str, bytes]) -> None:
    """The last term of the history agrees with the cells: as many actions have a status."""
    last = {row["objective"]: int(row["reported"]) for row in _rows(files, "heatmap-terms") if row["known"] == "true"}
    standing = [row for row in _rows(files, "standing") if row["kind"] == "action"]
    assert last == {
        objective: sum(row["objective"] == objective and row["status"] != "not-reported" for row in standing)
        for objective in last
    }


def test_unknown_is_left_out_of_json(tmp_path: Path) -> None:
    """The JSON has no empty values; what is not known is not there."""
    files = _files(case_context("base", tmp_path))
    whole = json.loads(files["data/plan.json"])
    assert _nothings(whole) == []
    assert whole["as_at"] == "2023-03-31"
    assert "lead" not in whole["pillars"][0]["objectives"][1]


def _nothings(part: Any, path: str = "") -> list[str]:
    if isinstance(part, dict):
        return [found for name, value in part.items() for found in _nothings(value, f"{path}/{name}")]
    if isinstance(part, list):
        return [found for n, value in enumerate(part) for found in _nothings(value, f"{path}/{n}")]
    return [path] if part in (None, "") else []


@pytest.mark.parametrize(
    ("trust", "name"),
    [("Example Learning Trust", "example-learning-trust-plan"), ("Écoles & Co.", "ecoles-co-plan"), ("学校", "plan")],
)
def test_package_name(trust: str, name: str) -> None:
    """The package's name is the trust's, in letters that names of packages may have."""
    assert package_name(trust) == name
