"""Two states of a plan, or two days, are compared in meaning: each kind of change is found, and nothing else."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.case_folders import CASES, build_case
from tests.plan_files import read_files, write_files
from tests.site_build import QUILLBROOK
from validate.history.comparison import Comparison, compare
from validate.history.moves import newly_overdue, no_longer_overdue
from validate.history.turning_days import turning_days
from validate.pipeline import load_plan, outcome_seen
from validate.records.base import Audience
from validate.standing.measures import Verdict
from validate.standing.progress import Progress
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.plan_files import Files
    from validate.pipeline import Outcome

BASE_CASE = CASES / "pages" / "school-by-school"
READING = "plan/pillars/1-learning/1.1-reading/2022-23.yml"
ATTENDANCE = "plan/pillars/1-learning/1.2-attendance/2022-23.yml"
NEW_SCHOOLS = "plan/pillars/2-growth/2.1-new-schools/2022-23.yml"
OAK_LANE = "schools/oak-lane-primary.yml"
CLUBS = "1.2/2022-23/breakfast-clubs"
JOINS = "2.1/2022-23/one-school-joins"


def seen(outcome: Outcome, day: date | None = None) -> Progress:
    """Return where the plan stands for trustees, on its own day or another one."""
    assert outcome.errors == 0, outcome.problems
    assert outcome.as_at is not None
    on = day or outcome.as_at
    return Progress(outcome_seen(outcome, Audience.TRUSTEES, on).plan, on)


def changed_lists(comparison: Comparison) -> set[str]:
    """Return the names of the lists in which there is anything."""
    return {f.name for f in fields(comparison) if f.name != "map" and getattr(comparison, f.name)}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small plan with actions tracked school by school."""
    folder = tmp_path_factory.mktemp("before")
    build_case(BASE_CASE, folder)
    return folder


@pytest.fixture(scope="module")
def before(root: Path) -> Outcome:
    """Return the small plan."""
    return load_plan(root)


@pytest.fixture
def compared(root: Path, before: Outcome, tmp_path: Path) -> Callable[..., Comparison]:
    """Return a function that changes the files and compares; the day stays, unless another is named."""

    def changed(change: Callable[[Files], Any], day: date | None = None) -> Comparison:
        files = read_files(root)
        change(files)
        write_files(root, files, tmp_path)
        return compare(seen(before), seen(load_plan(tmp_path, day)))

    return changed


def report(date: str, status: str = "no-change", **more: Any) -> dict[str, Any]:
    """Return a report."""
    return {"date": date, "status": status, "reported_by": "ceo", **more}


PROOF = {"title": "Minutes, March 2023", "kind": "minutes", "url": "https://example.org/minutes"}


def test_nothing_changed() -> None:
    """The same files on the same day are no change, however often they are read."""
    comparison = compare(seen(load_plan(QUILLBROOK.root)), seen(load_plan(QUILLBROOK.root)))
    assert comparison.is_empty
    assert comparison.map.changed_rows == ()


def test_what_is_only_written_otherwise(compared: Callable[..., Comparison]) -> None:
    """Other line ends, quotes, order of keys and comments mean nothing."""

    def rewrite(files: Files) -> None:
        for path, data in files.items():
            if isinstance(data, dict) and not path.endswith(".csv"):
                files[path] = dict(reversed(data.items()))

    assert compared(rewrite).is_empty


def test_move(compared: Callable[..., Comparison]) -> None:
    """A report with a status moves an action; nothing else is said of it."""
    found = compared(lambda files: files[NEW_SCHOOLS]["actions"][0].update(updates=[report("2023-03-01", "at-risk")]))
    assert changed_lists(found) == {"moves"}
    (move,) = found.moves
    assert (move.item.id, move.before.status, move.after.status, move.schools) == (
        JOINS,
        Status.NOT_REPORTED,
        Status.AT_RISK,
        (),
    )
    assert [row.pillar.id for row in found.map.changed_rows] == ["2"]


def test_move_at_one_school(compared: Callable[..., Comparison]) -> None:
    """Where only one school moved, that school is named, and the whole stands as before."""
    said = {
        "date": "2023-03-20",
        "schools": [{"school": "oak-lane-primary", "status": "at-risk"}],
        "reported_by": "ceo",
    }
    found = compared(lambda files: files[READING]["actions"][0]["updates"].append(said))
    (move,) = found.moves
    assert not move.is_whole
    assert [(part.school.id, part.before, part.after) for part in move.schools] == [
        ("oak-lane-primary", Status.ON_TRACK, Status.AT_RISK)
    ]


def test_note_and_evidence(compared: Callable[..., Comparison]) -> None:
    """A report that only adds a note and a proof is told as these two."""
    added = report("2023-03-20", note="A hall was found.", evidence=[PROOF])
    found = compared(lambda files: files[NEW_SCHOOLS]["actions"][0].update(updates=[added]))
    assert changed_lists(found) == {"evidence", "notes"}
    assert [(one.item.id, one.note) for one in found.notes] == [(JOINS, "A hall was found.")]
    (entry,) = found.evidence
    assert [proof.evidence.record.title for proof in entry.proofs] == ["Minutes, March 2023"]


def test_same_proof_once_more(compared: Callable[..., Comparison]) -> None:
    """A proof that is given a second time is one more."""
    again = report("2023-03-21", evidence=[PROOF, dict(PROOF)])
    found = compared(lambda files: files[NEW_SCHOOLS]["actions"][0].update(updates=[again]))
    assert len(found.evidence[0].proofs) == 2


def test_evidence_of_a_school(compared: Callable[..., Comparison]) -> None:
    """A proof in a school's own file is told of that school."""
    found = compared(lambda files: files[OAK_LANE].update(evidence=[PROOF]))
    assert changed_lists(found) == {"evidence"}
    assert [getattr(entry.about, "id", "") for entry in found.evidence] == ["oak-lane-primary"]


def test_passing_a_date(before: Outcome) -> None:
    """With time alone, what is open passes its date, and reports grow old."""
    found = compare(seen(before), seen(before, date(2023, 7, 1)))
    assert changed_lists(found) == {"newly_overdue"}
    assert [one.item.id for one in found.newly_overdue] == [JOINS]


def test_growing_old(before: Outcome) -> None:
    """A report that is older than the plan allows is told once, when it becomes so."""
    found = compare(seen(before, date(2023, 2, 1)), seen(before, date(2023, 3, 31)))
    assert [(one.item.id, [school.id for school in one.schools]) for one in found.newly_stale] == [
        ("1.1/2022-23/train-staff", ["elm-road-junior", "oak-lane-primary"]),
        ("1.1/goal/nine-in-ten", []),
    ]


def test_no_longer_past_its_date(compared: Callable[..., Comparison]) -> None:
    """What was past its date at one school and is done there is told with that school; it is no move of the rest."""
    said = {
        "date": "2023-03-24",
        "schools": [{"school": "elm-road-junior", "status": "complete", "evidence": [PROOF]}],
        "reported_by": "ceo",
    }
    found = compared(lambda files: files[ATTENDANCE]["actions"][0]["updates"].append(said))
    assert [(one.item.id, [school.id for school in one.schools]) for one in found.no_longer_overdue] == [
        (CLUBS, ["elm-road-junior"])
    ]
    assert not found.newly_overdue


def test_tracked_by_school_from_now_on(root: Path, before: Outcome, tmp_path: Path) -> None:
    """Where an action was past its date as a whole and is now so at its schools, it has not passed its date anew."""
    files, day = read_files(root), date(2023, 7, 31)
    files[NEW_SCHOOLS]["actions"][0]["schools"] = "all"
    write_files(root, files, tmp_path)
    late, by_school = seen(before, day), seen(load_plan(tmp_path, day))
    assert late.standings[JOINS].overdue
    assert by_school.standings[JOINS].overdue
    assert changed_lists(compare(late, by_school)) == {"amended"}


def test_amended_promise(compared: Callable[..., Comparison]) -> None:
    """Another wording, another date and a removal are amendments; what is new is none."""

    def amend(files: Files) -> None:
        clubs, register, calls = files[ATTENDANCE]["actions"]
        clubs["action"] = "Open a breakfast club in most schools"
        register["due"] = "2023-08-01"
        files[ATTENDANCE]["actions"].remove(calls)
        files[ATTENDANCE]["actions"].append({"id": "walk", "action": "Walk to school on Fridays"})

    found = compared(amend)
    assert changed_lists(found) == {"amended", "promised"}
    assert [(change.id, change.what.value) for change in found.amended] == [
        (CLUBS, "wording"),
        ("1.2/2022-23/one-register", "due"),
        ("1.2/2022-23/call-families", "removed"),
    ]
    assert [change.id for change in found.promised] == ["1.2/2022-23/walk"]


def test_moved_to_another_year(compared: Callable[..., Comparison]) -> None:
    """An action that moved to another year keeps its reports: it did not move in status, and no proof is new."""

    def move(files: Files) -> None:
        register = files[ATTENDANCE]["actions"].pop(1)
        files["plan/pillars/1-learning/1.2-attendance/2021-22.yml"] = {
            "focus": "planned",
            "actions": [*files["plan/pillars/1-learning/1.2-attendance/2021-22.yml"].get("actions", []), register],
        }

    found = compared(move)
    assert {change.what.value for change in found.amended} >= {"year"}
    assert not found.evidence
    assert not found.notes
    assert not found.promised


def test_measure_with_another_verdict(compared: Callable[..., Comparison]) -> None:
    """A new figure with another verdict is told of the school it is for, and not of the trust."""
    row = {"measure": "attendance", "year": "2021-22", "school": "elm-road-junior", "value": "90"}
    row |= {"status": "final", "published": "2023-03-01", "source": "Registers"}
    found = compared(lambda files: files["plan/measures/observations.csv"]["observations"].append(row))
    assert changed_lists(found) == {"measures"}
    (move,) = found.measures
    assert move.school is not None
    assert (move.school.id, move.verdict_before, move.verdict) == (
        "elm-road-junior",
        Verdict.NO_FIGURE,
        Verdict.MISSED,
    )


def test_figure_published_later(before: Outcome) -> None:
    """The same files on two days differ by the figures that were published between them."""
    early, late = Progress(seen(before).plan, date(2022, 9, 1)), Progress(seen(before).plan, date(2022, 9, 30))
    assert [(m.measure.id, m.verdict_before, m.verdict) for m in compare(early, late).measures] == [
        ("reading", Verdict.NO_FIGURE, Verdict.MET)
    ]


def test_schools(compared: Callable[..., Comparison]) -> None:
    """A school that joined and one that left are told; one that joined is not told as on its way besides."""

    def change(files: Files) -> None:
        files["schools/beech-court-primary.yml"]["membership"][0]["left"] = "2023-03-01"
        files["schools/mill-street.yml"] = {
            "id": "mill-street",
            "name": "Mill Street School",
            "membership": [{"joined": "2023-03-01"}],
            "joining": {"route": "conversion", "states": [{"date": "2023-03-01", "state": "completed"}]},
        }

    found = compared(change)
    assert [school.id for school in found.joined] == ["mill-street"]
    assert [school.id for school in found.left] == ["beech-court-primary"]
    assert found.joining == ()


def test_school_on_its_way(compared: Callable[..., Comparison]) -> None:
    """A new joining case is told as new, with its opening date and its stages."""

    def change(files: Files) -> None:
        files["schools/mill-street.yml"] = {
            "id": "mill-street",
            "name": "Mill Street School",
            "joining": {
                "route": "conversion",
                "opening": [{"set_on": "2023-02-01", "opens": "2024-01-01", "reason": "first-date"}],
                "steps": [{"task": "read-accounts", "date": "2023-02-10", "status": "in-progress"}],
            },
        }

    (move,) = compared(change).joining
    assert (move.school.id, move.is_new, move.state, move.is_opening_moved) == ("mill-street", True, "active", True)
    assert [(stage.name, stage.before, stage.after) for stage in move.stages] == [
        ("Due diligence", None, "in-progress")
    ]


def test_moves_follow_one_another() -> None:
    """Told term by term, the moves of the example lead from nothing reported to where everything stands now."""
    outcome = load_plan(QUILLBROOK.root)
    plan, now = seen(outcome).plan, seen(outcome)
    days = [term.ends for term in plan.terms if term.ends < now.as_at] + [now.as_at]
    status: dict[str, Status] = {}
    before = Progress(plan, plan.years[0].starts)
    for day in days:
        after = Progress(plan, day)
        for move in compare(before, after).moves:
            assert move.before.status is status.get(move.item.id, before.standings[move.item.id].status)
            status[move.item.id] = move.after.status
        before = after
    assert all(now.standings[item].status is last for item, last in status.items())


def test_back_and_forth(before: Outcome) -> None:
    """What is newly past its date between two days is no longer so when they are compared the other way round."""
    early, late = seen(before, date(2023, 1, 1)), seen(before, date(2023, 8, 31))
    there, back = compare(early, late), compare(late, early)
    assert [one.item.id for one in there.newly_overdue] == [one.item.id for one in back.no_longer_overdue] != []


@pytest.mark.parametrize("folder", [QUILLBROOK.root, None], ids=["quillbrook", "school-by-school"])
def test_turning_days(folder: Path | None, before: Outcome) -> None:
    """Only on its turning days does anything pass its date or cease to be past it."""
    now = seen(load_plan(folder) if folder else before)
    ends = [now.plan.years[0].starts, *(term.ends for term in now.plan.terms), date(2030, 1, 1)]
    turning = {item.id: set(turning_days(now.plan, item)) for item in now.plan.items}
    for first, last in pairwise(ends):
        pairs = [(now.on(first).standing(item), now.on(last).standing(item)) for item in now.plan.items]
        for found in (*newly_overdue(pairs), *no_longer_overdue(pairs)):
            assert any(first < day <= last for day in turning[found.item.id])
