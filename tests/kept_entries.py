"""Entries of a plan's files that can be kept for trustees, and how to keep, change or remove them."""

from __future__ import annotations

import csv
import io
import shutil
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from tests.rewritten import FILE_NAMES, is_text
from validate.fields import Field, fields_of
from validate.layout import FOLDERS, kind_of
from validate.records.base import Record, Shareable
from validate.records.pillar import MilestoneRecord
from validate.values import CODE, LINK, SLUG, URN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Steps = tuple[str | int, ...]
Files = dict[str, Any]
"""The data files of a plan by path, as nested dicts, lists and text."""


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """One entry of one file that may say who sees it."""

    file: str
    steps: Steps
    record: type[Record]

    def find(self, files: Files) -> Any:
        """Return the entry itself."""
        found = files[self.file]
        for step in self.steps:
            found = found[step]
        return found

    def keep(self, files: Files) -> None:
        """Say that it is for trustees only."""
        self.find(files)["audience"] = "trustees"

    def remove(self, files: Files) -> None:
        """Take it out, as if it had never been written."""
        if self.record is MilestoneRecord:
            files[self.file] = {"focus": "nothing-published"}
        elif self.steps:
            parent = KeptEntry(self.file, self.steps[:-1], self.record).find(files)
            del parent[self.steps[-1]]
        else:
            del files[self.file]

    def holds(self, other: KeptEntry) -> bool:
        """Tell whether the other entry is this one or stands inside it."""
        return self.file == other.file and other.steps[: len(self.steps)] == self.steps


def read_files(root: Path) -> Files:
    """Return every data file below a folder."""
    files: Files = {}
    for file in sorted(path for top in FOLDERS for path in (root / top).rglob("*")):
        path = file.relative_to(root).as_posix()
        if file.is_file() and kind_of(path):
            text = file.read_text(encoding="utf-8")
            files[path] = _csv(text) if path.endswith(".csv") else yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    return files


def _csv(text: str) -> dict[str, list[dict[str, str]]]:
    rows = csv.DictReader(io.StringIO(text))
    return {"observations": [{name: value for name, value in row.items() if value} for row in rows]}


def write_files(source: Path, files: Files, root: Path) -> None:
    """Copy a plan to another folder, with these data files in place of its own."""
    for top in FOLDERS:
        shutil.copytree(source / top, root / top, dirs_exist_ok=True)
    for path in read_files(source).keys() - files.keys():
        (root / path).unlink()
    for path, data in files.items():
        (root / path).write_text(_csv_text(data) if path.endswith(".csv") else _yaml_text(data), encoding="utf-8")


def _yaml_text(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _csv_text(data: dict[str, list[dict[str, str]]]) -> str:
    text, rows = io.StringIO(), data["observations"]
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def entries_of(files: Files) -> Iterator[KeptEntry]:
    """Yield every entry that may be kept for trustees, outer ones first."""
    for path, data in files.items():
        kind = kind_of(path)
        if kind:
            yield from _entries(path, (), data, kind.record)


def _entries(file: str, steps: Steps, data: dict[str, Any], record: type[Record]) -> Iterator[KeptEntry]:
    if issubclass(record, Shareable):
        yield KeptEntry(file, steps, record)
    for name, value in data.items():
        inner = fields_of(record)[name].record
        if inner and isinstance(value, list):
            for n, entry in enumerate(value):
                yield from _entries(file, (*steps, name, n), entry, inner)
        elif inner:
            yield from _entries(file, (*steps, name), value, inner)


def fill(entry: Any, record: type[Record], planted: list[str]) -> None:
    """Put a secret into every field that holds words or names, at every depth that the entry has."""
    for about in fields_of(record).values():
        if about.record and about.name in entry:
            inner = entry[about.name]
            for part in inner if isinstance(inner, list) else [inner]:
                fill(part, about.record, planted)
        elif about.record is None and (secret := _secret(record, about, len(planted))):
            planted.append(secret)
            entry[about.name] = [secret] if about.many else secret


def _secret(record: type[Record], about: Field, number: int) -> str:
    """Return a text that may stand in this field and nowhere else; nothing for dates, numbers, choices, references."""
    if (record.__name__, about.name) in FILE_NAMES:
        return f"zyx-{number:03}.txt"
    if is_text(record, about):
        return f"Zyx{number:03} quietly kept words"
    if about.reference or about.many:
        return ""
    shapes = {SLUG: "zyx-{:03}-kept", CODE: "zyx-{:03}-kept", LINK: "https://example.org/zyx-{:03}", URN: "199{:03}"}
    return shapes.get(about.pattern, "").format(number)


def copied(files: Files) -> Files:
    """Return a copy that can be changed."""
    return deepcopy(files)
