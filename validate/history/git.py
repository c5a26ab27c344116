"""Reads a plan as it stood at an earlier commit. This is the only module that runs Git, and it never writes to it.

Days are those of Greenwich, so that the answer does not depend on where it is asked for.
"""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import PurePosixPath
from shutil import which
from typing import TYPE_CHECKING

from validate.layout import FOLDERS
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCATION = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""What Git tells the commands of its hooks of the repository at hand, which need not be the one that is asked about."""

ORDINARY_FILES = ("100644", "100755")
"""The modes of files; a link or another repository inside this one has another."""


class GitError(Exception):
    """Git cannot answer. The text is a sentence that says why and what to do."""


def is_repository(root: Path) -> bool:
    """Tell whether this folder lies in a repository and Git is there to read it."""
    try:
        return _git(root, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except GitError:
        return False


def commit_of(root: Path, ref: str) -> str:
    """Return the full name of the commit that a branch, tag or shortened name stands for.

    Raises GitError where there is no such commit, or no repository.
    """
    found = _commit(root, ref)
    if found is None:
        raise GitError(f'"{short(ref)}" is not a commit, a branch or a tag of this repository{_if_cut_off(root)}')
    return found


def commit_on(root: Path, day: date) -> str | None:
    """Return the last commit of the present line of work up to the end of a day, or nothing where all are later.

    Raises GitError where the older commits were not copied here, or there is no repository.
    """
    if _commit(root, "HEAD") is None:
        return None
    until = f"--before={day.isoformat()}T23:59:59Z"
    found = _git(root, "rev-list", "--max-count=1", "--first-parent", until, "HEAD").decode().strip()
    if not found and _is_cut_off(root):
        raise GitError(f"the commits up to {day.isoformat()} are not here{_if_cut_off(root)}")
    return found or None


def common_commit(root: Path, ref: str) -> str:
    """Return the commit at which the present line of work left that of `ref`; `ref` itself where it is an earlier one.

    Raises GitError where `ref` names nothing, or the two have nothing in common here.
    """
    commit = commit_of(root, ref)
    try:
        return _git(root, "merge-base", commit, "HEAD").decode().strip()
    except GitError:
        raise GitError(f'"{short(ref)}" and what is here have no commit in common{_if_cut_off(root)}') from None


def day_of_commit(root: Path, commit: str) -> date:
    """Return the day on which a commit was made."""
    shown = _git(root, "show", "--no-patch", "--format=%cd", "--date=format-local:%Y-%m-%d", commit_of(root, commit))
    return date.fromisoformat(shown.decode().strip())


def plan_folder_at(root: Path, ref: str, into: Path) -> None:
    """Write plan/ and schools/ below `into` as they were at a commit, byte by byte; nothing where they were not there.

    Links, and repositories inside the repository, are left out: no plan may hold one.
    """
    files = dict(_files(root, commit_of(root, ref)))
    if not files:
        return
    asked = b"".join(f"{blob}\n".encode() for blob in files.values())
    answer = memoryview(_git(root, "cat-file", "--batch", given=asked))
    for path in files:
        head, _, _ = bytes(answer[:200]).partition(b"\n")
        start = len(head) + 1
        end = start + int(head.split()[-1])
        target = into.joinpath(*PurePosixPath(path).parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(answer[start:end])
        answer = answer[end + 1 :]


def is_changed(root: Path, path: str) -> bool:
    """Tell whether a file differs from what was last committed; not where Git knows nothing of the folder."""
    try:
        return bool(_git(root, "status", "--porcelain", "--", path).strip())
    except GitError:
        return False


def _files(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Yield the path from the root and the blob of each file of the plan."""
    for line in filter(None, _git(root, "ls-tree", "-r", "-z", commit, "--", *FOLDERS).split(b"\0")):
        about, _, path = line.decode("utf-8", "replace").partition("\t")
        mode, _, blob = about.split()
        if mode in ORDINARY_FILES and ".." not in PurePosixPath(path).parts:
            yield path, blob


def _commit(root: Path, ref: str) -> str | None:
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    except GitError:
        if not is_repository(root):
            _git(root, "rev-parse", "--is-inside-work-tree")
        return None
    return found.decode().strip().splitlines()[-1]


def _is_cut_off(root: Path) -> bool:
    """Tell whether the repository was copied without its older commits, as CI does."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _if_cut_off(root: Path) -> str:
    cure = "; this copy lacks the older commits: fetch them all (git fetch --unshallow, or fetch-depth: 0 in CI)"
    return cure if _is_cut_off(root) else ""


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    program = which("git")
    if program is None:
        raise GitError("Git is not installed here, and only Git knows how the plan stood before")
    surroundings = {name: value for name, value in os.environ.items() if name not in LOCATION}
    surroundings |= {"TZ": "UTC", "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    command = [program, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=True, env=surroundings)  # noqa: S603 - each argument is ours or was checked to be a commit
    except subprocess.CalledProcessError as error:
        raise GitError(_words_of(root, error.stderr.decode("utf-8", "replace"))) from None
    except (OSError, ValueError) as error:
        raise GitError(f"Git cannot be run ({error})") from None
    return done.stdout


def _words_of(root: Path, said: str) -> str:
    """Return what Git complained of, as a sentence."""
    if "not a git repository" in said.lower():
        return f"{root} does not lie in a Git repository, and only Git knows how the plan stood before"
    first = next(iter(said.splitlines()), "").removeprefix("fatal: ")
    return f"Git cannot read {root}: {first or 'it gives no reason'}"
