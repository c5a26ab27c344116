"""What waits for a report: which kind each thing is of, and how the command says so."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.due import DueKind, due_items
from desk.surroundings import COULD_NOT_RUN, DONE
from hooks.views.items import NO_LEAD
from tests.case_folders import BASE, CASES, build_case
from tests.desk_runs import run
from tests.golden_pages import assert_golden
from validate.pipeline import Outcome, load_plan
from validate.progress.standing import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from validate.model.plan import Plan

MILESTONE = "plan/pillars/1-learning/1.1-reading/2022-23.yml"


@pytest.fixture(scope="module")
def schools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a plan with actions that are tracked school by school."""
    root = tmp_path_factory.mktemp("schools")
    build_case(CASES / "pages" / "school-by-school", root)
    return root


def _progress(outcome: Outcome) -> Progress:
    assert outcome.plan is not None
    assert outcome.as_at is not None
    return Progress(outcome.plan, outcome.as_at)


def _plan_and_progress(root: Path, day: date) -> tuple[Plan, Progress]:
    progress = _progress(load_plan(root, day))
    return progress.plan, progress


def _found(progress: Progress, role: str | None = None, within: int | None = None) -> list[tuple[str, str, int]]:
    return [(due.item.id, due.kind.value, due.days) for due in due_items(progress.plan, progress, role, within)]


def test_kinds(schools: Path) -> None:
    """Each thing is listed once, by what presses most: first what is past its date, last what is due soon."""
    assert _found(_progress(load_plan(schools))) == [
        ("1.2/2022-23/breakfast-clubs", "overdue", 31),
        ("1.1/goal/nine-in-ten", "stale", 121),
        ("1.1/2022-23/train-staff", "stale", 112),
        ("2.1/goal/one-school-joined", "unreported", 576),
        ("1.2/2022-23/one-register", "unreported", 211),
        ("1.2/2022-23/call-families", "unreported", 211),
        ("2.1/2022-23/one-school-joins", "unreported", 211),
        ("1.1/2021-22/reading-scheme", "due", 153),
    ]


def test_due_soon() -> None:
    """Due soon means by the end of the next term, or within the days that are named."""
    outcome = load_plan(BASE, date(2022, 12, 20))
    train = ("1.1/2022-23/train-staff", "due", 254)
    assert train not in _found(_progress(outcome))
    assert train in _found(_progress(outcome), within=254)
    assert train not in _found(_progress(outcome), within=253)
    assert ("1.1/2022-23/train-staff", "due", 242) in _found(_progress(load_plan(BASE, date(2023, 1, 1))))


def test_nothing_is_waited_for_before_the_plan_begins() -> None:
    """Neither what has not begun nor what is due much later waits for a report."""
    assert _found(_progress(load_plan(BASE, date(2021, 8, 31)))) == []


def test_role(schools: Path) -> None:
    """Only what a role leads is listed, or what nobody leads."""
    progress = _progress(load_plan(schools))
    assert [name for name, _, _ in _found(progress, "clerk")] == ["2.1/2022-23/one-school-joins"]
    assert [name for name, _, _ in _found(progress, NO_LEAD)] == [
        "1.2/2022-23/breakfast-clubs",
        "1.2/2022-23/one-register",
        "1.2/2022-23/call-families",
    ]


def test_deferred_work_is_due_in_its_new_year(tmp_path: Path) -> None:
    """What was deferred is past its date once the year that it moved to has ended."""
    build_case(CASES / "valid" / "deferred-and-continued", tmp_path)
    corners = "1.1/2021-22/reading-corners"
    assert (corners, "due", 0) in _found(_progress(load_plan(tmp_path, date(2023, 8, 31))))
    late = due_items(*_plan_and_progress(tmp_path, date(2023, 9, 1)))
    assert [(due.kind, due.why) for due in late if due.item.id == corners] == [
        (DueKind.OVERDUE, "past its date, 31 August 2023, by 1 day; reported as deferred")
    ]


def test_kinds_agree_with_the_marks_of_the_site(root: Path) -> None:
    """Everything that is marked past its date, stale or not reported on the site waits for a report here."""
    for folder in (root, root / "examples" / "quillbrook"):
        progress = _progress(load_plan(folder))
        found = {due.item.id: due.kind for due in due_items(progress.plan, progress)}
        for standing in progress.standings.values():
            if standing.overdue:
                assert found[standing.item.id] is DueKind.OVERDUE
            elif standing.stale:
                assert found[standing.item.id] is DueKind.STALE
            else:
                assert found.get(standing.item.id) not in (DueKind.OVERDUE, DueKind.STALE)


def test_text(schools: Path) -> None:
    """The command says how much waits for a report, then lists it by role and by what is the matter."""
    ran = run("status", schools, width=90)
    assert ran.code == DONE
    assert_golden("desk/status.txt", ran.shown)


def test_narrow_terminal(schools: Path) -> None:
    """A narrow terminal shows the same words; only an id may be wider than it."""
    wide, narrow = run("status", schools).shown, run("status", schools, width=32).shown
    assert narrow.split() == wide.split()
    assert all(len(line) <= 32 or len(line.split()) == 1 for line in narrow.splitlines())


def test_json(schools: Path) -> None:
    """As JSON, every field has a name of its own and days and dates are plain."""
    answer = json.loads(run("status --format json --role clerk", schools).shown)
    assert answer == {
        "as_at": "2023-03-31",
        "errors": 0,
        "counts": {"overdue": 0, "stale": 0, "unreported": 1, "due": 0},
        "items": [
            {
                "id": "2.1/2022-23/one-school-joins",
                "words": "One school joins the trust",
                "role": "clerk",
                "kind": "unreported",
                "why": "nothing reported; its year began on 1 September 2022",
                "days": 211,
                "due": "2023-06-30",
                "status": "not-reported",
            }
        ],
    }


def test_nothing_waits() -> None:
    """Where nothing waits for a report, that is said in a sentence."""
    assert run("status --as-at 2021-08-31", BASE).shown == (
        "Example plan 2021 to 2023, as at 31 August 2021\n\nOf 6 actions and goals, none waits for a report.\n"
    )


def test_wrong_role() -> None:
    """A role that the plan does not have is answered with the nearest and with all of them."""
    ran = run("status --role clark", BASE)
    assert ran.code == COULD_NOT_RUN
    assert ran.shown == (
        'trustplan: "clark" is not a role of this plan; did you mean "clerk"? The roles are: ceo, clerk.\n'
    )


def test_role_that_leads_nothing(tmp_path: Path) -> None:
    """A role without any actions or goals is told so."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    plan = tmp_path / "plan" / "plan.yml"
    roles = "roles:\n  - id: cook\n    name: Head cook\n"
    plan.write_text(plan.read_text(encoding="utf-8").replace("roles:\n", roles), encoding="utf-8")
    assert run("status --role cook", tmp_path).shown.endswith(
        "\n\nThe plan has no actions or goals led by the role “Head cook”.\n"
    )


def test_plan_with_errors(tmp_path: Path) -> None:
    """Of a plan with errors, what can be read is shown, and that something may be missing."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / MILESTONE).write_text("focus: planed\n", encoding="utf-8")
    ran = run("status", tmp_path)
    assert ran.code == DONE
    assert "The check finds 1 error, so something may be missing here. To see: trustplan check" in ran.shown
    assert "train-staff" not in ran.shown


def test_no_plan(tmp_path: Path) -> None:
    """Without a plan, the answer says what to do."""
    no_folder, no_plan = run("status", tmp_path / "nowhere"), run("status", tmp_path)
    assert (no_folder.code, no_folder.shown) == (COULD_NOT_RUN, "trustplan: FOLDER is not a folder.\n")
    assert no_plan.code == COULD_NOT_RUN
    assert no_plan.shown == (
        "trustplan: There is no plan that can be read in this folder. Run the command in the folder that holds plan/ "
        "and schools/, or name that folder with --root. To see what is wrong: trustplan check\n"
    )
