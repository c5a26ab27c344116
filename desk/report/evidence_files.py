"""Files that prove something, on their way into plan/evidence/."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from desk.entry import fault
from desk.surroundings import CannotRun, reason_of
from desk.writing.change import Change
from validate.layout import EVIDENCE_FOLDER
from validate.records.report import EvidenceRecord
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 50_000_000
"""Bytes that a proof may have. Git keeps every version of every file for good."""


def located(root: Path, name: str) -> Path:
    """Return the file that a name means: one on this computer, else one that is in plan/evidence/ already."""
    kept = root / EVIDENCE_FOLDER / name
    return kept if not Path(name).exists() and kept.is_file() else Path(name)


def evidence_fault(file: Path) -> str:
    """Return why a file cannot be taken as a proof, in a sentence; nothing where it can."""
    name = short(str(file))
    if file.is_dir():
        return f"{name} is a folder. Name one file."
    if not file.is_file():
        return f"{name} is no file that can be copied." if file.exists() else f"There is no file {name}."
    try:
        size = file.stat().st_size
        with file.open("rb"):
            pass
    except OSError as error:
        return f"{name} cannot be opened ({reason_of(error)})."
    if not size:
        return f"{name} is empty, so it proves nothing. Look whether the right one was saved."
    if size > LARGEST:
        return f"{name} has {size:,} bytes; a proof may have {LARGEST:,}. Put it on the web, and give the link."
    return fault(EvidenceRecord, "file", fit_name(file.name))


def fit_name(name: str) -> str:
    """Return the nearest name that every computer and every link can use."""
    if not fault(EvidenceRecord, "file", name):
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem, point, ending = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).rpartition(".")
    stem = re.sub(r"-{2,}", "-", stem).strip(".-")
    return f"{stem or 'evidence'}{point}{ending.strip('-')}"


def take_in(root: Path, files: Iterable[Path]) -> tuple[dict[Path, str], list[Change]]:
    """Return what each file is to be called in plan/evidence/, and the changes that copy those that are not there.

    A file that is there already with the same content is used; one with other content is never written over.
    """
    names: dict[Path, str] = {}
    copies: dict[str, bytes] = {}
    folder = root / EVIDENCE_FOLDER
    for file in files:
        if file in names:
            continue
        if file.resolve().is_relative_to(folder.resolve()):
            names[file] = file.resolve().relative_to(folder.resolve()).as_posix()
            continue
        data = _read(file)
        name = _free_name(folder, copies, fit_name(file.name), data)
        names[file] = name
        if name != file.name:
            print(f'The file "{short(file.name)}" will be called "{name}" in {EVIDENCE_FOLDER}/.\n')
        if not (folder / name).exists():
            copies[name] = data
    changes = [Change(path=f"{EVIDENCE_FOLDER}/{name}", before=None, after=data) for name, data in copies.items()]
    return names, changes


def _read(file: Path) -> bytes:
    if complaint := evidence_fault(file):
        raise CannotRun(f"{complaint} Nothing was written.")
    return file.read_bytes()


def _free_name(folder: Path, copies: dict[str, bytes], name: str, data: bytes) -> str:
    """Return the name of a file that holds the same, else the name, with a number where it is taken.

    Names that differ only in capital letters are the same file on some computers.
    """
    stem, point, ending = name.rpartition(".")
    number, free = 1, name
    while True:
        taken = {path.name: path for path in _files(folder) if path.name.lower() == free.lower()}
        copied = {other: content for other, content in copies.items() if other.lower() == free.lower()}
        same = [other for other, content in copied.items() if content == data]
        same += [other for other, path in taken.items() if path.is_file() and path.read_bytes() == data]
        if same:
            return same[0]
        if not taken and not copied:
            return free
        number += 1
        free = f"{stem}-{number}{point}{ending}" if stem else f"{name}-{number}"


def _files(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []
