"""Writes files all together or not at all, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from desk.surroundings import CannotRun, reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desk.writing.change import Change


def check_may_write(root: Path, change: Change) -> None:
    """Stop where the file may not be written, before anybody is asked anything more."""
    target = root / change.path
    folder = next(parent for parent in target.parents if parent.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise _may_not(folder.relative_to(root).as_posix())
    if change.before is not None and not os.access(target, os.W_OK):
        raise _may_not(change.path)


def write_files(root: Path, changes: Sequence[Change]) -> None:
    """Write every change, or none where one of them cannot be."""
    made = _missing_folders(root, changes)
    drafts: list[tuple[Change, Path]] = []
    done: list[Change] = []
    path = ""
    try:
        for change in changes:
            path = change.path
            drafts.append((change, _draft(root, change)))
        for change in changes:
            path = change.path
            _refuse_changed(root, change)
        for change, draft in drafts:
            path = change.path
            draft.replace(root / path)
            done.append(change)
    except BaseException as error:
        _undo(root, done)
        if not isinstance(error, OSError):
            raise
        raise CannotRun(f"{path} cannot be written ({reason_of(error)}). Nothing was changed.") from None
    finally:
        for _, draft in drafts:
            draft.unlink(missing_ok=True)
        for folder in made:
            with suppress(OSError):  # What was written keeps its folder.
                folder.rmdir()


def _missing_folders(root: Path, changes: Sequence[Change]) -> list[Path]:
    """Return the folders that are to be made, the innermost first."""
    folders = {parent for change in changes for parent in (root / change.path).parents if not parent.exists()}
    return sorted(folders, reverse=True)


def _draft(root: Path, change: Change) -> Path:
    """Write what the file is to hold beside it, with its permissions; a hidden name keeps it out of every check."""
    target = root / change.path
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as stream:
            stream.write(change.after)
            stream.flush()
            os.fsync(stream.fileno())
        if change.before is not None:
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _refuse_changed(root: Path, change: Change) -> None:
    """Stop where the file is no longer what it was when it was read."""
    target = root / change.path
    now = target.read_bytes() if target.exists() else None
    if now != change.before:
        raise CannotRun(
            f"{change.path} was changed by somebody else while you were at it. Nothing was written. "
            "Look at what it says now, then run this again."
        )


def _undo(root: Path, done: Sequence[Change]) -> None:
    for change in done:
        with suppress(OSError):
            if change.before is None:
                (root / change.path).unlink()
            else:
                (root / change.path).write_bytes(change.before)


def _may_not(path: str) -> CannotRun:
    return CannotRun(f"You may not write to {path}. Nothing was changed. Ask whoever looks after the folder.")
