"""Explanations of how a status came about, compared whole, and the answers to names that mean nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desk.explain.named import explained
from desk.explain.names import kinds, other_kinds
from desk.explain.problem import explain_problem
from desk.plan_on_day import plan_on_day
from desk.sheet import render_sheet
from desk.surroundings import COULD_NOT_RUN, DONE
from tests.case_folders import BASE, CASES, build_case
from tests.desk_runs import TODAY, run
from tests.golden_pages import assert_golden
from validate.catalogue import CODES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOTHING = 'Nothing in this plan is called "{}". Did you mean {}? To see what can be explained: trustplan explain'


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that builds a case once and returns its folder."""
    built: dict[str, Path] = {}

    def build(name: str) -> Path:
        if name not in built:
            built[name] = tmp_path_factory.mktemp("case")
            build_case(CASES / name, built[name])
        return built[name]

    return build


@pytest.mark.parametrize(
    ("folder", "name", "golden"),
    [
        ("base", "1.1/2021-22/reading-scheme", "action"),
        ("base", "1.1/goal/nine-in-ten", "goal"),
        ("base", "2.1/2022-23/one-school-joins", "action-without-reports"),
        ("pages/school-by-school", "1.2/2022-23/breakfast-clubs", "action-school-by-school"),
        ("valid/deferred-and-reopened", "1.1/2021-22/reading-scheme", "action-reopened"),
        ("valid/amended-and-approved", "1.1/goal/nine-in-ten", "goal-amended"),
        ("valid/amended-and-approved", "measures/reading", "measure-amended"),
        ("valid/corrected-and-reported-late", "1.1/2021-22/reading-scheme", "action-corrected"),
        ("pages/school-by-school", "1.2/2022-23", "year"),
        ("base", "2.1/2021-22", "year-that-is-blank"),
        ("base", "1.1/goal", "goals"),
        ("pages/school-by-school", "1.2", "objective"),
        ("base", "2", "pillar"),
        ("pages/school-by-school", "elm-road-junior", "school"),
        ("pages/joining", "schools/beech-court-primary", "school-on-its-way"),
        ("pages/measures", "attendance", "measure"),
        ("base", "unknown-status", "problem"),
        ("pages/school-by-school", "1.2/2022-23/breakfast-clubs/elm-road-junior", "action-at-a-school"),
        ("pages/joining", "joining/hill-top-junior", "joining"),
        ("pages/joining", "joining/hill-top-junior/welcome-day", "joining-stage"),
        ("pages/support-and-deployments", "support/elm-road-junior", "support"),
        ("pages/services-and-governance", "payroll", "service"),
        ("pages/services-and-governance", "governance/external-review", "review"),
        ("base", "phases/1", "phase"),
        ("pages/services-and-governance", "charges/top-slice", "charge"),
        ("pages/services-and-governance", "governance_bodies/board", "body"),
        ("pages/services-and-governance", "plan/services.yml", "file"),
        ("base", "on-track", "status"),
        ("base", "''", "kinds"),
        ("base", "schools/", "schools"),
    ],
)
def test_explanation(case: Callable[[str], Path], folder: str, name: str, golden: str) -> None:
    """An explanation names each report, the rule and the marks."""
    ran = run(f"explain {name}", case(folder), width=90)
    assert ran.code == DONE
    assert_golden(f"desk/explain/{golden}.txt", ran.shown)


def test_everything_can_be_explained(root: Path) -> None:
    """Whatever a full plan names can be explained, on a narrow terminal too."""
    on_day = plan_on_day(root / "examples" / "quillbrook", None, TODAY)
    names = [entry.id for kind in kinds(on_day) if kind.code != "problems" for entry in kind.listed]
    names += [f"{parts[0].item.id}/{school}" for school, parts in on_day.progress.by_school.items() if parts]
    for name in [*names, "joining/gorsewick-primary/systems-moved"]:
        text = render_sheet(explained(name, on_day), 24)
        assert all(len(line) <= 24 or len(line.split()) == 1 for line in text.splitlines())
        assert ".." not in text.replace("...", "")
        assert "The rule" in text or "there is no status" in " ".join(text.split())


def test_whatever_else_can_be_explained(root: Path) -> None:
    """What has no explanation of its own is told from its record: where it stands, and all that it says."""
    on_day = plan_on_day(root / "examples" / "quillbrook", None, TODAY)
    others = other_kinds(on_day, kinds(on_day))
    assert {"charges", "service_reviews", "joining_findings", "governance_bodies"} <= {kind.code for kind in others}
    for kind in others:
        entry = kind.names[-1].entry
        assert entry
        text = render_sheet(kind.names[-1].explain(), 72)
        assert f"{entry.place().file}:{entry.place().line}" in text
        assert "None" not in text


def test_every_problem_can_be_explained() -> None:
    """Each code of the check has its page, with its examples as they stand in a file."""
    for code in CODES:
        text = render_sheet(explain_problem(code), 72)
        assert "```" not in text
        assert f"({code})" in " ".join(text.split())


def test_a_problem_is_explained_without_a_plan(tmp_path: Path) -> None:
    """What a code means can be asked in any folder."""
    assert run("explain problems/no-evidence", tmp_path).shown == run("explain no-evidence", BASE).shown


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("train-staff", NOTHING.format("train-staff", "1.1/2022-23/train-staff")),
        ("1.1/2022-23/train-stuff", NOTHING.format("1.1/2022-23/train-stuff", "1.1/2022-23/train-staff")),
        ("zzzz", 'Nothing in this plan is called "zzzz". To see what can be explained: trustplan explain'),
        ("clerk", '"clerk" is a role. To see what waits for it: trustplan status --role clerk'),
        ("oak-lane", NOTHING.format("oak-lane", "schools/oak-lane-primary")),
    ],
)
def test_wrong_name(name: str, answer: str) -> None:
    """A name that means nothing is answered with those most like it."""
    ran = run(f"explain {name}", BASE)
    assert (ran.code, ran.shown) == (COULD_NOT_RUN, f"trustplan: {answer}\n")


def test_name_of_two_things(tmp_path: Path) -> None:
    """A name that a school and a measure share is answered with both."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    school = (BASE / "schools" / "oak-lane-primary.yml").read_text(encoding="utf-8")
    (tmp_path / "schools" / "attendance.yml").write_text(
        school.replace("oak-lane-primary", "attendance").replace("100001", "100002"), encoding="utf-8"
    )
    ran = run("explain attendance", tmp_path)
    wanted = "Write schools/attendance or measures/attendance."
    assert ran.code == COULD_NOT_RUN
    assert ran.shown == f'trustplan: "attendance" is the name of more than one thing. {wanted}\n'
    assert run("explain measures/attendance", tmp_path).code == DONE


def test_earlier_day() -> None:
    """An explanation for an earlier day knows no later reports."""
    shown = run("explain 1.1/2021-22/reading-scheme --as-at 2022-01-01", BASE).shown
    assert "On 1 January 2022: On track" in shown
    assert "complete" not in shown.replace("completed", "")
