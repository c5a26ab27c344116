"""Cases on disk: a clean plan, and folders that differ from it, each with the report it must give.

A case folder is laid over `cases/base/`. Besides the files that differ it may hold:
- `delete.txt`: paths of the base to take away first, one a line;
- `large.txt`: a path and a number of bytes, for a file too large to keep here;
- `options.txt`: `--as-at` and a day; `--against base`, or `--against before` for a folder of that name, which is
  laid over the base in the same way and is how the plan stood before;
- `expected.txt`: the whole report.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from validate.history.against import problems_against
from validate.pipeline import Outcome, load_plan

CASES = Path(__file__).parent / "cases"
BASE = CASES / "base"
OWN_FILES = ("before", "delete.txt", "large.txt", "options.txt", "expected.txt")


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
    words = [word for line in _lines(case / "options.txt") for word in line.split()]
    options = dict(zip(words[::2], words[1::2], strict=True))
    as_at = date.fromisoformat(options["--as-at"]) if "--as-at" in options else None
    outcome = load_plan(root, as_at)
    if "--against" not in options:
        return outcome
    with TemporaryDirectory() as folder:
        build_case(BASE if options["--against"] == "base" else case / options["--against"], Path(folder))
        return outcome.with_problems(problems_against(load_plan(Path(folder)), outcome))


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
