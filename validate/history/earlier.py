"""A plan as it stood at an earlier commit, read in the same way as the one at hand."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from validate.history.git import common_commit, plan_folder_at
from validate.pipeline import load_plan

if TYPE_CHECKING:
    from datetime import date

    from validate.pipeline import Outcome


def plan_at(root: Path, ref: str, today: date | None = None) -> Outcome:
    """Return the plan as it stood where the present line of work left that of `ref`.

    What was added to `ref` since then is not yet here, and so was not taken out. Raises GitError where Git cannot
    tell.
    """
    commit = common_commit(root, ref)
    with TemporaryDirectory() as folder:
        plan_folder_at(root, commit, Path(folder))
        return load_plan(Path(folder), today=today)
