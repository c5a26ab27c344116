"""The gate says once what is wrong once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.case_folders import BASE
from validate.pipeline import load_plan

if TYPE_CHECKING:
    from pathlib import Path


def test_copied_school_is_one_duplicate(tmp_path: Path) -> None:
    """A copied school file repeats the school's id; that everything inside is repeated too is not said again."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.copy(tmp_path / "schools" / "oak-lane-primary.yml", tmp_path / "schools" / "oak-lane-copy.yml")
    said = [(problem.code, problem.place.file) for problem in load_plan(tmp_path).problems]
    assert said == [
        ("file-place", "schools/oak-lane-copy.yml"),
        ("duplicate-id", "schools/oak-lane-primary.yml"),
    ]
