"""The one command line, whatever the command."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.site_build import QUILLBROOK, environment

if TYPE_CHECKING:
    from pathlib import Path


def test_a_reader_may_stop_early(root: Path) -> None:
    """Output that nobody reads to its end is no mistake, and nothing is said of it."""
    command = [sys.executable, "-m", "desk", "status", "--root", str(QUILLBROOK.root)]
    with subprocess.Popen(
        command, cwd=root, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
