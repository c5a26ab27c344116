"""The command line: options, exit codes, formats, and the day of the check."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.case_folders import BASE
from validate import cli

PROJECT = Path(__file__).parent.parent
MILESTONE = "plan/pillars/1-learning/1.1-reading/2022-23.yml"
CLEAN = "22 data files checked as at 31 March 2023: no problems.\n"


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what the tests run in from deciding what they see."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "NO_COLOR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a clean plan that may be changed."""
    shutil.copytree(BASE, tmp_path / "repository")
    return tmp_path / "repository"


def _change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def _misspell(root: Path) -> None:
    _change(root, MILESTONE, "on-track", "on_trak")


def _warn(root: Path) -> None:
    _change(root, MILESTONE, "Half of the teachers", "Mr Example says half of the teachers")


def _without_day(root: Path) -> None:
    _change(root, "plan/plan.yml", "reporting:\n  as_at: 2023-03-31\n", "")


@pytest.mark.parametrize("arguments", [["check"], []])
def test_clean(root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """A clean plan returns 0 and one sentence, with the command named or not."""
    assert cli.main([*arguments, "--root", str(root)]) == 0
    assert capsys.readouterr() == (CLEAN, "")


def test_root_is_the_current_folder(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --root, the current folder is checked."""
    monkeypatch.chdir(root)
    assert cli.main([]) == 0
    assert capsys.readouterr().out == CLEAN


def test_errors(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error returns 1, and the report goes to standard output."""
    _misspell(root)
    assert cli.main(["--root", str(root)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == (
        f'{MILESTONE}:7:17: error: status "on_trak" is not a status; did you mean "on-track"? (unknown-status)'
    )
    assert err == ""


def test_warnings(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A warning returns 0, and 1 under --strict."""
    _warn(root)
    assert cli.main(["--root", str(root)]) == 0
    assert cli.main(["--root", str(root), "--strict"]) == 1
    assert capsys.readouterr().out.count("warning:") == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--root", "no-such-folder"], "trustplan: no-such-folder is not a folder\n"),
        (["chek"], "trustplan: error: argument {check}: invalid choice: 'chek'"),
        (["--as-at", "31/8/2024"], 'argument --as-at: "31/8/2024" is not a date such as 2024-08-31\n'),
        (["--as-at", "2024-02-30"], 'argument --as-at: "2024-02-30" is not a date such as 2024-08-31\n'),
        (["--format", "html"], "argument --format: invalid choice: 'html'"),
    ],
)
def test_could_not_run(arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be run returns 2 and says why on standard error."""
    code: object
    try:
        code = cli.main(arguments)
    except SystemExit as stop:
        code = stop.code
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert complaint in err


def test_bad_epoch(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A SOURCE_DATE_EPOCH that is no number stops the check."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert cli.main(["--root", str(root)]) == 2
    assert capsys.readouterr() == ("", "trustplan: SOURCE_DATE_EPOCH must be a number of seconds\n")


def _day(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    cli.main(["--root", str(root), "--format", "json", *arguments])
    return str(json.loads(capsys.readouterr().out)["as_at"])


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def test_day(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The day is the option's, else plan.yml's, else SOURCE_DATE_EPOCH's, else the clock's."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1672531200")
    assert _day(root, capsys, "--as-at", "2023-02-28") == "2023-02-28"
    assert _day(root, capsys) == "2023-03-31"
    _without_day(root)
    assert _day(root, capsys) == "2023-01-01"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    before, shown = _today(), _day(root, capsys)
    assert before <= date.fromisoformat(shown) <= _today()


def test_github_format_by_itself(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In GitHub Actions the report is annotations, placed from the top of the repository, and a step summary."""
    _misspell(root)
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert cli.main(["--root", str(root)]) == 1
    start = f"::error file=repository/{MILESTONE},line=7,col=17,title=unknown-status::"
    assert capsys.readouterr().out.startswith(start)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("Before.\n\n**22 data files checked as at 31 March 2023: 1 error.**\n")
    assert f"| {MILESTONE}:7:17 |" in text


def test_step_summary_cannot_be_written(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A step summary that cannot be written stops the check, in one line."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert cli.main(["--root", str(root), "--format", "github"]) == 2
    assert capsys.readouterr().err == "trustplan: the report cannot be written (is a directory)\n"


def test_junit_format(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--format junit gives XML."""
    assert cli.main(["--root", str(root), "--format", "junit"]) == 0
    assert capsys.readouterr().out.startswith('<?xml version="1.0" encoding="utf-8"?>\n<testsuites tests="22"')


@pytest.mark.parametrize(("no_colour", "shown"), [("", True), ("1", False)])
def test_colour(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, no_colour: str, *, shown: bool
) -> None:
    """A terminal gets colour, unless NO_COLOR is set; anything else gets plain text."""
    _misspell(root)
    cli.main(["--root", str(root)])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("NO_COLOR", no_colour)
    cli.main(["--root", str(root)])
    assert ("\x1b" in capsys.readouterr().out) is shown


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "validate", *arguments],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_module(root: Path) -> None:
    """`python -m validate` is the same command, also where the terminal knows only ASCII."""
    _change(root, MILESTONE, "status: on-track", "status: très bien")
    done = _run("--root", str(root), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0] == (
        f'{MILESTONE}:7:17: error: status "tr\\xe8s bien" is not a status (unknown-status)'
    )


@pytest.mark.parametrize(("argument", "start"), [("--version", "trustplan "), ("--help", "usage: trustplan ")])
def test_general_help(argument: str, start: str) -> None:
    """The version and the help are printed and nothing is checked."""
    done = _run(argument)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(start)
