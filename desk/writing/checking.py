"""What the check would say of a plan with some changes, found out on a copy in another folder."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desk.surroundings import CannotRun, reason_of
from desk.writing.diff import difference
from validate.layout import FOLDERS, kind_of
from validate.pipeline import Outcome, load_plan
from validate.reading.stories import is_story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desk.writing.change import Change
    from desk.writing.diff import Difference
    from validate.problems import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What the check has to say of a plan with some changes."""

    new: Outcome
    """With those problems alone that the changes bring."""
    known: int
    """How many problems were there before."""


def check_changes(root: Path, changes: Sequence[Change], before: Outcome, today: date) -> Verdict:
    """Return what the check says of the plan in this folder as the changes would make it."""
    try:
        with TemporaryDirectory(prefix="trustplan-") as folder:
            copy = Path(folder)
            _copy_plan(root, copy)
            for change in changes:
                target = copy / change.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(change.after)
            after = load_plan(copy, None, today)
    except OSError as error:
        raise CannotRun(
            f"The plan cannot be copied, to check it first ({reason_of(error)}). Nothing was written."
        ) from None
    new = _not_known(before.problems, after.problems, {change.path: difference(change) for change in changes})
    return Verdict(new=replace(after, problems=new), known=len(after.problems) - len(new))


def _not_known(
    before: Sequence[Problem], after: Sequence[Problem], changed: dict[str, Difference]
) -> tuple[Problem, ...]:
    """Return the problems of which there was none like it, on the line that is now this one."""

    def place(problem: Problem) -> tuple[str, str, int]:
        file, line, _ = problem.place
        return problem.code, file, changed[file].line_after(line) if file in changed else line

    known = Counter(map(place, before))
    new = []
    for problem in after:
        key = (problem.code, problem.place.file, problem.place.line)
        if known[key]:
            known[key] -= 1
        else:
            new.append(problem)
    return tuple(new)


def _copy_plan(root: Path, copy: Path) -> None:
    """Copy what the check reads, and set an empty file in the place of what it only looks for."""
    for top in FOLDERS:
        _copy(root, copy, top)
        for folder, folders, names in os.walk(root / top):
            here = Path(folder).relative_to(root)
            for name in (*folders, *names):
                if not name.startswith("."):
                    _copy(root, copy, (here / name).as_posix())
            folders[:] = [name for name in folders if not name.startswith(".")]


def _copy(root: Path, copy: Path, path: str) -> None:
    source, target = root / path, copy / path
    if source.is_symlink():
        target.symlink_to(source.readlink())
    elif source.is_dir():
        target.mkdir()
    elif source.is_file():
        target.touch()
        if kind_of(path) or is_story(path):
            _copy_text(source, target)


def _copy_text(source: Path, target: Path) -> None:
    try:
        target.write_bytes(source.read_bytes())
    except OSError:
        target.chmod(0)
