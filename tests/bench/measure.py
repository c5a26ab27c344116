"""Run a command on its own and say how long it took and how much memory it needed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

KILOBYTES = 1 if sys.platform != "darwin" else 1024
"""macOS gives the peak memory in bytes, Linux in kilobytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What one command, or several in a row, took."""

    seconds: float
    processor: float
    """The seconds in which it was really running; the rest it waited, mostly for other programs."""
    megabytes: float

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            seconds=self.seconds + other.seconds,
            processor=self.processor + other.processor,
            megabytes=max(self.megabytes, other.megabytes),
        )


def measure(module: str, *arguments: str | int | Path, root: Path, folder: Path, runs: int = 1) -> Cost:
    """Run a Python module in a folder so many times, and return the quickest time with its peak of memory."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return min((_run(command, root, folder) for _ in range(runs)), key=lambda cost: cost.seconds)


def _run(command: Sequence[str], root: Path, folder: Path) -> Cost:
    environment = {**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
    with TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            said = output.read().decode(errors="replace")[-3000:]
            raise SystemExit(f"{' '.join(command)[:300]} failed:\n{said}")
    processor = usage.ru_utime + usage.ru_stime
    return Cost(seconds=seconds, processor=processor, megabytes=usage.ru_maxrss / KILOBYTES / 1024)
