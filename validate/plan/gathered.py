"""Names gathered from several tables, for values that may name an entry of any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from validate.fields import fields_of
from validate.plan.nesting import holders
from validate.records.amendments import AmendmentRecord
from validate.records.base import Record
from validate.records.notes import DECIDER, PROMISE, REPORTER
from validate.records.promises import What, former_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry, Tree

GATHERED = {
    REPORTER.table: "Everyone an update may come from: the roles, and sources outside the trust.",
    DECIDER.table: "Everyone that a decision on the plan may come from: the roles, and the bodies that govern the "
    "trust.",
    PROMISE.table: "Everything that the plan promises and an amendment may speak of, promises that were removed among "
    "them.",
}
"""The tables that gather names, and what each holds."""

AMONG = {reference.table: reference.among for reference in (REPORTER, DECIDER)}

REMOVED = "removed"
"""Stands for the kind of a promise of which only amendments are left."""

MOVED = "moved"
"""Stands for the kind of a name under which an action stood in another year."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name, what sort of thing it is the name of, and where that stands."""

    id: str
    kind: str
    name: str
    entry: Entry[Any]


def gathered(tree: Tree, table: str) -> Iterator[Name]:
    """Yield the names of a table that gathers them; some may come twice."""
    if table in AMONG:
        for source in AMONG[table]:
            for entry in tree.table(source).values():
                yield Name(entry.id, entry.record.table.one, entry.title, entry)
    else:
        yield from (promise_name(entry) for entry in tree.every(Record) if is_promise(type(entry.record)))
        yield from _gone(list(tree.every(AmendmentRecord)))


def sources(table: str) -> tuple[str, ...]:
    """Return the tables that a table of names gathers from."""
    if table in AMONG:
        return AMONG[table]
    records = (record for record in holders() if is_promise(record) or record is AmendmentRecord)
    return tuple(record.table.name for record in records if record.table)


def is_promise(record: type[Record]) -> bool:
    """Tell whether records of this class are promises: a part of them is noted as promised."""
    return any(about.promised for about in fields_of(record).values())


def promise_name(entry: Entry[Any]) -> Name:
    """Return how a promise is spoken of: as it is called, or else by what it belongs to."""
    one, above = entry.record.table.one, entry.row_parent
    name = entry.title or f"{above.id if above else ''}, {one} for {entry.key}"
    return Name(entry.full_name, one, name, entry)


def _gone(amendments: list[Entry[AmendmentRecord]]) -> Iterator[Name]:
    """Yield the promises that only amendments tell of: removed, part of what was, or called otherwise now."""
    removed = tuple(f"{entry.record.promise}/" for entry in amendments if entry.record.what is What.REMOVED)
    for entry in amendments:
        record = entry.record
        if record.what is What.REMOVED or record.promise.startswith(removed):
            yield Name(record.promise, REMOVED, record.was or record.promise, entry)
        if former := former_name(record.promise, record.what, record.was or ""):
            yield Name(former, MOVED, former, entry)
