"""`trustplan report`: what each case shows and writes, and that nothing is lost when something goes wrong."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desk import cli
from desk.asking import Choice, Conversation, Left
from desk.report.evidence_files import fit_name
from tests.case_folders import BASE
from tests.desk_report_cases import asked, report_cases, run_report, run_report_case
from validate.pipeline import load_plan

MILESTONE = "plan/pillars/1-learning/1.1-reading/2022-23.yml"
EVIDENCE = "plan/evidence/minutes.txt"
REPORT = "trustplan report 1.1/2022-23/train-staff --status at-risk --as ceo --date 2023-03-10"
WITH_FILE = f"{REPORT} --evidence Minutes --evidence-file minutes.txt"
WHAT_NEXT = (
    "What comes next: record it with these two commands, then propose it (as a pull request), so that somebody "
    "else looks at it."
)
GIT = ("git", "-c", "user.name=Example", "-c", "user.email=example@example.org", "-c", "init.defaultBranch=main")


@pytest.mark.parametrize("case", report_cases(), ids=lambda case: case.name)
def test_case(case: Path, tmp_path: Path) -> None:
    """What is shown, the exit code and the files afterwards are the expected ones, to the letter."""
    assert run_report_case(case, tmp_path) == (case / "expected.txt").read_text(encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a clean plan as the folder to work in."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "minutes.txt").write_text("Agreed.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_changed_meanwhile(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody else writes while the question is open stays, and nothing is written over it."""

    def ask(_: str) -> str:
        with (root / MILESTONE).open("a", encoding="utf-8") as stream:
            stream.write("# somebody else\n")
        return "yes"

    before = _files(root)
    assert run_report(WITH_FILE, ask=ask) == 2
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"trustplan: {MILESTONE} was changed by somebody else while you were at it. Nothing was written. "
        "Look at what it says now, then run this again."
    )
    assert _files(root) == {**before, MILESTONE: before[MILESTONE] + b"# somebody else\n"}


def test_taken_meanwhile(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An evidence file that somebody else brings while the question is open is not written over."""

    def ask(_: str) -> str:
        (root / EVIDENCE).write_text("Something else.\n", encoding="utf-8")
        return "yes"

    before = _files(root)
    assert run_report(WITH_FILE, ask=ask) == 2
    assert f"trustplan: {EVIDENCE} was changed by somebody else" in capsys.readouterr().out
    assert _files(root) == {**before, EVIDENCE: b"Something else.\n"}


@pytest.mark.parametrize("barred", [MILESTONE, "plan/pillars/1-learning/1.1-reading", "plan/evidence"])
def test_no_permission(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, barred: str
) -> None:
    """A file or folder that may not be written to is named, and nothing is written."""
    before = _files(root)
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: may(path, mode) and Path(path) != Path(barred))
    assert run_report(WITH_FILE) == 2
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"trustplan: You may not write to {barred}. Nothing was changed. Ask whoever looks after the folder."
    )
    assert _files(root) == before


def test_half_written(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the second of two files cannot be put in its place, the first is put back."""
    before, put = _files(root), Path.replace

    def replace(draft: Path, target: Path) -> Path:
        if target.name == "minutes.txt":
            raise OSError(28, "No space left on device")
        return put(draft, target)

    monkeypatch.setattr(Path, "replace", replace)
    assert run_report(WITH_FILE) == 2
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"trustplan: {EVIDENCE} cannot be written (no space left on device). Nothing was changed."
    )
    assert _files(root) == before


def test_stopped_while_writing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops the command between two files finds all as it was, without a new folder."""
    shutil.rmtree(root / "plan/evidence")
    (root / "plan/pillars/1-learning/1.1-reading/2021-22.yml").write_text("focus: nothing-published\n", "utf-8")
    before, folders, put = _files(root), sorted(root.rglob("*")), Path.replace

    def replace(draft: Path, target: Path) -> Path:
        if target.name == "minutes.txt":
            raise KeyboardInterrupt
        return put(draft, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt):
        run_report(WITH_FILE)
    assert _files(root) == before
    assert sorted(root.rglob("*")) == folders


def test_stopped(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever stops a command is told so, without a word of code."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("desk.commands.report.plan_on_day", interrupt)
    assert cli.main(["report"]) == 2
    assert capsys.readouterr().err == "\ntrustplan: It was stopped before it had finished.\n"


def test_shortcut(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A year's file that is a shortcut to another is not followed, and the answer says where to look."""
    (root / MILESTONE).rename(root / "elsewhere.yml")
    (root / MILESTONE).symlink_to(root / "elsewhere.yml")
    before = _files(root)
    assert run_report(REPORT) == 2
    assert capsys.readouterr().out.endswith(
        "It may stand in a file, or in an entry, that cannot be read. To see: trustplan check\n"
    )
    assert _files(root) == before


def test_permissions_are_kept(root: Path) -> None:
    """The file keeps its permissions, and nothing is left beside it."""
    (root / MILESTONE).chmod(0o640)
    before = set(_files(root))
    assert run_report(WITH_FILE) == 0
    assert (root / MILESTONE).stat().st_mode & 0o777 == 0o640
    assert set(_files(root)) == before | {EVIDENCE}


def test_second_report(root: Path) -> None:
    """Two reports one after the other stand in order, and the plan still passes the check."""
    for day in ("2023-03-10", "2023-03-20"):
        assert run_report(f"{REPORT} --date {day}") == 0
    assert load_plan(root).problems == ()
    dates = [line.strip() for line in (root / MILESTONE).read_text("utf-8").splitlines() if "date:" in line]
    assert dates == ["- date: 2022-12-09", "- date: 2023-03-10", "- date: 2023-03-20"]


@pytest.mark.usefixtures("root")
def test_in_a_repository(capsys: pytest.CaptureFixture[str]) -> None:
    """In a Git repository the command to commit is proposed, and changes that are not committed are mentioned."""
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "The plan"]):
        subprocess.run([*GIT, *arguments], check=True)
    assert run_report(REPORT) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == [
        WHAT_NEXT,
        f"    git add {MILESTONE}",
        "    git commit -m 'Report on 1.1/2022-23/train-staff: at-risk'",
    ]
    assert run_report(f"{REPORT} --note Again.") == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        f"Note: {MILESTONE} already holds changes that are not committed. This is added to them."
    )


def test_from_another_folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """With --root, the plan of another folder is reported on."""
    os.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run_report(f"{REPORT} --root {root}") == 0
    assert "at-risk" in (root / MILESTONE).read_text("utf-8")


@pytest.mark.usefixtures("root")
def test_not_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is named."""
    assert run_report(f"{REPORT} --root no-such-folder") == 2
    assert capsys.readouterr().out == "trustplan: no-such-folder is not a folder.\n"


def test_today_in_the_future(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a day of its own, the plan takes no report of tomorrow."""
    plan = root / "plan/plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("reporting:\n  as_at: 2023-03-31\n", ""), encoding="utf-8")
    assert run_report(f"{REPORT} --date 2023-04-02", today=date(2023, 4, 1)) == 2
    assert capsys.readouterr().out == (
        "trustplan: --date: 2 April 2023 is later than today, 1 April 2023. Report it when it has happened.\n"
    )


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (
            "--evidence-url https://example.org/",
            "--evidence-url: say which proof this is about: put --evidence and its title in front.",
        ),
        (
            "--evidence A --evidence-kind data --evidence-kind news",
            "--evidence-kind: this was said of the same proof before.",
        ),
    ],
)
def test_lone_option(root: Path, capsys: pytest.CaptureFixture[str], options: str, complaint: str) -> None:
    """What is said of a proof stands behind the proof."""
    before = _files(root)
    assert run_report(f"{REPORT} {options}") == 2
    assert capsys.readouterr().out == f"trustplan: {complaint}\n"
    assert _files(root) == before


@pytest.mark.usefixtures("root")
def test_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The whole command line knows the command, and says complaints on standard error."""
    assert cli.main(["report", "1.1/2022-23/train-stuff", "--status", "complete"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        'trustplan: "1.1/2022-23/train-stuff" is not the id of an action or goal of this plan; '
        'did you mean "1.1/2022-23/train-staff"?\n'
    )


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("minutes.pdf", "minutes.pdf"),
        ("Minutes 2023.pdf", "Minutes 2023.pdf"),
        ("Minutes (final), März.pdf", "Minutes-final-Marz.pdf"),
        (".hidden", "evidence.hidden"),
        ("会議.pdf", "evidence.pdf"),
        ("a:b|c?.PDF", "a-b-c.PDF"),
    ],
)
def test_fit_name(name: str, fit: str) -> None:
    """A file's name is changed only where it does not travel."""
    assert fit_name(name) == fit


@pytest.mark.parametrize(
    ("answers", "chosen"),
    [
        (["2, 1"], ("oak", "elm")),
        (["elm oak elm"], ("elm", "oak")),
        (["ALL"], ("elm", "oak", "oak-hill")),
        ([""], ("elm", "oak", "oak-hill")),
        (["4", "elmm", "el,,oak-"], ("elm", "oak-hill")),
    ],
)
def test_choices(answers: list[str], chosen: tuple[str, ...]) -> None:
    """Several choices are named by number, id or the start of one, with commas or spaces between."""
    talk = Conversation(ask=asked(answers), width=80)
    assert talk.choices("Which?", [Choice("elm"), Choice("oak"), Choice("oak-hill")]) == chosen


@pytest.mark.parametrize("answers", [["q"], ["?", "Q"], []])
def test_leaving(answers: list[str]) -> None:
    """Whoever types q, or goes away, leaves."""
    with pytest.raises(Left):
        Conversation(ask=asked(answers), width=80).choice("Which?", [Choice("elm")])


HOW_TO_REPORT = Path(__file__).parents[1] / "plan" / "how-to-report.md"
LEFT_OUT = "…"


def test_transcript_of_how_to_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The conversation on the page for trustees is one that the command holds, line for line."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for path in (tmp_path / "plan/pillars").rglob("objective.yml"):
        path.write_text(path.read_text("utf-8").replace("lead: ceo\n", "lead: clerk\n"), encoding="utf-8")
    with (tmp_path / "plan/pillars/1-learning/1.2-attendance/objective.yml").open("a", encoding="utf-8") as stream:
        stream.write("lead: ceo\n")
    (transcript,) = re.findall(r"```console\n\$ (.*?)```", HOW_TO_REPORT.read_text("utf-8"), re.DOTALL)
    command, *lines = [line for line in transcript.splitlines() if line.strip()]

    def ask(question: str) -> str:
        answer = next((line.removeprefix(question) for line in lines if line.startswith(question)), "")
        sys.stdout.write(f"{question}{answer}\n")
        return answer

    assert run_report(f"{command} --root {tmp_path}", ask=ask) == 0
    shown = "".join(f"{line.rstrip()}\n" for line in capsys.readouterr().out.splitlines() if line.strip())
    expected = "".join("(?:.*\n)*?" if line == LEFT_OUT else f"{re.escape(line)}\n" for line in lines)
    assert re.match(expected, shown), shown
