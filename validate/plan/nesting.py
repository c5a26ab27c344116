"""Which records stand in which, and in which kind of file, as the layout and the record classes have it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.layout import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.layout import FileKind
    from validate.records.base import Record

Holders = dict[type["Record"], tuple[type["Record"], ...]]


def list_in(holder: type[Record], record: type[Record]) -> str:
    """Return the list of a class of records in which those of another stand; nothing where it has none."""
    lists = (about for about in fields_of(holder).values() if about.many and about.record)
    return next((about.name for about in lists if about.record and issubclass(record, about.record)), "")


@dataclass(frozen=True, slots=True)
class Home:
    """Where the rows of a table are written."""

    file: FileKind
    field: str = ""
    """The list in which they stand; nothing where each is a file of its own."""


@cache
def holders() -> Holders:
    """Return, for every class of records, those in whose rows it stands."""
    found: dict[type[Record], dict[type[Record], None]] = {}
    of = {kind.name: kind.record for kind in KINDS}

    def walk(record: type[Record], above: type[Record] | None) -> None:
        found.setdefault(record, {}).update({above: None} if above else {})
        for about in fields_of(record).values():
            if about.record:
                walk(about.record, record if record.table else above)

    for kind in KINDS:
        walk(kind.record, of.get(kind.within))
    return {record: tuple(above) for record, above in found.items()}


@cache
def listed() -> frozenset[type[Record]]:
    """Return the classes of records that stand in lists."""
    fields = (about for record in holders() for about in fields_of(record).values())
    return frozenset(about.record for about in fields if about.many and about.record)


@cache
def homes() -> dict[str, Home]:
    """Return where the rows of each table are written; of several places, the first."""
    found: dict[str, Home] = {}
    for kind in KINDS:
        for name, home in _homes(kind.record, Home(kind)):
            found.setdefault(name, home)
    return found


def _homes(record: type[Record], home: Home) -> Iterator[tuple[str, Home]]:
    if record.table:
        yield record.table.name, home
    for about in fields_of(record).values():
        inner = Home(home.file, about.name)
        if about.values:
            yield about.values.name, inner
        elif about.record:
            yield from _homes(about.record, inner if about.many else home)
