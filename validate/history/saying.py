"""What an entry says, in a form that can be compared, and what tells it apart where it has no name of its own."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from validate.fields import fields_of
from validate.plan.known import has_day
from validate.records.base import Record, Shareable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.fields import Field
    from validate.plan.entry import Entry

Said = tuple[tuple[str, Any], ...]


def said(record: Record) -> Said:
    """Return what a record says, without who may see it and without corrections, in a form that can be compared."""
    return tuple((about.name, _plain(getattr(record, about.name))) for about in own_fields(type(record)))


@cache
def own_fields(record: type[Record]) -> tuple[Field, ...]:
    """Return the fields of what a record says itself: not who may see it, nor what was said of it later."""
    fields = fields_of(record).values()
    return tuple(about for about in fields if about.name not in Shareable.model_fields and not is_said_later(about))


def is_said_later(about: Field) -> bool:
    """Tell whether a field holds one entry with a day of its own, as a correction is."""
    return about.record is not None and not about.many and has_day(about.record)


def changed_fields(was: Record, now: Record) -> list[Field]:
    """Return the fields of which a record says something else."""
    values = dict(said(now))
    differs = {name for name, value in said(was) if value != values[name]}
    return [about for about in own_fields(type(was)) if about.name in differs]


def own_name(entry: Entry[Any]) -> str | None:
    """Return the name by which an entry is told apart in its list; nothing where it has only a number."""
    table = entry.record.table
    own = getattr(entry.record, table.key if table else "id", None)
    is_in_list = bool(entry.path) and isinstance(entry.path[-1], int)
    return None if own is None and is_in_list else entry.key


def about_what(entry: Entry[Any]) -> tuple[Any, ...]:
    """Return what a numbered entry is about, as its record notes it: of a figure, the measure and the year."""
    table = entry.record.table
    return tuple(getattr(entry.record, name) for name in (table.known_by if table else ()))


def is_hidden_more(was: Record, now: Record) -> bool:
    """Tell whether the public sees less of a record, or sees it later, though it says the same."""
    if isinstance(was, Shareable) and isinstance(now, Shareable) and not was.for_trustees:
        until, before = now.publish_after or date.min, was.publish_after or date.min
        if now.for_trustees or until > before:
            return True
    return any(is_hidden_more(one, other) for one, other in zip(_inner(was), _inner(now), strict=True))


def _inner(record: Record) -> Iterable[Record]:
    values = (getattr(record, about.name) for about in own_fields(type(record)) if about.many and about.record)
    return [entry for value in values for entry in value]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_plain, value))
    return said(value) if isinstance(value, Record) else value
