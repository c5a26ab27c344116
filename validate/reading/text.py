"""From a file's bytes to text that can be read safely, or to what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from validate.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MERGE_MARK = re.compile(r"(?m)^(<{7}|>{7})(?: .*)?$")
"""What Git leaves above and below two versions of the same lines between which it could not choose."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def read_text(root: Path, path: str, largest: int) -> tuple[str | None, list[Problem]]:
    """Return a file's text, with line feeds alone at the ends of lines, or what keeps it from being used."""
    try:
        data = _read_bytes(root / path, largest)
    except OSError as error:
        return None, [cannot_read(path, error)]
    if len(data) > largest:
        message = f"the file has more than {largest:,} bytes"
        cure = "Split it up, or check that it is the right file."
        return None, [Problem(code="too-large", place=Place(path), message=message, cure=cure)]
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error)]
    found = [*_hidden_character(path, text), *_unfinished_merge(path, text)]
    return (None if found else text), found


def cannot_read(path: str, error: OSError) -> Problem:
    """Return the problem of a file or folder that the computer would not open."""
    return Problem(
        code="cannot-read",
        place=Place(path),
        message=f"the file cannot be opened ({(error.strerror or str(error)).lower()})",
        cure="Check who may read it.",
    )


def tab_indent(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem for the first line of YAML that is indented with a tab."""
    tab = re.search(r"(?m)^ *\t[ \t]*(?=\S)", text)
    if tab:
        yield Problem(
            code="tab-indent",
            place=_at(path, text, text.index("\t", tab.start())),
            message="this line is indented with a tab, which YAML does not allow",
            cure="Replace the tab with spaces, two for each level.",
        )


def _read_bytes(path: Path, largest: int) -> bytes:
    """Return the file's bytes, up to one more than are allowed."""
    if not path.is_file():
        raise OSError("it is not an ordinary file")
    with path.open("rb") as stream:
        return stream.read(largest + 1)


def _hidden_character(path: str, text: str) -> Iterator[Problem]:
    hidden = CONTROL.search(text)
    if hidden:
        yield Problem(
            code="hidden-character",
            place=_at(path, text, hidden.start()),
            message=f"there is an invisible character here (U+{ord(hidden[0]):04X})",
            cure="Delete it; it is often left by copying from another program.",
        )


def _unfinished_merge(path: str, text: str) -> Iterator[Problem]:
    mark = MERGE_MARK.search(text)
    if mark:
        yield Problem(
            code="unfinished-merge",
            place=_at(path, text, mark.start()),
            message="two versions of these lines were brought together, and nobody has chosen between them",
            cure='Keep the right lines, and remove the others with the marks "<<<<<<<", "=======" and ">>>>>>>".',
        )


def _at(path: str, text: str, index: int) -> Place:
    before = text[:index]
    return Place(path, before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1)


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    lines = re.split(r"\r\n|\r|\n", data[: error.start].decode("utf-8", "replace"))
    return Problem(
        code="not-utf8",
        place=Place(path, len(lines), len(lines[-1]) + 1),
        message="the file is not plain text in UTF-8 from here on",
        cure='Save it again as "UTF-8"; if it is a document or a picture, it belongs in plan/evidence/.',
    )
