"""From a folder to trees: finds every data file, reads it safely, and writes nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from validate.layout import FOLDERS, PLAN_FILE, FileKind, kind_of
from validate.problems import Place, Problem
from validate.reading.csv_tree import read_csv_tree
from validate.reading.stories import check_story, is_story
from validate.reading.text import cannot_read, read_text, tab_indent
from validate.reading.unexpected import unexpected
from validate.reading.yaml_tree import Node, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 1_000_000
"""Bytes that a data file may have. The longest real one has under 10,000."""

LARGEST_TABLE = 4_000_000
"""Bytes that a table may have: some thirty thousand lines."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file that could be read: its path from the root, its kind and its tree."""

    path: str
    kind: FileKind
    tree: Node


@dataclass(frozen=True, slots=True)
class Folder:
    """Everything that reading a folder found."""

    files: list[DataFile]
    paths: frozenset[str]
    """Every file present, readable or not."""
    problems: list[Problem]
    stories: dict[str, str]
    """The narratives in Markdown, by path from the root; only those without a problem."""


def read_folder(root: Path) -> Folder:
    """Return every data file below the root, and a problem for each that cannot be used."""
    problems: list[Problem] = []
    paths = sorted(_walk(root, problems))
    files = [file for path in paths if (file := _read_file(root, path, problems))]
    stories = {path: text for path in paths if is_story(path) and (text := _read_story(root, path, problems))}
    if PLAN_FILE not in paths:
        problems.append(
            Problem(
                code="missing-plan",
                place=Place(PLAN_FILE),
                message=f"there is no {PLAN_FILE} in this folder",
                cure="Run the check in the folder that holds plan/ and schools/, or name that folder with --root.",
            )
        )
    return Folder(files, frozenset(paths), problems, stories)


def _walk(root: Path, problems: list[Problem]) -> Iterator[str]:
    def cannot_list(error: OSError) -> None:
        path = Path(str(error.filename)).relative_to(root).as_posix()
        problems.append(cannot_read(path, error))

    for top in FOLDERS:
        if (root / top).is_symlink():
            problems.append(_link(top))
            continue
        if not (root / top).exists():
            continue
        for folder, folders, names in os.walk(root / top, onerror=cannot_list):
            here = Path(folder)
            for name in sorted(n for n in [*folders, *names] if not n.startswith(".")):
                path = (here / name).relative_to(root).as_posix()
                if (here / name).is_symlink():
                    problems.append(_link(path))
                elif name not in names and _names_a_file(path):
                    problems.append(_folder_for_file(path))
                elif name in names:
                    yield path
            folders[:] = sorted(n for n in folders if _may_be_opened(here / n, root))


def _may_be_opened(folder: Path, root: Path) -> bool:
    """Tell whether to look into a folder: not where the folder itself is a problem."""
    is_problem = folder.is_symlink() or _names_a_file(folder.relative_to(root).as_posix())
    return not is_problem and not folder.name.startswith(".")


def _names_a_file(path: str) -> bool:
    return kind_of(path) is not None or is_story(path)


def _read_file(root: Path, path: str, problems: list[Problem]) -> DataFile | None:
    kind = kind_of(path)
    if kind is None:
        problems.extend(unexpected(path))
        return None
    text, found = read_text(root, path, LARGEST_TABLE if kind.is_table else LARGEST)
    problems.extend(found)
    if text is None:
        return None
    tree, found = _tree(text, path, kind)
    problems.extend(found)
    if tree is None:
        if not found:
            problems.append(_empty(path))
        return None
    return DataFile(path, kind, tree)


def _tree(text: str, path: str, kind: FileKind) -> tuple[Node | None, list[Problem]]:
    if kind.is_table:
        return read_csv_tree(text, path, kind.record)
    tabs = list(tab_indent(path, text))
    return (None, tabs) if tabs else read_tree(text, path)


def _read_story(root: Path, path: str, problems: list[Problem]) -> str | None:
    text, found = read_text(root, path, LARGEST)
    if text is not None:
        found = list(check_story(path, text))
    problems.extend(found)
    return None if found else text


def _link(path: str) -> Problem:
    return Problem(
        code="link-in-folder",
        place=Place(path),
        message="this is a shortcut to another place, and shortcuts are not followed",
        cure="Put the file itself here.",
    )


def _folder_for_file(path: str) -> Problem:
    return Problem(
        code="cannot-read",
        place=Place(path),
        message="there is a folder where a file of this name is expected",
        cure="Move what the folder holds to another place, remove it, and put the file there.",
    )


def _empty(path: str) -> Problem:
    return Problem(
        code="empty-file",
        place=Place(path),
        message="the file holds nothing",
        cure="Fill it in after the example of another file of this kind, or delete it.",
    )
