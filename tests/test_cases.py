"""Every case on disk gives exactly the report beside it, and every problem code has its case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.case_folders import code_of, invalid_cases, load_case, valid_cases
from validate.catalogue import CODES
from validate.pipeline import load_plan
from validate.reporters import render_text

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "validate" / "reference"


@pytest.mark.parametrize("case", invalid_cases(), ids=lambda case: case.name)
def test_report(case: Path, tmp_path: Path) -> None:
    """The report of the case is the expected one, to the letter, and names the case's own code and no other."""
    outcome = load_case(case, tmp_path)
    assert render_text(outcome) == (case / "expected.txt").read_text(encoding="utf-8")
    assert {problem.code for problem in outcome.problems} == {code_of(case)}


@pytest.mark.parametrize("case", valid_cases(), ids=lambda case: case.name)
def test_valid(case: Path, tmp_path: Path) -> None:
    """A plan without fault has no problem."""
    assert load_case(case, tmp_path).problems == ()


def test_real_plan() -> None:
    """The plan kept in this repository has no problem."""
    assert load_plan(ROOT).problems == ()


@pytest.mark.parametrize("code", CODES)
def test_code_has_case(code: str) -> None:
    """Every code of the catalogue has a case."""
    assert code in {code_of(case) for case in invalid_cases()}


@pytest.mark.parametrize("code", CODES)
def test_code_has_reference_page(code: str) -> None:
    """Every code has a page with a heading, a wrong example and a right one."""
    page = (REFERENCE / f"{code}.md").read_text(encoding="utf-8")
    assert re.fullmatch(r"# .+?\n\n.+?\n\nWrong:\n\n```\w+\n.+?```\n\nRight:\n\n```\w+\n.+?```\n", page, re.DOTALL)


def test_reference_has_no_other_page() -> None:
    """The reference explains no code that does not exist."""
    assert {page.stem for page in REFERENCE.glob("*.md")} == set(CODES)


def test_catalogue_is_sorted() -> None:
    """Codes stand in order of name."""
    assert list(CODES) == sorted(CODES)
