"""Rules: every code that is one's is reported by one, and what records say of their lists is enough to check them."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import pytest
from pydantic import Field

from tests.case_folders import BASE
from validate.catalogue import CODES
from validate.layout import KINDS, FileKind
from validate.pipeline import load_plan
from validate.plan import growing
from validate.plan.seen import SeenPlan, plan_in
from validate.reading.folder import DataFile
from validate.reading.shape import check_shape
from validate.reading.yaml_tree import read_tree
from validate.records.base import Record
from validate.records.notes import Log, Once, Seen, Table
from validate.rules import registry
from validate.rules.lists import entries_in_future, entries_only_once, logs_in_order
from validate.rules.registry import RULES
from validate.rules.scene import Scene
from validate.values.dates import Day
from validate.values.text import Slug

if TYPE_CHECKING:
    from validate.rules.rule import Rule

VALIDATE = Path(__file__).parent.parent / "validate"


def codes_written_in(module: Path) -> set[str]:
    """Return the codes of the catalogue that a module spells out."""
    found = {node.value for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Constant)}
    return {code for code in CODES if code in found}


def test_every_code_is_reported_by_something() -> None:
    """What a rule reports is in the catalogue, and what no rule reports is reported by another part of the check."""
    marked = {code for rule in RULES for code in rule.codes}
    own = {VALIDATE / "catalogue.py", *(VALIDATE / "rules").glob("*.py")}
    others = set(VALIDATE.rglob("*.py")) - own
    assert marked <= set(CODES)
    assert set(CODES) - marked <= {code for module in others for code in codes_written_in(module)}


def test_no_subject_is_left_out() -> None:
    """Every module in which a function is marked is among the subjects."""
    marking = {m.stem for m in (VALIDATE / "rules").glob("*.py") if "\n@rule" in m.read_text("utf-8")}
    subjects = {subject.__name__.rpartition(".")[2] for subject in registry.SUBJECTS}
    assert subjects - marking == {"lists"}
    assert marking <= subjects


class VisitRecord(Record):
    """A kind of entry that no module of the product knows."""

    table = Table("visits", "Who came when.", one="visit")
    log = Log(future="review-in-future")
    once = Once(("by", "date"))

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(title="Date", description="When.", examples=["2022-10-03"])
    by: Slug = Field(title="By", description="Who came.", examples=["board"])


class VisitsRecord(Record):
    """The file that holds them."""

    visits: list[VisitRecord] = Field(title="Visits", description="Who came when.", examples=[])


VISITS = FileKind("visits", "plan/visits.yml", VisitsRecord)


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> Scene:
    """Return a plan with a file of visits."""
    monkeypatch.setattr(growing, "KINDS", (*KINDS, VISITS))
    outcome = load_plan(BASE, date(2023, 3, 31))
    days = (("board", "2022-11-07"), ("ceo", "2022-10-03"), ("staff", "2024-01-08"), ("ceo", "2022-10-03"))
    lines = (f"  - date: {day}\n    by: {by}\n" for by, day in days)
    node, _ = read_tree(f"visits:\n{''.join(lines)}", VISITS.pattern)
    assert node
    files = [*outcome.loaded, check_shape(DataFile(VISITS.pattern, VISITS, node))]
    plan = plan_in(growing.grow(files, {}))
    assert plan
    return Scene(
        plan=plan,
        files=files,
        paths=frozenset(outcome.data_files),
        reported=frozenset(),
        as_at=outcome.as_at,
        newest_day=outcome.newest_day,
        public=SeenPlan(plan=plan),
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (entries_in_future, [("review-in-future", 6)]),
        (logs_in_order, [("entry-order", 4)]),
        (entries_only_once, [("duplicate-id", 9)]),
    ],
    ids=["future", "order", "repeated"],
)
def test_lists_are_checked_by_their_notes(scene: Scene, rule: Rule, expected: list[tuple[str, int]]) -> None:
    """A new kind of log is checked for its order, its future and its repetitions because its record says so."""
    assert [(problem.code, problem.place.line) for problem in rule.check(scene)] == expected
