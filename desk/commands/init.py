"""`trustplan init`: makes the repository in which another trust keeps its plan."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desk.asking import Left, talk_with
from desk.init.answers import Answers, read_answers
from desk.init.files import other_files
from desk.init.origin import installed_origin
from desk.init.plan import plan_files
from desk.init.questions import TO_CHANGE, ask_answers
from desk.surroundings import DONE, REFUSED, CannotRun, reason_of
from desk.terminal import width_of, wrapped
from desk.writing.change import Change
from desk.writing.files import write_files
from validate.fields import fields_of
from validate.pipeline import load_plan
from validate.reporters import render_text, summary, text_lines

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from desk.init.origin import Origin
    from desk.surroundings import Surroundings
    from validate.cli import Commands
    from validate.pipeline import Outcome
    from validate.problems import Problem

DESCRIPTION = "Make a folder for a trust's plan: files that pass the check, with all that a website of them needs."

CLONED = ".git"
"""What a folder may hold: it was cloned from a repository that is still empty."""

BEGIN = "  git init --initial-branch main       keep every version of the files\n"
NEXT = """\
What comes next, in that folder:
{begin}  git add --all                        take every file into the first version
  git commit -m "The plan"             keep it
  mkdocs serve                         see the site
README.md says what else there is, and how to change the plan."""

CANNOT_BE_FETCHED = (
    "This trustplan was installed from a file, so nobody else can fetch it yet. "
    "The first lines of requirements.txt say what to do."
)
INSIDE = (
    "{folder} is inside another repository, {around}. A Git host runs automatic checks only at the top of a "
    "repository, so this folder needs one of its own."
)


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
    origin = installed_origin()
    try:
        answers = _answers(options, surroundings)
    except Left:
        print("Nothing was written.")
        return REFUSED
    if not isinstance(answers, Answers):
        return _refuse(answers)
    files = {**dict(plan_files(answers)), **dict(other_files(answers, origin))}
    changes = [Change(path=path, before=None, after=text.encode()) for path, text in files.items()]
    outcome = _checked(changes, surroundings)
    if outcome.problems:
        print(render_text(outcome), end="")
        print("Nothing was written. Change the answers that led to this, then run it again.")
        if not options.answers:
            print(wrapped(TO_CHANGE, width_of(surroundings.environment)))
        return REFUSED
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotRun(f"{folder} cannot be made ({reason_of(error)}).") from None
    write_files(folder, changes)
    print(f"Written to {folder}. {summary(outcome)}")
    for hint in _hints(folder, origin):
        print(wrapped(hint, width_of(surroundings.environment)))
    print(NEXT.format(begin="" if (folder / CLONED).exists() else BEGIN))
    return DONE


def _hints(folder: Path, origin: Origin) -> Iterator[str]:
    """Yield what else should be known of the new folder."""
    if origin.is_local:
        yield CANNOT_BE_FETCHED
    around = [parent for parent in folder.resolve().parents if (parent / CLONED).exists()]
    if around and not (folder / CLONED).exists():
        yield INSIDE.format(folder=folder, around=around[0])


def _answers(options: Namespace, surroundings: Surroundings) -> Answers | Sequence[Problem]:
    if options.answers:
        return read_answers(options.answers)
    talk = talk_with(surroundings)
    if talk is None:
        raise CannotRun("Nobody is at a terminal to answer questions. Name a file of answers with --answers FILE.")
    return ask_answers(talk)


def _refuse_what_is_there(folder: Path) -> None:
    """Stop where nothing can be written, before anybody has answered a question."""
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    if not nearest.is_dir():
        raise CannotRun(f"{nearest} is a file. Name a folder that is new or empty.")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise CannotRun(f"You may not write to {nearest}. Name a folder in another place.")
    try:
        is_used = folder.exists() and any(file.name != CLONED for file in folder.iterdir())
    except OSError as error:
        raise CannotRun(f"{folder} cannot be opened ({reason_of(error)}).") from None
    if is_used:
        raise CannotRun(f"{folder} holds files already. Name a folder that is new or empty.")


def _refuse(problems: Sequence[Problem]) -> int:
    for problem in problems:
        print("\n".join(text_lines(problem)))
    print("Nothing was written.")
    return REFUSED


def _checked(changes: Sequence[Change], surroundings: Surroundings) -> Outcome:
    """Return what the check says of the plan as it would be written."""
    with TemporaryDirectory() as name:
        write_files(Path(name), changes)
        return load_plan(Path(name), today=surroundings.today)
