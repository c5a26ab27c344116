"""Changes to the files of a plan: shown, checked first, and then written all together or not at all."""

from __future__ import annotations

import shlex
from contextlib import suppress
from typing import TYPE_CHECKING

from desk.asking import Left, talk_with
from desk.surroundings import DONE, REFUSED
from desk.writing.checking import Verdict, check_changes
from desk.writing.diff import shown
from desk.writing.files import check_may_write, write_files
from validate.history.git import is_changed, is_repository
from validate.reporters import render_text
from validate.words import digits, one_or_many

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from desk.surroundings import Surroundings
    from desk.writing.change import Change
    from validate.pipeline import Outcome


def add_writing(parser: ArgumentParser) -> None:
    """Let a command that writes be run without writing, without a last question, or in spite of warnings."""
    parser.add_argument("--dry-run", action="store_true", help="show and check the change, and write nothing")
    parser.add_argument("--yes", action="store_true", help="write without asking first")
    parser.add_argument("--allow-warnings", action="store_true", help="write even if the check would warn of it")


def write_changes(
    root: Path,
    changes: Sequence[Change],
    before: Outcome,
    surroundings: Surroundings,
    options: Namespace,
    message: str = "Change the plan",
) -> int:
    """Show the changes, check the plan with them, ask, and write them; return the command's exit code.

    Nothing is written where the check finds anything that it did not find `before`. `message` is proposed for
    the commit. The options are those of `add_writing`.
    """
    for change in changes:
        check_may_write(root, change)
        _warn_of_unsaved(root, change)
        print(shown(change))
    verdict = check_changes(root, changes, before, surroundings.today)
    if not _is_agreed(verdict, surroundings, options):
        return REFUSED
    if options.dry_run:
        print(f"{_of_the_check(verdict)}\nThis was a dry run, so nothing was written.")
        return DONE
    write_files(root, changes)
    print(_written(changes))
    print(_of_the_check(verdict))
    print(_what_next(root, changes, message))
    return DONE


def _warn_of_unsaved(root: Path, change: Change) -> None:
    if change.before is not None and is_changed(root, change.path):
        print(f"Note: {change.path} already holds changes that are not committed. This is added to them.\n")


def _is_agreed(verdict: Verdict, surroundings: Surroundings, options: Namespace) -> bool:
    """Say what the check has against the changes, and tell whether they may be written all the same."""
    found = verdict.new
    if found.problems:
        print(render_text(found))
    if found.errors:
        print("Nothing was written, because the plan would not pass the check. Correct it, then try again.")
        return False
    is_doubtful = bool(found.warnings) and not options.allow_warnings
    talk = talk_with(surroundings)
    if is_doubtful and (options.dry_run or not talk):
        print("Nothing was written, because the check warns of it. To write it all the same, add --allow-warnings.")
        return False
    if options.dry_run or not talk or (options.yes and not is_doubtful):
        return True
    question, default = ("Write it all the same?", "no") if is_doubtful else ("Write this?", "yes")
    with suppress(Left):
        if talk.agrees(question, default=default):
            return True
    print("Nothing was written.")
    return False


def _of_the_check(verdict: Verdict) -> str:
    if verdict.known:
        many = f"{digits(verdict.known)} problems that were"
        things = one_or_many(verdict.known, "one problem that was", many)
        if verdict.new.warnings:
            return f"The check warns of this, and finds {things} there before. To see: trustplan check"
        return f"The check finds {things} there before, and nothing new. To see: trustplan check"
    return "The check warns of this, and of nothing else." if verdict.new.warnings else "The check finds no problem."


def _written(changes: Sequence[Change]) -> str:
    if len(changes) == 1:
        return f"Written: {changes[0].path}."
    return "\n    ".join(["Written:", *(change.path for change in changes)])


def _what_next(root: Path, changes: Sequence[Change], message: str) -> str:
    if not is_repository(root):
        return "What comes next: send the changed files to whoever looks after the plan."
    git = "git" if str(root) == "." else f"git -C {shlex.quote(str(root))}"
    paths = " ".join(shlex.quote(change.path) for change in changes)
    return (
        "What comes next: record it with these two commands, then propose it (as a pull request), so that somebody "
        "else looks at it.\n"
        f"    {git} add {paths}\n"
        f"    {git} commit -m {shlex.quote(message)}"
    )
