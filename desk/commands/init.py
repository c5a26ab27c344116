"""`trustplan init`: makes the repository in which another trust keeps its plan."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desk.init.answers import Answers, read_answers
from desk.init.files import other_files
from desk.init.plan import plan_files
from desk.init.questions import Questions, Stopped
from desk.surroundings import DONE, REFUSED, CannotRun
from desk.writing.changes import Change
from desk.writing.files import write_files
from validate.fields import fields_of
from validate.pipeline import load_plan
from validate.reporters import render_text, summary

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from desk.surroundings import Surroundings
    from validate.cli import Commands
    from validate.pipeline import Outcome
    from validate.problems import Problem

DESCRIPTION = "Make a folder for a trust's plan: files that pass the check, with all that a website of them needs."

CLONED = ".git"
"""What a folder may hold: it was cloned from a repository that is still empty."""

NEXT = """\
What comes next, in that folder:
  git init                             keep every version of the files
  pip install -r requirements.txt      install what checks the plan and builds its site
  trustplan check                      check the plan
  mkdocs serve                         see the site
README.md says how to change the plan."""


def add(commands: Commands) -> None:
    """Add the command that starts a plan."""
    names = f"A file of answers may hold: {', '.join(fields_of(Answers))}."
    init = commands.add_parser("init", description=DESCRIPTION, epilog=names)
    init.add_argument("folder", type=Path, metavar="FOLDER", help="the folder to make; it must be new or empty")
    init.add_argument("--answers", type=Path, metavar="FILE", help="a YAML file with the answers, instead of asking")
    init.set_defaults(run=run)


def run(options: Namespace, surroundings: Surroundings) -> int:
    """Ask or read, make the files, check them, and write them all."""
    folder: Path = options.folder
    _refuse_what_is_there(folder)
    answers = _answers(options, surroundings)
    if not isinstance(answers, Answers):
        return _refuse(answers)
    files = {**dict(plan_files(answers)), **dict(other_files(answers, _version()))}
    changes = [Change(path=path, before=None, after=text.encode()) for path, text in files.items()]
    outcome = _checked(changes, surroundings)
    if outcome.problems:
        print(render_text(outcome), end="")
        print("Nothing was written. Change the answers that led to this, then run it again.")
        return REFUSED
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotRun(f"{folder} cannot be made ({(error.strerror or str(error)).lower()}).") from None
    write_files(folder, changes)
    print(f"Written to {folder}. {summary(outcome)}\n{NEXT}")
    return DONE


def _answers(options: Namespace, surroundings: Surroundings) -> Answers | Sequence[Problem]:
    if options.answers:
        return read_answers(options.answers)
    if not surroundings.ask:
        raise CannotRun("Nobody is at a terminal to answer questions. Name a file of answers with --answers FILE.")
    try:
        return Questions(surroundings.ask).answers()
    except Stopped:
        raise CannotRun("Stopped, and nothing was written.") from None


def _refuse_what_is_there(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CannotRun(f"{folder} is a file. Name a folder that is new or empty.")
    try:
        is_used = folder.exists() and any(file.name != CLONED for file in folder.iterdir())
    except OSError as error:
        raise CannotRun(f"{folder} cannot be opened ({(error.strerror or str(error)).lower()}).") from None
    if is_used:
        raise CannotRun(f"{folder} holds files already. Name a folder that is new or empty.")


def _refuse(problems: Sequence[Problem]) -> int:
    for problem in problems:
        print(f"{problem.place}: {problem.severity}: {problem.message} ({problem.code})")
        if problem.cure:
            print(f"    cure: {problem.cure}")
    print("Nothing was written.")
    return REFUSED


def _checked(changes: Sequence[Change], surroundings: Surroundings) -> Outcome:
    """Return what the check says of the plan as it would be written."""
    with TemporaryDirectory() as name:
        write_files(Path(name), changes)
        return load_plan(Path(name), today=surroundings.today)


def _version() -> str:
    try:
        return version("trustplan")
    except PackageNotFoundError:
        raise CannotRun("trustplan is not installed, so the new folder cannot say which version it needs.") from None
