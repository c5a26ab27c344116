"""Cases on disk of `trustplan report`: a command, what is answered to its questions, and all that comes of it.

A case folder is laid over `cases/base/`. Besides the files that differ, or that the command names, it may hold:
- `command.txt`: the command, as it is typed in the folder of the plan;
- `answers.txt`: what the person answers, a line for each question; without it, nobody is there to answer;
- `delete.txt`: paths of the base to take away first, one a line;
- `expected.txt`: everything that is shown, the exit code, and how the files have changed.

To write the present outcome of every case, or of those named: `python -m tests.desk_report_cases`.
"""

from __future__ import annotations

import argparse
import io
import shlex
import shutil
import sys
from contextlib import chdir, contextmanager, redirect_stdout
from datetime import date
from difflib import unified_diff
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

from desk.commands import report
from desk.plan_on_day import plan_on_day
from desk.surroundings import COULD_NOT_RUN, CannotRun, Surroundings
from tests.case_folders import BASE, CASES
from validate.layout import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desk.plan_on_day import PlanOnDay

FOLDER = CASES / "desk" / "report"
TODAY = date(2023, 3, 31)
"""The day for which the base is kept."""

OWN_FILES = ("command.txt", "answers.txt", "delete.txt", "expected.txt")


def report_cases() -> list[Path]:
    """Return every case, in order of name."""
    return sorted(path for path in FOLDER.iterdir() if path.is_dir())


def build_report_case(case: Path, root: Path) -> None:
    """Write the base into a folder, changed as the case says."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name in _lines(case / "delete.txt"):
        (root / name).unlink()
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN_FILES))


def run_report_case(case: Path, root: Path) -> str:
    """Build the case in a folder, run its command there, and return everything that came of it."""
    build_report_case(case, root)
    before = _files(root)
    command = (case / "command.txt").read_text(encoding="utf-8").strip()
    answers = _lines(case / "answers.txt") if (case / "answers.txt").exists() else None
    shown = io.StringIO()
    with chdir(root), redirect_stdout(shown), _base_read_once(case):
        code = run_report(command, ask=None if answers is None else asked(answers))
    said = "\n".join(line.rstrip() for line in shown.getvalue().splitlines())
    return f"$ {command}\n{said}\n\nexit code {code}\n{_changes(before, _files(root))}"


@contextmanager
def _base_read_once(case: Path) -> Iterator[None]:
    """Give the base as it was read before, where the case leaves it as it is: reading takes most of a case's time."""
    if (case / "delete.txt").exists() or any((case / top).exists() for top in FOLDERS):
        yield
        return
    with patch.object(report, "plan_on_day", lambda *_: _base_on_day()):
        yield


@cache
def _base_on_day() -> PlanOnDay:
    return plan_on_day(BASE, None, TODAY)


def run_report(command: str, *, ask: Callable[[str], str] | None = None, today: date = TODAY) -> int:
    """Run a command, typed as a person would, and return its exit code; complaints go where everything is shown."""
    program, *arguments = shlex.split(command)
    assert program == "trustplan"
    parser = argparse.ArgumentParser(prog="trustplan")
    report.add(parser.add_subparsers())
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options, Surroundings(today=today, environment={"COLUMNS": "100"}, ask=ask)))
    except CannotRun as error:
        sys.stdout.write(f"trustplan: {error}\n")
        return COULD_NOT_RUN


def asked(answers: list[str]) -> Callable[[str], str]:
    """Return somebody who gives these answers one after the other, and then is gone."""
    left = list(answers)

    def ask(question: str) -> str:
        sys.stdout.write(question)
        if not left:
            raise EOFError
        sys.stdout.write(f"{left[0]}\n")
        return left.pop(0)

    return ask


def _files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def _changes(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    changed = [path for path in sorted(before | after) if before.get(path) != after.get(path)]
    if not changed:
        return "no file has changed\n"
    return "".join(_change(path, before.get(path, b""), after.get(path, b"")) for path in changed)


def _change(path: str, before: bytes, after: bytes) -> str:
    old, new = (data.decode("utf-8", "backslashreplace").split("\n") for data in (before, after))
    lines = [line.replace("\r", "\\r") for line in unified_diff(old, new, n=1, lineterm="")][2:]
    return "".join(f"{line}\n" for line in [path, *lines])


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def write_report_cases(names: list[str]) -> None:
    """Rewrite `expected.txt` of the cases of these names; of all, if none is given."""
    for case in report_cases():
        if not names or case.name in names:
            with TemporaryDirectory() as root:
                outcome = run_report_case(case, Path(root))
            (case / "expected.txt").write_text(outcome, encoding="utf-8")


if __name__ == "__main__":
    write_report_cases(sys.argv[1:])
