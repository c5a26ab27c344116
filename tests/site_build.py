"""Builds a site in a process of its own, as a reader of the README would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from validate.records.base import Audience

ROOT = Path(__file__).parent.parent
DAY = "1725062400"
"""The moment that every build of the tests is dated with, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Trust:
    """A trust whose plan is kept in this repository, and for whom its site is built."""

    name: str
    root: Path
    audience: Audience = Audience.PUBLIC

    def __str__(self) -> str:
        return self.name if self.audience is Audience.PUBLIC else f"{self.name} for trustees"


ATTENBOROUGH = Trust("attenborough", ROOT)
QUILLBROOK = Trust("quillbrook", ROOT / "examples" / "quillbrook")
PUBLIC_SITES = (ATTENBOROUGH, QUILLBROOK)
BOARD_SITES = tuple(replace(trust, audience=Audience.TRUSTEES) for trust in PUBLIC_SITES)
SITES_TO_SEE = (*PUBLIC_SITES, BOARD_SITES[-1])
"""The public sites, and the one for trustees that holds every kind of thing kept for them."""


def build_site(
    folder: Path, *, root: Path = ROOT, builder: str = "mkdocs", audience: Audience = Audience.PUBLIC
) -> Path:
    """Build the site of the plan in `root` into a folder, strictly, and return that folder."""
    done = try_build(folder, root=root, builder=builder, audience=audience)
    if done.returncode:
        pytest.fail(f"{builder} could not build the site.\n{done.stdout}{done.stderr}", pytrace=False)
    return folder


def try_build(
    folder: Path, *, root: Path, builder: str = "mkdocs", audience: Audience = Audience.PUBLIC
) -> subprocess.CompletedProcess[str]:
    """Build a site as `build_site` does, and return how that went."""
    command = [sys.executable, "-m", builder, "build", "--strict", "--site-dir", str(folder)]
    settings = {**environment(), "TRUSTPLAN_AUDIENCE": audience.value}
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)


def add_site_files(root: Path) -> None:
    """Put everything beside a plan that a trust adds to build a site: its names and its prose."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    for prose in (ROOT / "plan").glob("*.md"):
        shutil.copy(prose, root / "plan")
    shutil.copytree(ROOT / "plan" / "pictures", root / "plan" / "pictures")


def environment() -> dict[str, str]:
    """Return the environment of a build: always the same day, this code, and no word from the theme."""
    return {**os.environ, "SOURCE_DATE_EPOCH": DAY, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
