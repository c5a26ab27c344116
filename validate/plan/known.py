"""From which day an entry is known, as its record notes it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from validate.fields import fields_of
from validate.records.notes import Seen
from validate.values.dates import YEAR, latest

if TYPE_CHECKING:
    from validate.academic import AcademicYear
    from validate.fields import Field
    from validate.plan.entry import Entry
    from validate.records.base import Record


def has_day(record: type[Record]) -> bool:
    """Tell whether entries of this class are known from a day that they name."""
    return any(about.seen is Seen.ENTRY_FROM for about in fields_of(record).values())


def day_field(record: Record) -> Field | None:
    """Return the field with the day from which a record is known; nothing where it gives none."""
    dated = (about for about in fields_of(type(record)).values() if about.seen is Seen.ENTRY_FROM)
    return next((about for about in dated if getattr(record, about.name)), None)


def known_from(entry: Entry[Any]) -> date | None:
    """Return the day from which an entry is known; nothing where it names none."""
    about = day_field(entry.record)
    return last_day(getattr(entry.record, about.name), about, entry.tree.years) if about else None


def last_day(value: date | str, about: Field, years: tuple[AcademicYear, ...]) -> date:
    """Return the last day that a day, month, year or academic year can mean."""
    if isinstance(value, date):
        return value
    if about.pattern == YEAR:
        return date.fromisoformat(f"{int(value[:4]) + 1}-{years[0].starts:%m-%d}") - timedelta(days=1)
    return latest(value)
