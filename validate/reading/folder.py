"""From a folder to trees: finds every data file, reads it safely, and writes nothing."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from validate.layout import (
    EVIDENCE_FOLDER,
    FOLDERS,
    KINDS,
    MEASURES_FOLDER,
    PLAN_FILE,
    FileKind,
    is_data_folder,
    kind_of,
)
from validate.nearest import did_you_mean
from validate.problems import Place, Problem
from validate.reading.csv_tree import read_csv_tree
from validate.reading.stories import STORIES, STORY, check_story, is_story
from validate.reading.yaml_tree import Node, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 1_000_000
"""Bytes that a data file may have. The longest real one has under 10,000."""

LARGEST_TABLE = 4_000_000
"""Bytes that a table may have: some thirty thousand lines."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


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
        problems.append(_cannot_read(path, error))

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
        problems.extend(_unexpected(path))
        return None
    text = _read_text(root, path, problems)
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
    tabs = list(_tab_indent(path, text))
    return (None, tabs) if tabs else read_tree(text, path)


def _read_story(root: Path, path: str, problems: list[Problem]) -> str | None:
    text = _read_text(root, path, problems)
    return None if text is None or _refuse(check_story(path, text), problems) else text


def _refuse(found: Iterable[Problem], problems: list[Problem]) -> bool:
    """Note what was found, and tell whether it was anything."""
    before = len(problems)
    problems.extend(found)
    return len(problems) > before


def _read_text(root: Path, path: str, problems: list[Problem]) -> str | None:
    kind = kind_of(path)
    largest = LARGEST_TABLE if kind and kind.is_table else LARGEST
    try:
        data = _read_bytes(root / path, largest)
    except OSError as error:
        problems.append(_cannot_read(path, error))
        return None
    if len(data) > largest:
        message = f"the file has more than {largest:,} bytes"
        cure = "Split it up, or check that it is the right file."
        problems.append(Problem(code="too-large", place=Place(path), message=message, cure=cure))
        return None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(path, data, error))
        return None
    return None if _refuse(_hidden_character(path, text), problems) else text


def _read_bytes(path: Path, largest: int) -> bytes:
    """Return the file's bytes, up to one more than are allowed."""
    if not path.is_file():
        raise OSError("it is not an ordinary file")
    with path.open("rb") as stream:
        return stream.read(largest + 1)


def _tab_indent(path: str, text: str) -> Iterator[Problem]:
    tab = re.search(r"(?m)^ *\t[ \t]*(?=\S)", text)
    if tab:
        yield Problem(
            code="tab-indent",
            place=_at(path, text, text.index("\t", tab.start())),
            message="this line is indented with a tab, which YAML does not allow",
            cure="Replace the tab with spaces, two for each level.",
        )


def _hidden_character(path: str, text: str) -> Iterator[Problem]:
    hidden = CONTROL.search(text)
    if hidden:
        yield Problem(
            code="hidden-character",
            place=_at(path, text, hidden.start()),
            message=f"there is an invisible character here (U+{ord(hidden[0]):04X})",
            cure="Delete it; it is often left by copying from another program.",
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


def _unexpected(path: str) -> list[Problem]:
    """Return a problem for a file that nothing would read, though its place or its name says that it is data."""
    name = path.rsplit("/", 1)[-1]
    stem, _, ending = name.rpartition(".")
    is_table = ending.lower() == "csv" and path.startswith(f"{MEASURES_FOLDER}/")
    is_data, is_prose = is_table or ending.lower() in ("yml", "yaml"), ending.lower() == "md"
    if is_story(path) or path.startswith(f"{EVIDENCE_FOLDER}/") or not (is_data or is_data_folder(path)):
        return []
    if is_table:
        message = f'"{name}" is not a table that the plan knows' + did_you_mean(name, _usual_names(path))
        cure = "Rename it to observations.csv, or put its lines there: one table holds the figures of every measure."
    elif is_data and ending != "yml":
        message, cure = f'the name of "{name}" does not end in .yml', f"Rename it to {stem}.yml."
    elif is_data:
        message = f'"{name}" is not a file that the plan knows here' + did_you_mean(name, _usual_names(path))
        cure = "Rename it, or move it to where such files stand."
    elif is_prose:
        message = f'"{name}" is not a page of text that the plan knows here' + did_you_mean(name, [STORY])
        cure = f"An objective may have a {STORY} beside its objective.yml; other pages of text stand directly in plan/."
    else:
        message = f'"{name}" is neither a data file nor a page of text'
        cure = f"If it proves something, move it to {EVIDENCE_FOLDER}/; if not, remove it."
    allowed = ", ".join([*(_shown(kind.pattern) for kind in KINDS), STORIES])
    return [Problem(code="unexpected-file", place=Place(path), message=message, allowed=allowed, cure=cure)]


def _usual_names(path: str) -> list[str]:
    """Return the file names that are the same everywhere at this depth of folders."""
    names = [kind.pattern.rsplit("/", 1)[-1] for kind in KINDS if kind.pattern.count("/") == path.count("/")]
    return [name for name in names if "*" not in name]


def _shown(pattern: str) -> str:
    return pattern.replace("[0-9]*", "2022-23")


def _link(path: str) -> Problem:
    return Problem(
        code="link-in-folder",
        place=Place(path),
        message="this is a shortcut to another place, and shortcuts are not followed",
        cure="Put the file itself here.",
    )


def _cannot_read(path: str, error: OSError) -> Problem:
    return Problem(
        code="cannot-read",
        place=Place(path),
        message=f"the file cannot be opened ({(error.strerror or str(error)).lower()})",
        cure="Check who may read it.",
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
