"""Runs `trustplan init` in this process, with the same day, the same width and the same origin each time."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING
from unittest.mock import patch

from desk.commands import init
from desk.init.origin import Origin
from desk.surroundings import DONE, Surroundings
from tests.site_build import ROOT, files_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ANSWERS = ROOT / "tests" / "cases" / "init"
SHAPES = ("three-years-of-priorities", "five-years-of-pillars")
TODAY = date(2026, 3, 2)
SHORT = (
    "trust: A\nopened: 2018-04-12\ntitle: Plan\nfirst_year: 2025-26\nyears: 1\npillars:\n  - title: B\nroles: [CEO]\n"
)
FROM_AN_INDEX = Origin(requirement="trustplan==1.2.0")


def run_init(
    folder: Path,
    *,
    answers: Path | None = None,
    ask: Callable[[str], str] | None = None,
    origin: Origin = FROM_AN_INDEX,
) -> int:
    """Make a repository from a file of answers, or from what somebody types, and return the exit code."""
    given = Surroundings(today=TODAY, environment={"COLUMNS": "100"}, ask=ask)
    with patch.object(init, "installed_origin", return_value=origin):
        return init.run(Namespace(folder=folder, answers=answers), given)


def files_from(text: str, tmp_path: Path, *, origin: Origin = FROM_AN_INDEX) -> dict[str, str]:
    """Return the files of the repository that a file of answers with this text leads to."""
    (tmp_path / "answers.yml").write_text(text, encoding="utf-8")
    assert run_init(tmp_path / "new", answers=tmp_path / "answers.yml", origin=origin) == DONE
    return {name: content.decode() for name, content in files_of(tmp_path / "new").items()}
