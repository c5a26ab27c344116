"""Builds a site in a process of its own, as a reader of the README would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DAY = "1725062400"
"""The moment that every build of the tests is dated with, in seconds since 1970."""


def build_site(folder: Path, *, root: Path = ROOT, builder: str = "mkdocs") -> Path:
    """Build the site of the plan in `root` into a folder, strictly, and return that folder."""
    command = [sys.executable, "-m", builder, "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=root, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"{builder} could not build the site.\n{done.stdout}{done.stderr}", pytrace=False)
    return folder


def add_site_files(root: Path) -> None:
    """Put everything beside a plan that a site is built with: settings, code, templates and prose."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("hooks", "site_overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for prose in (ROOT / "plan").glob("*.md"):
        shutil.copy(prose, root / "plan")


def environment() -> dict[str, str]:
    """Return the environment of a build: always the same day, this code, and no word from the theme."""
    return {**os.environ, "SOURCE_DATE_EPOCH": DAY, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
