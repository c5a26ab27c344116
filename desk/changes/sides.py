"""The two sides of a comparison: the plan as it was, from Git or from today's files, and as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desk.surroundings import CannotRun
from validate.days import day_from_text
from validate.history.git import (
    GitError,
    commit_of,
    commit_on,
    common_commit,
    day_of_commit,
    is_repository,
    plan_folder_at,
)
from validate.pipeline import load_plan, outcome_seen
from validate.standing.progress import Progress
from validate.words import count, upper_first
from validate.words import day as in_words

if TYPE_CHECKING:
    from datetime import date

    from validate.pipeline import Outcome
    from validate.records.base import Audience

HERE = "the files here"
SHORT = 8
"""How many characters of a commit's name are shown."""
LIKE_A_DAY = r"\d{1,4}([-/])\d{1,2}\1\d{1,4}"
"""What is meant as a day, if not always written as one."""
NO_PLAN = (
    "There is no plan in this folder. Run the command in the folder that holds plan/ and schools/, or name that folder "
    "with --root."
)
NO_AMENDMENTS = (
    "{files} were read as they were known on {day}, because {why}. "
    "So it cannot be known which promises were amended since."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is to be compared, as the command line says it."""

    root: Path
    since: str
    """A commit, branch, tag or date."""
    until: str | None
    """A commit, branch, tag or date; nothing for the files here."""
    as_at: date | None
    """The day of the later side, where one was named."""
    audience: Audience
    today: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """The plan on one side of the comparison."""

    progress: Progress
    files: str
    """Where its files were taken from, such as commit 1a2b3c4d (v1)."""

    @property
    def words(self) -> str:
        """Its day and its files, in words."""
        return f"{in_words(self.progress.as_at)} ({self.files})"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    """Both sides, and what cannot be known of them."""

    before: Side
    after: Side
    doubt: str
    """Says that amendments cannot be known, and why; empty where they can."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A plan that was read and has no errors, with the day and the words for its files."""

    outcome: Outcome
    as_at: date
    files: str

    def seen(self, audience: Audience, day: date | None = None) -> Side:
        """Return it as an audience sees it, on its own day or an earlier one."""
        plan = outcome_seen(self.outcome, audience, day or self.as_at).plan
        return Side(progress=Progress(plan, day or self.as_at), files=self.files)


def sides(asked: Asked) -> Sides:
    """Read both sides. Stops with a sentence where one of them cannot be read or has errors."""
    if not asked.root.is_dir():
        raise CannotRun(f"{asked.root} is not a folder.")
    try:
        return _sides(asked)
    except GitError as error:
        raise CannotRun(f"{upper_first(str(error))}.") from None


def _sides(asked: Asked) -> Sides:
    after = _later(asked)
    day = _day(asked.since)
    if day is None:
        before = _at_ref(asked).seen(asked.audience)
        return Sides(before=before, after=after.seen(asked.audience), doubt="")
    if day > after.as_at:
        raise CannotRun(
            f"{in_words(day)} is after {in_words(after.as_at)}, the day for which the later side is worked out. "
            "Name an earlier day with --since, or a later one with --as-at."
        )
    found, why = _on_day(asked.root, day)
    if found:
        return Sides(before=found.seen(asked.audience), after=after.seen(asked.audience), doubt="")
    doubt = NO_AMENDMENTS.format(files=upper_first(after.files), day=in_words(day), why=why)
    as_known = replace(after, files="the same files, as they were known then")
    return Sides(before=as_known.seen(asked.audience, day), after=after.seen(asked.audience), doubt=doubt)


def _at_ref(asked: Asked) -> _Read:
    """Return the plan at the commit that is named; or, if it has gone on since, where the work here left it."""
    named = commit_of(asked.root, asked.since)
    commit = named if asked.until else common_commit(asked.root, asked.since)
    name = asked.since if commit == named else f"where this work left {asked.since}"
    return _at_commit(asked.root, commit, name)


def _day(text: str) -> date | None:
    """Return the day that is named; nothing where it is no date but a commit, a branch or a tag."""
    if not re.fullmatch(LIKE_A_DAY, text):
        return None
    try:
        return day_from_text(text)
    except ValueError as error:
        raise CannotRun(f"{upper_first(str(error))}.") from None


def _later(asked: Asked) -> _Read:
    if asked.until is None:
        outcome = load_plan(asked.root, asked.as_at, asked.today)
        if outcome.plan is None and not outcome.data_files:
            raise CannotRun(NO_PLAN)
        return _sound(outcome, HERE, "To see what is wrong: trustplan check", asked.today)
    day = _day(asked.until)
    commit = commit_on(asked.root, day) if day else commit_of(asked.root, asked.until)
    if commit is None:
        raise CannotRun(f"Git has no commit up to {asked.until}. Name a later day or a commit with --until.")
    return _at_commit(asked.root, commit, asked.until, as_at=asked.as_at, day=day)


def _on_day(root: Path, day: date) -> tuple[_Read | None, str]:
    """Return the plan as it was committed on a day; else nothing, and why there is none."""
    if not is_repository(root):
        return None, "they are not kept in Git"
    commit = commit_on(root, day)
    if commit is None:
        return None, "Git has no commit so old"
    found = _folder_at(root, commit, None, day)
    if found.plan is None and not found.data_files:
        return None, "there was no plan in Git then"
    return _sound(found, _commit_words(commit), _cure(commit), day), ""


def _at_commit(root: Path, commit: str, name: str, *, as_at: date | None = None, day: date | None = None) -> _Read:
    day = day or day_of_commit(root, commit)
    outcome = _folder_at(root, commit, as_at, day)
    words = _commit_words(commit, name)
    if outcome.plan is None and not outcome.data_files:
        raise CannotRun(f"There was no plan at {words}: it has no files in plan/ or schools/. Name a later commit.")
    return _sound(outcome, words, _cure(commit), day)


def _folder_at(root: Path, commit: str, as_at: date | None, day: date) -> Outcome:
    with TemporaryDirectory(prefix="trustplan-") as folder:
        plan_folder_at(root, commit, Path(folder))
        return load_plan(Path(folder), as_at, day)


def _commit_words(commit: str, name: str = "") -> str:
    is_new = name and not commit.startswith(name)
    return f"commit {commit[:SHORT]}{f', {name}' if is_new else ''}"


def _cure(commit: str) -> str:
    return (
        f"To see what was wrong: git worktree add FOLDER {commit[:SHORT]}, then trustplan check --root FOLDER. "
        "Or compare with another commit."
    )


def _sound(outcome: Outcome, files: str, cure: str, day: date) -> _Read:
    if outcome.plan is None or outcome.errors:
        found = f"has {count(outcome.errors, 'error')}" if outcome.errors else "cannot be read"
        raise CannotRun(f"The plan in {files} {found}, so nothing can be compared with it. {cure}")
    return _Read(outcome, outcome.as_at or day, files)
