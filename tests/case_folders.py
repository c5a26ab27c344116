"""Cases on disk: a clean plan, and folders that differ from it, each with the report it must give.

A case folder is laid over `cases/base/`. Besides the files that differ it may hold:
- `delete.txt`: paths of the base to take away first, one a line;
- `large.txt`: a path and a number of bytes, for a file too large to keep here;
- `options.txt`: `--as-at` and a day;
- `expected.txt`: the whole report.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from validate.pipeline import Outcome, load_plan

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
OWN_FILES = ("delete.txt", "large.txt", "options.txt", "expected.txt")


def invalid_cases() -> list[Path]:
    """Return every case that must give problems, in order of name."""
    return sorted(path for path in (CASES / "invalid").iterdir() if path.is_dir())


def valid_cases() -> list[Path]:
    """Return every case that must be clean, the base among them."""
    return [BASE, *sorted(path for path in (CASES / "valid").iterdir() if path.is_dir())]


def code_of(case: Path) -> str:
    """Return the problem code that a case is about: its name up to two hyphens."""
    return case.name.split("--")[0]


def build_case(case: Path, root: Path) -> None:
    """Write the base into a folder, changed as the case says."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name in _lines(case / "delete.txt"):
        gone = root / name
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    shutil.copytree(case, root, symlinks=True, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OWN_FILES))
    for line in _lines(case / "large.txt"):
        name, size = line.split()
        (root / name).write_bytes(b"#" * int(size))


def load_case(case: Path, root: Path) -> Outcome:
    """Build the case in a folder and check it."""
    build_case(case, root)
    options = [word for line in _lines(case / "options.txt") for word in line.split()]
    as_at = date.fromisoformat(options[options.index("--as-at") + 1]) if options else None
    return load_plan(root, as_at)


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
