"""Entries of a plan's files that can be kept for trustees, and how to keep, change or remove them."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.rewritten import FILE_NAMES, is_text
from validate.fields import Field, fields_of
from validate.layout import kind_of
from validate.records.base import Record, Shareable
from validate.records.pillar import MilestoneRecord
from validate.values.places import LINK
from validate.values.text import CODE, SLUG, URN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.plan_files import Files

Steps = tuple[str | int, ...]


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
