"""What a change does to a file, line by line, and as people are shown it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from validate.layout import EVIDENCE_FOLDER
from validate.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.writing.change import Change

CONTEXT = 2
"""Lines that are shown before and after those that change."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """The one stretch of lines in which two texts differ."""

    before: list[str]
    after: list[str]
    start: int
    """The first line that differs, counted from 0."""
    gone: int
    """How many old lines stood there."""
    come: int
    """How many new lines stand there now."""

    def line_after(self, line: int) -> int:
        """Return where an old line stands now; both are counted from 1."""
        if line <= self.start:
            return line
        if line > self.start + self.gone:
            return line + self.come - self.gone
        return self.start + 1


def difference(change: Change) -> Difference:
    """Return what the change does to the file's lines."""
    before, after = _lines(change.before or b""), _lines(change.after)
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return Difference(
        before=before, after=after, start=start, gone=len(before) - start - end, come=len(after) - start - end
    )


def shown(change: Change) -> str:
    """Return the change as people are shown it before it is written."""
    if change.path.startswith(f"{EVIDENCE_FOLDER}/"):
        return f"This file will be copied to {change.path} ({count(len(change.after), 'byte')}).\n"
    found = difference(change)
    last = found.start + found.come
    lines = [f"{_heading(change, found)}\n"]
    lines += [_line(" ", n, found.after[n]) for n in range(max(0, found.start - CONTEXT), found.start)]
    lines += [_line("-", n, found.before[n]) for n in range(found.start, found.start + found.gone)]
    lines += [_line("+", n, found.after[n]) for n in range(found.start, last)]
    lines += [_line(" ", n, found.after[n]) for n in range(last, min(len(found.after), last + CONTEXT))]
    return "\n".join(lines) + "\n"


def _heading(change: Change, found: Difference) -> str:
    if change.before is None:
        return f"This new file will be written, {change.path}:"
    lines = f"line {found.start + 1}"
    if found.come > 1:
        lines = f"lines {found.start + 1} to {found.start + found.come}"
    if found.gone:
        return f"This is what will change in {change.path}, {lines}:"
    return f"This is what will be added to {change.path}, {lines}:"


def _line(sign: str, index: int, text: str) -> str:
    visible = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return f"  {sign}{index + 1:>4} | {visible}".rstrip()


def _lines(data: bytes) -> list[str]:
    lines = re.split("\r\n|\r|\n", data.decode("utf-8-sig", "replace"))
    return lines[:-1] if not lines[-1] else lines


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many lines are the same from the start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
