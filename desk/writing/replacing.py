"""Puts another value in the place of one in the text of a YAML file, and leaves every other sign as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.surroundings import CannotRun
from desk.writing.appending import BYTE_ORDER_MARK
from validate.reading.yaml_tree import Scalar, find, read_tree

if TYPE_CHECKING:
    from validate.reading.yaml_tree import Path


def with_value(text: str, path: Path, value: str) -> str:
    """Return the text with this value at a path; the old one's quotes, comments and line ends stay.

    The value must need no quotes.

    Raises:
        CannotRun: if no value of one piece stands there, or not in the place where it is read.

    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    lines = text.removeprefix(mark).splitlines(keepends=True)
    old = _value(text, path)
    if old is None:
        raise CannotRun(_in_an_editor(path))
    line, column = old.place.line - 1, old.place.column - 1
    start, rest = lines[line][:column], lines[line][column:]
    lines[line] = start + rest.replace(old.text, value, 1)
    changed = mark + "".join(lines)
    new = _value(changed, path)
    if new is None or new.text != value:
        raise CannotRun(_in_an_editor(path))
    return changed


def _value(text: str, path: Path) -> Scalar | None:
    tree, _ = read_tree(text.removeprefix(BYTE_ORDER_MARK), "")
    found = find(tree, path) if tree else None
    return found if isinstance(found, Scalar) else None


def _in_an_editor(path: Path) -> str:
    name = ".".join(map(str, path))
    return f'"{name}" is written in a way that this command cannot change. Change it in an editor first.'
