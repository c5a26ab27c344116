"""One file as it was read and as it is to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.surroundings import CannotRun, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What becomes of one file."""

    path: str
    """From the root, with forward slashes."""
    before: bytes | None
    """Nothing where the file is new."""
    after: bytes


def edited(root: Path, path: str, edit: Callable[[str], str]) -> Change:
    """Return the change that an edit makes to the text of a file that is there."""
    try:
        before = (root / path).read_bytes()
        text = before.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"{path} cannot be read ({reason_of(error)}). Nothing was written.") from None
    return Change(path=path, before=before, after=edit(text).encode("utf-8"))


def new_file(root: Path, path: str, data: bytes) -> Change:
    """Return the change that makes a file which is not there yet."""
    if (root / path).exists():
        raise CannotRun(f"{path} is there already. Nothing was written.")
    return Change(path=path, before=None, after=data)
