"""What a plan promises, how it is told that promises changed, and the fingerprint over them alone."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.case_folders import BASE
from tests.plan_files import read_files, write_files
from validate.history.amended_promises import Amended, amended
from validate.history.fingerprint import fingerprint, known_to_public
from validate.history.matching import Matched
from validate.history.promise import promises_of
from validate.plan.growing import grow
from validate.plan.seen import plan_in
from validate.reading.folder import read_folder
from validate.reading.shape import check_shape

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.plan_files import Files
    from validate.plan.plan import Plan

    Edit = Callable[[Files], object]

FILES = read_files(BASE)
EXAMPLE = BASE.parents[2] / "examples" / "quillbrook"
READING = "plan/pillars/1-learning/1.1-reading"
SCHEME = f"{READING}/2021-22.yml"
STAFF = f"{READING}/2022-23.yml"
OBJECTIVE = f"{READING}/objective.yml"
CLUBS = "plan/pillars/1-learning/1.2-attendance/2022-23.yml"
MEASURE = "plan/measures/reading.yml"
BASE_FINGERPRINT = "0d3297e515c1762c9ca528b79eb217426e26db1105f9e0004092bd9eb9f99b60"
"""That of the base of the cases. If it changes, every approval that any trust has recorded says "changed"."""


def _plan(root: Path, edit: Edit | None = None) -> Plan:
    files = deepcopy(FILES)
    if edit:
        edit(files)
    write_files(BASE, files, root)
    return _read(root)


def _read(root: Path) -> Plan:
    """Return the plan in a folder, without checking its tables."""
    folder = read_folder(root)
    plan = plan_in(grow([check_shape(file) for file in folder.files], folder.stories))
    assert plan is not None
    return plan


def amendments_between(before: Plan, after: Plan) -> list[Amended]:
    """Return what became of the promises of a plan."""
    return list(amended(promises_of(before), promises_of(after), Matched(before.tree, after.tree)))


def _fingerprint(plan: Plan) -> str:
    return fingerprint(promises_of(plan).values())


def _action(files: Files, path: str = SCHEME) -> dict[str, Any]:
    action: dict[str, Any] = files[path]["actions"][0]
    return action


@pytest.fixture(scope="module")
def base() -> Plan:
    """Return the plan that all others are changed from."""
    return _read(BASE)


def test_promises(base: Plan) -> None:
    """Everything that is promised has an id, and says what it promises in plain form."""
    assert {
        promise.id: {what.value: said.plain for what, said in promise.says.items()}
        for promise in promises_of(base).values()
    } == {
        "plan": {
            "title": "Example plan 2021 to 2023",
            "due": "2023-08-31",
            "year": "2021-22, 2022-23, each from 1 September",
        },
        "pillars/1": {"title": "Learning", "wording": "Every pupil reads well and comes to school"},
        "1.1": {"title": "Reading", "wording": "Every pupil leaves school a confident reader."},
        "1.1/2021-22/reading-scheme": {
            "wording": "Choose one reading scheme for the whole trust",
            "due": "2022-08-31",
            "year": "2021-22",
            "schools": "trust",
        },
        "1.1/2022-23/train-staff": {
            "wording": "Train every teacher in the new scheme",
            "due": "2023-08-31",
            "year": "2022-23",
            "schools": "trust",
        },
        "1.1/goal/nine-in-ten": {
            "wording": "Nine in ten pupils reach the expected standard in reading",
            "due": "2023-08-31",
        },
        "1.2": {"title": "Attendance", "wording": "Pupils miss as little school as they can."},
        "1.2/2022-23/breakfast-clubs": {
            "wording": "Open a breakfast club in each school",
            "due": "2023-08-31",
            "year": "2022-23",
            "schools": "trust",
        },
        "pillars/2": {"title": "Growth", "wording": "Grow at a careful pace"},
        "2.1": {"title": "New schools", "wording": "Welcome schools that share the trust's values."},
        "2.1/2022-23/one-school-joins": {
            "wording": "One school joins the trust",
            "due": "2023-06-30",
            "year": "2022-23",
            "schools": "trust",
        },
        "2.1/goal/one-school-joined": {"wording": "At least one school has joined the trust", "due": "2023-08-31"},
        "measures/attendance": {
            "title": "Attendance",
            "unit": "percent",
            "direction": "higher",
            "tolerance": "0.5",
        },
        "measures/attendance/2021-22": {"target": "94"},
        "measures/reading": {
            "title": "Pupils who read as expected at the age of seven",
            "unit": "percent",
            "direction": "higher",
            "tolerance": "0",
        },
        "measures/reading/2021-22": {"target": "70"},
        "measures/reading/2022-23": {"target": "75"},
    }


def _report(files: Files) -> None:
    _action(files, CLUBS)["updates"] = [{"date": "2023-03-01", "status": "on-track", "reported_by": "ceo"}]


def _two_more(files: Files) -> list[Any]:
    actions: list[Any] = files[CLUBS]["actions"]
    actions += [{"id": "first", "action": "One"}, {"id": "second", "action": "Two"}]
    return actions


UNTOUCHED: dict[str, Edit] = {
    "a report": _report,
    "no report": lambda files: _action(files).pop("updates"),
    "other evidence": lambda files: _action(files)["updates"][1]["evidence"][0].update(title="Results"),
    "a lead": lambda files: _action(files).update(lead="clerk"),
    "a source": lambda files: _action(files).update(source={"pillar": "1", "cell": "1.1 / 2021-22", "paragraph": "1"}),
    "a due date that held already": lambda files: _action(files).update(due="2022-08-31"),
    "spaces": lambda files: _action(files).update(action="Choose one  reading scheme\nfor the whole trust"),
    "a number written otherwise": lambda files: files[MEASURE]["targets"][1].update(value="75.0"),
    "figures": lambda files: files["plan/measures/observations.csv"]["observations"].pop(),
    "governance": lambda files: files.pop("plan/governance.yml"),
    "a notice": lambda files: files["plan/plan.yml"].update(notice="This is an example."),
    "order of measures": lambda files: files[MEASURE]["targets"].reverse(),
}


@pytest.mark.parametrize("edit", UNTOUCHED.values(), ids=UNTOUCHED)
def test_fingerprint_stays(base: Plan, tmp_path: Path, edit: Edit) -> None:
    """Reports, proofs, leads, sources, spelling of numbers and the layout of files are no part of a promise."""
    plan = _plan(tmp_path, edit)
    assert _fingerprint(plan) == _fingerprint(base)
    assert amendments_between(base, plan) == []


def test_order_does_not_count(base: Plan, tmp_path: Path) -> None:
    """The order in which promises, or the schools of one, are written changes nothing."""
    plan = _plan(tmp_path / "one", _two_more)
    other = _plan(tmp_path / "two", lambda files: _two_more(files).reverse())
    assert _fingerprint(plan) == _fingerprint(other) != _fingerprint(base)


def test_folders_do_not_count(base: Plan, tmp_path: Path) -> None:
    """A folder may be called otherwise; the id inside it is what counts."""
    write_files(BASE, FILES, tmp_path)
    (tmp_path / READING).rename(tmp_path / "plan/pillars/1-learning/1.1-books")
    assert _fingerprint(_read(tmp_path)) == _fingerprint(base)


def _moved(files: Files) -> None:
    files[STAFF]["actions"].insert(0, files[SCHEME]["actions"].pop())


CHANGES: dict[str, tuple[Edit, list[str]]] = {
    "wording": (
        lambda files: _action(files).update(action="Look at schemes"),
        ["1.1/2021-22/reading-scheme wording: Choose one reading scheme for the whole trust -> Look at schemes"],
    ),
    "date": (
        lambda files: _action(files).update(due="2022-03-31"),
        ["1.1/2021-22/reading-scheme due: 31 August 2022 -> 31 March 2022"],
    ),
    "goal date": (
        lambda files: files["plan/plan.yml"].update(goal_date="2023-12-31"),
        ["plan due: 31 August 2023 -> 31 December 2023"],
    ),
    "schools": (
        lambda files: _action(files, CLUBS).update(schools=["oak-lane-primary"]),
        ["1.2/2022-23/breakfast-clubs schools: the trust as a whole -> Oak Lane Primary School"],
    ),
    "every school": (
        lambda files: _action(files, CLUBS).update(schools="all"),
        ["1.2/2022-23/breakfast-clubs schools: the trust as a whole -> every school"],
    ),
    "another year": (
        _moved,
        ["1.1/2022-23/reading-scheme year: 2021-22 -> 2022-23"],
    ),
    "removal": (
        lambda files: files[CLUBS].update(focus="nothing-published", actions=[]),
        ["1.2/2022-23/breakfast-clubs removed: Open a breakfast club in each school -> "],
    ),
    "addition": (
        lambda files: files[CLUBS]["actions"].append({"id": "walking-bus", "action": "Walk to school together"}),
        ["1.2/2022-23/walking-bus added:  -> Walk to school together"],
    ),
    "target": (
        lambda files: files[MEASURE]["targets"][1].update(value="72", words="As before"),
        ["measures/reading/2022-23 target: 75 -> 72 (As before)"],
    ),
    "a target less": (
        lambda files: files[MEASURE]["targets"].pop(),
        ["measures/reading/2022-23 removed: 75 -> "],
    ),
    "direction and tolerance": (
        lambda files: files[MEASURE].update(better="near-target", tolerance="2"),
        [
            "measures/reading direction: higher is better -> near the target is better",
            "measures/reading tolerance: 0 -> 2",
        ],
    ),
    "baseline": (
        lambda files: files[MEASURE].update(baseline={"value": "61", "year": "2020-21"}),
        ["measures/reading baseline:  -> 61 in 2020-21"],
    ),
    "titles": (
        lambda files: (files[OBJECTIVE].update(title="Reading well"), files["plan/plan.yml"].update(title="Plan")),
        ["plan title: Example plan 2021 to 2023 -> Plan", "1.1 title: Reading -> Reading well"],
    ),
    "pillar": (
        lambda files: files["plan/pillars/2-growth/pillar.yml"].update(aim="Grow fast"),
        ["pillars/2 wording: Grow at a careful pace -> Grow fast"],
    ),
}


@pytest.mark.parametrize(("edit", "told"), CHANGES.values(), ids=CHANGES)
def test_changes_are_told(base: Plan, tmp_path: Path, edit: Edit, told: list[str]) -> None:
    """Each change of a promise is told once, with both values in words, and changes the fingerprint."""
    plan = _plan(tmp_path, edit)
    assert [
        f"{change.id} {change.what}: {change.before} -> {change.after}" for change in amendments_between(base, plan)
    ] == told
    assert _fingerprint(plan) != _fingerprint(base)


def test_back_again(base: Plan, tmp_path: Path) -> None:
    """The other way round, what was added is removed."""
    plan = _plan(tmp_path, CHANGES["addition"][0])
    assert [(change.id, change.what.value) for change in amendments_between(plan, base)] == [
        ("1.2/2022-23/walking-bus", "removed")
    ]


def test_fingerprint_is_for_good(base: Plan) -> None:
    """The fingerprint of the same promises is the same in every version of the tool."""
    assert _fingerprint(base) == BASE_FINGERPRINT


def test_fingerprint_can_be_worked_out_again(base: Plan) -> None:
    """The recipe in the documentation of `fingerprint` gives the same characters."""
    lines = [
        json.dumps(
            [promise.id, str(promise.kind), {str(what): said.plain for what, said in sorted(promise.says.items())}],
            separators=(",", ":"),
            ensure_ascii=False,
        )
        for promise in sorted(promises_of(base).values(), key=lambda promise: promise.id)
    ]
    assert (
        lines[0] == '["1.1","objective",{"title":"Reading","wording":"Every pupil leaves school a confident reader."}]'
    )
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == _fingerprint(base)


def test_known_to_public(tmp_path: Path) -> None:
    """Promises kept for trustees, or up to a day, are not known to the public on that day."""

    def keep(files: Files) -> None:
        _action(files)["audience"] = "trustees"
        _action(files, CLUBS)["publish_after"] = "2023-01-31"
        files[MEASURE]["audience"] = "trustees"

    promises = promises_of(_plan(tmp_path, keep))
    kept = {"1.1/2021-22/reading-scheme", "measures/reading", "measures/reading/2021-22", "measures/reading/2022-23"}
    later = {promise.id for promise in known_to_public(promises.values(), date(2023, 2, 1))}
    earlier = {promise.id for promise in known_to_public(promises.values(), date(2023, 1, 31))}
    assert later == promises.keys() - kept
    assert earlier == later - {"1.2/2022-23/breakfast-clubs"}


def test_approval_of_the_example(tmp_path: Path) -> None:
    """The invented trust's approval is of its promises as they were before the one that was amended since."""
    files = read_files(EXAMPLE)
    late = "plan/pillars/2-people-who-stay/2.2-leaders-from-within/2025-26.yml"
    files[late]["actions"][1]["due"] = "2025-10-31"
    write_files(EXAMPLE, files, tmp_path)
    promises = promises_of(_read(tmp_path)).values()
    (approval,) = files["plan/approvals.yml"]["approvals"]
    public = known_to_public(promises, date.fromisoformat(approval["date"]))
    assert fingerprint(promises) == approval["trustees_fingerprint"]
    assert fingerprint(public) == approval["fingerprint"]
