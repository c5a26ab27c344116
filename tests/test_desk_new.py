"""Something new in a plan: the files that come of it, the conversation, and every wrong turn."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desk.commands import new
from desk.plan_on_day import PlanOnDay, plan_on_day
from desk.surroundings import COULD_NOT_RUN, DONE, REFUSED
from tests.case_folders import BASE
from tests.desk_runs import TODAY, run
from tests.golden_pages import assert_golden
from validate.pipeline import load_plan

if TYPE_CHECKING:
    from pathlib import Path

PILLARS = "plan/pillars"
READING = f"{PILLARS}/1-learning/1.1-reading"
NO_FOCUS = f"{PILLARS}/2-growth/2.1-new-schools/2021-22.yml"
OBSERVATIONS = "plan/measures/observations.csv"

BOOKS = (
    "new measure --set title='Books read' --set unit=number --set better=higher --set per=trust "
    "--set targets.year=2021-22 --set targets.value=90 --set targets.2.year=2022-23 --set targets.2.value=100 "
    "--set objectives=1.1,1.2"
)
FIGURE = (
    "new observation --set measure=reading --set year=2022-23 --set value=74 --set status=provisional "
    "--set published=2023-03-01 --set 'source=Tests, spring' --set group_size=60"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a clean plan that may be changed."""
    shutil.copytree(BASE, tmp_path / "plan-of-a-trust")
    return tmp_path / "plan-of-a-trust"


@pytest.fixture(scope="module")
def base_on_day() -> PlanOnDay:
    """Return the base, read and checked."""
    return plan_on_day(BASE, None, TODAY)


@pytest.fixture
def base_read_once(base_on_day: PlanOnDay, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the base, for commands that write nothing; it is not read again for each."""
    monkeypatch.setattr(new, "plan_on_day", lambda *_: base_on_day)
    return BASE


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _changed(root: Path) -> dict[str, str]:
    """Return what each file that differs from the base holds now; the base's own lines are left out."""
    before = _files(BASE)
    return {
        path: data.removeprefix(before.get(path, b"")).decode("utf-8")
        for path, data in _files(root).items()
        if data != before.get(path)
    }


@pytest.mark.parametrize(
    ("command", "files"),
    [
        (
            "new action --in 1.1/2022-23 --set 'action=Read to the little ones: daily' --set due=2023-07-01",
            {
                f"{READING}/2022-23.yml": "  - id: read-little-ones-daily\n"
                '    action: "Read to the little ones: daily"\n'
                "    due: 2023-07-01\n"
            },
        ),
        (
            "new goal --in 1.1 --set id=libraries --set 'goal=Each school has a library'",
            {f"{READING}/objective.yml": "  - id: libraries\n    goal: Each school has a library\n"},
        ),
        (
            "new objective --in 1 --set 'title=Music for all' --set 'objective=Every pupil sings.' --set lead=clerk",
            {
                f"{PILLARS}/1-learning/1.3-music-for-all/objective.yml": "id: 1.3\n"
                "title: Music for all\nobjective: Every pupil sings.\nlead: clerk\n",
                f"{PILLARS}/1-learning/1.3-music-for-all/2021-22.yml": "focus: nothing-published\n",
                f"{PILLARS}/1-learning/1.3-music-for-all/2022-23.yml": "focus: nothing-published\n",
            },
        ),
        (
            "new pillar --set title=People --set 'aim=Look after those who work here'",
            {f"{PILLARS}/3-people/pillar.yml": "id: 3\ntitle: People\naim: Look after those who work here\n"},
        ),
        (
            "new school --set 'name=Elm Road Junior School' --set urn=100002 --set membership.joined=2022-09-01",
            {
                "schools/elm-road-junior-school.yml": "id: elm-road-junior-school\n"
                "name: Elm Road Junior School\nurn: 100002\nmembership:\n  - joined: 2022-09-01\n"
            },
        ),
        (
            BOOKS,
            {
                "plan/measures/books-read.yml": "id: books-read\n"
                "title: Books read\nunit: number\nbetter: higher\nper: trust\n"
                "targets:\n  - year: 2021-22\n    value: 90\n  - year: 2022-23\n    value: 100\n"
                "objectives:\n  - 1.1\n  - 1.2\n"
            },
        ),
        (
            FIGURE,
            {OBSERVATIONS: 'reading,2022-23,,,74,60,provisional,2023-03-01,"Tests, spring"\n'},
        ),
    ],
)
def test_each_kind(command: str, files: dict[str, str], root: Path) -> None:
    """Each kind adds its own lines or files, and changes nothing else."""
    ran = run(f"{command} --yes --allow-warnings", root)
    assert ran.code == DONE, ran.shown
    assert _changed(root) == files


def test_year_that_was_not_planned(root: Path) -> None:
    """A year that gets its first action becomes planned; its comment and quotes stay."""
    (root / NO_FOCUS).write_bytes(b"# Nothing yet.\r\nfocus: 'not-a-focus' # as the plan says\r\n")
    assert run("new action --in 2.1/2021-22 --set 'action=Look around' --yes", root).code == DONE
    assert (root / NO_FOCUS).read_bytes() == (
        b"# Nothing yet.\r\nfocus: 'planned' # as the plan says\r\n"
        b"actions:\r\n  - id: look-around\r\n    action: Look around\r\n"
    )


def test_year_without_a_file(root: Path) -> None:
    """A year's file that is missing can be added, and only such a one."""
    (root / NO_FOCUS).unlink()
    assert run("new milestone --in 2.1/2021-22 --set focus=nothing-published --yes", root).code == DONE
    assert (root / NO_FOCUS).read_text(encoding="utf-8") == "focus: nothing-published\n"
    assert load_plan(root).problems == ()


def test_dry_run(root: Path) -> None:
    """A dry run shows what would be written, and writes nothing."""
    ran = run("new pillar --set title=People --set 'aim=Look after them' --dry-run", root)
    assert ran.code == DONE
    assert _changed(root) == {}
    assert ran.shown == (
        f"This new file will be written, {PILLARS}/3-people/pillar.yml:\n\n"
        "  +   1 | id: 3\n  +   2 | title: People\n  +   3 | aim: Look after them\n\n"
        "The check finds no problem.\nThis was a dry run, so nothing was written.\n"
    )


@pytest.mark.parametrize(
    ("golden", "command", "answers"),
    [
        (
            "action",
            "new",
            [
                *("action", "1.2", "2", "Call families early", "", "?", "1/7/2023", "2023-07-01", "elm", "oak-lane"),
                *("", "y"),
            ],
        ),
        ("objective", "new objective", ["2", "Be ready", "", "Know what a new school needs.", "2", "sauce", "", "yes"]),
        (
            "school",
            "new school",
            ["Elm Road Junior", "", "12", "100002", "primry", "2", "", "", "2022-09-01", "", "", "", "yes"],
        ),
        (
            "measure",
            "new measure --set unit=percent",
            [
                *("Meals", "", "higher", "trust", "", "1"),
                *("2022-23", "", "All of it", "2023-24", "97", "", ""),
                *("", "clerk", "1.1, 2.1", "source", "Cook", "", "no"),
            ],
        ),
        (
            "school-on-its-way",
            "new school",
            [
                *("Elm Road Junior", "", "", "", "", "", "", "", "transfer", "?"),
                *("joining", *[""] * 11),
                *("targets", "membership.2.joined", "opening.1"),
                *("pupils", "210", "2022", "", "Everyone", "", "Register", "register", "", "", "", "", ""),
                *("", "yes"),
            ],
        ),
        (
            "measure-near-target",
            "new measure --set title=Meals --set unit=percent --set better=near-target",
            ["", "school", "", "", "", "", "2", "", "", "", "no"],
        ),
        ("refused", "new goal --in 1.1", ["Mr Example is glad", "glad", "2029-01-01", "", "yes"]),
        ("left", "new observation", ["reading", "2022-23", "q"]),
    ],
)
def test_conversation(golden: str, command: str, answers: list[str], root: Path) -> None:
    """At a terminal, what is missing is asked for step by step; leaving writes nothing."""
    ran = run(command, root, answers=answers, width=90)
    assert_golden(f"desk/new/{golden}.txt", f"{ran.shown}exit code {ran.code}\n")
    assert (ran.code == DONE) == bool(_changed(root))


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("new", "Say what is new: trustplan new KIND. It may be action, goal, objective, pillar, milestone, school, "),
        ("new --set id=x", "Say what is new before you set its fields: trustplan new KIND. It may be action, goal, "),
        ("new action", "Say with --in the objective and year that it belongs to, such as 4.1/2022-23."),
        ("new action --in 1.1", '"1.1" is no place for an action'),
        ("new action --in 1.1/2022-24 --set action=x", '"1.1/2022-24" is no place for an action; did you mean "1.1/20'),
        (
            "new goal --in 1.9 --set goal=x",
            '"1.9" is no place for a goal; did you mean "1.2"? Name the objective that ',
        ),
        ("new pillar --in 1 --set title=x", "A pillar belongs to the plan as a whole. Leave out --in."),
        (
            "new action --in 1.1/2022-23 --set action",
            '"action" is no value of a field. Write it as field=value, such as',
        ),
        (
            "new action --in 1.1/2022-23 --set acton=x",
            '"acton" is not a field that can be set here; did you mean "acti',
        ),
        ("new action --in 1.1/2022-23 --set action=", '"action" is given no value. Write one, or leave the field out.'),
        ("new goal --in 1.1 --set goal=x --set goal=y", '"goal" is given twice. Write it once.'),
        (
            "new goal --in 1.1 --set source=x",
            '"source" holds fields of its own: source.pillar, source.cell, source.par',
        ),
        ("new goal --in 1.1 --set goal.x=x", '"goal.x" leads nowhere: "goal" holds one value. Write goal=value.'),
        ("new measure --set targets.2.year=2022-23", 'Entry 2 of "targets" is set before entry 1. Count from 1.'),
        ("new measure --set targets.0.year=2022-23", '"targets.0.year" counts an entry that cannot be. The first one '),
        ("new goal --in 1.1 --set id=a", "Still needed, each with --set: goal (What is to be true, in words a parent "),
        (
            "new pillar --set title=x",
            "Still needed, each with --set: aim (In one line, what the pillar is for. For exa",
        ),
        (
            "new pillar --set title=x --set aim=y --set id=../../x",
            'id: "../../x" is not a short code such as 4 ',
        ),
        ("new school --set name=x --set id=../x", 'id: "../x" is not an id of small letters, digits and hyphen'),
        (
            "new school --set name=x --set phase=primry",
            'phase: "primry" is not one of the words for this; did you mean "p',
        ),
        ("new goal --in 1.1 --set goal=<b>x</b>", 'goal: "<b>x</b>" is not plain text without HTML. Remove the'),
        (
            "new goal --in 1.1 --set goal=x --set due=1/7/2023",
            'due: "1/7/2023" is not a date written as year-mo',
        ),
        ("new school --set name=x --set id=oak-lane-primary", "schools/oak-lane-primary.yml is there already. Nothing"),
        (
            "new measure --set title=x --set id=reading --set unit=days --set better=lower --set per=trust",
            "plan/measure",
        ),
        ("new pillar --set title=x --set aim=y --set id=1", "plan/pillars/1-learning is there already, for the id "),
        (
            "new milestone --in 1.1/2022-23 --set focus=planned",
            "1.1/2022-23 has its file already. To add to it: trustp",
        ),
    ],
)
def test_wrong_turn(command: str, answer: str, base_read_once: Path) -> None:
    """Each wrong turn ends in a sentence that says what to do, and nothing is written."""
    ran = run(command, base_read_once)
    assert (ran.code, ran.shown[: len(answer) + 11]) == (COULD_NOT_RUN, f"trustplan: {answer}")
    assert ran.shown.count("\n") == 1
    assert _changed(base_read_once) == {}


def test_year_without_a_file_in_a_conversation(root: Path) -> None:
    """A planned year is not offered, because it needs an action, and the answer says so."""
    (root / NO_FOCUS).unlink()
    ran = run("new milestone", root, answers=["2.1", "1", "planned", "2", "", "yes"])
    assert_golden("desk/new/milestone.txt", f"{ran.shown}exit code {ran.code}\n")
    assert (root / NO_FOCUS).read_text(encoding="utf-8") == "focus: nothing-published\n"


def test_no_year_without_a_file(base_read_once: Path) -> None:
    """Where every year has its file, there is none to begin."""
    assert run("new milestone", base_read_once, answers=[]).shown.splitlines()[-1] == (
        "trustplan: No year's file is missing. To add to a year that has one: trustplan new action"
    )


def test_planned_year_without_actions(tmp_path: Path) -> None:
    """A year cannot be planned without an action, and the answer says how to come to one."""
    root = tmp_path / "plan-of-a-trust"
    shutil.copytree(BASE, root)
    (root / NO_FOCUS).unlink()
    assert run("new milestone --in 2.1/2021-22 --set focus=planned", root).shown == (
        "trustplan: A planned year needs an action. Write it with focus=nothing-published first, then add the action, "
        "which makes it planned: trustplan new action --in 2.1/2021-22\n"
    )


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        ("new action --in 1.1/2022-23 --set id=train-staff --set action=x", "(duplicate-id)"),
        ("new action --in 1.1/2022-23 --set action=x --set due=2029-01-01", "(due-outside-plan)"),
        ("new objective --in 1 --set title=x --set objective=y --set lead=chief", "(unknown-role)"),
        ("new school --set name=Elm", "(no-membership)"),
        ("new measure --set title=x --set unit=days --set better=near-target --set per=trust", "(tolerance-missing)"),
        (
            FIGURE.replace("measure=reading", "measure=nothing"),
            "(unknown-measure)",
        ),
        ("new goal --in 1.1 --set 'goal=Mr Example is glad'", "(personal-detail)"),
    ],
)
def test_what_the_check_finds(command: str, problem: str, root: Path) -> None:
    """What would be a problem is shown as the check shows it, and nothing is written."""
    ran = run(f"{command} --yes", root)
    assert ran.code == REFUSED
    assert problem in ran.shown
    assert _changed(root) == {}
