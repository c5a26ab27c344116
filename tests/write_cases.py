"""Write the present report of every case, or of those named, as the expected one: `python -m tests.write_cases`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.case_folders import invalid_cases, load_case
from validate.reporters import render_text


def write_cases(names: list[str]) -> None:
    """Rewrite `expected.txt` of the cases whose names start with one of these; of all, if none is given."""
    for case in invalid_cases():
        if not names or case.name.startswith(tuple(names)):
            with TemporaryDirectory() as root:
                report = render_text(load_case(case, Path(root)))
            (case / "expected.txt").write_text(report, encoding="utf-8")


if __name__ == "__main__":
    write_cases(sys.argv[1:])
