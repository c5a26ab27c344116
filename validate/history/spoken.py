"""How entries, and what became of them, are spoken of: in the words of their record classes, whatever kind they are."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from validate.history.saying import about_what, changed_fields, own_name, said
from validate.plan.gathered import is_promise
from validate.plan.known import day_field
from validate.records.base import Record
from validate.values.dates import YEAR
from validate.words import commas, day, short

if TYPE_CHECKING:
    from validate.plan.entry import Entry

NAMES = ("name", "title")
"""The fields by which readers know an entry, the first that it has."""


def spoken(entry: Entry[Any]) -> str:
    """Return what to call an entry beside others: review of 14 February 2025, service "Finance", or contract."""
    table = entry.record.table
    if table is None:
        return entry.parent.fields[entry.field].title.lower() if entry.parent else entry.key
    if own_name(entry) is not None:
        name = next((getattr(entry.record, name) for name in NAMES if name in entry.fields), entry.key)
        return table.one if table.single else f'{table.one} "{short(str(name))}"'
    about = day_field(entry.record)
    since = getattr(entry.record, about.name) if about else None
    when = f" of {since if about and about.pattern == YEAR else day(since)}" if since else ""
    which = [short(str(one)) for one in about_what(entry) if one is not None and not isinstance(one, date)]
    return f"{table.one}{when}" + (f" ({commas(which)})" if which else "" if when else f" {entry.number}")


def subject(entry: Entry[Any]) -> Entry[Any]:
    """Return the nearest entry that is spoken of by itself: the entry, or what it is a part of."""
    return next(found for found in entry.lineage if _stands_alone(found))


def within_subject(entry: Entry[Any]) -> str:
    """Return what to call an entry beside its subject; nothing where it is the subject itself."""
    whole, parts = subject(entry), []
    for found in entry.lineage:
        if found is whole:
            break
        parts.append(spoken(found))
    return commas(reversed(parts))


def value_words(value: Any) -> str:
    """Return a value as a sentence about a change has it."""
    if value is None or value == []:
        return "not given"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int | Decimal):
        return str(value)
    return f'"{", ".join(map(str, value))}"' if isinstance(value, list) else f'"{value}"'


def went_along(entry: Entry[Any]) -> Counter[str]:
    """Count what stands in an entry, kind by kind; of what is rows of no table, only what stands in it."""
    return Counter(found.record.table.one for found in entry.every(Record) if found.record.table)


def differences_in(was: Record, now: Record) -> str:
    """Say what a record says otherwise than before, as messages do."""
    return "; ".join(
        _how(about.name, getattr(was, about.name), getattr(now, about.name)) for about in changed_fields(was, now)
    )


def _stands_alone(entry: Entry[Any]) -> bool:
    table = entry.record.table
    return entry.parent is None or bool(table and table.alone) or is_promise(type(entry.record))


def _how(name: str, was: Any, now: Any) -> str:
    if isinstance(was, list):
        return f'"{name}" was changed ({_entries(was, now)})'
    if now is None:
        return f'"{name}" was "{_short(was)}", and is gone'
    if was is None:
        return f'"{name}" is new'
    return f'"{name}" was "{_short(was)}", and is "{_short(now)}" now'


def _short(value: Any) -> str:
    return value_words(value) if isinstance(value, bool) else short(str(value))


def _entries(was: list[Any], now: list[Any]) -> str:
    """Say which entries of a list were changed, by what they are about, and which of its values."""
    old, new = ({_name(entry): entry for entry in entries} for entries in (was, now))
    parts = [f'"{short(name)}" is gone' for name in old.keys() - new.keys()]
    parts += [f'"{short(name)}" is new' for name in new.keys() - old.keys()]
    parts += [
        f'in "{short(name)}", {differences_in(old[name], new[name])}'
        for name in old.keys() & new.keys()
        if isinstance(old[name], Record) and said(old[name]) != said(new[name])
    ]
    return "; ".join(sorted(parts)) or "its order"


def _name(entry: Any) -> str:
    """Return what tells one entry of a list apart."""
    if not isinstance(entry, Record):
        return str(entry)
    table = entry.table
    names = (table.key, *table.known_by) if table else ()
    found = (getattr(entry, name, None) for name in names)
    return ", ".join(str(value) for value in found if value is not None)
