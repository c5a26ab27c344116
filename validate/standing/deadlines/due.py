"""Something that is due, as known on a day, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from validate.records.notes import Seen
from validate.values.dates import latest
from validate.words import count, day

if TYPE_CHECKING:
    from validate.plan.entry import Entry
    from validate.plan.pillars import Role
    from validate.records.notes import Deadline


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """Something that is to be done by a day, as known on another day."""

    note: Deadline
    entry: Entry[Any]
    """What has the day."""
    about: Entry[Any]
    """What it is about, in whose file it is recorded when it is done."""
    id: str
    sort: str
    """What it is, such as a market test."""
    text: str
    """What is to be done, in words."""
    said: str
    """What is recorded of it, in a few words."""
    role: Role | None
    """The role that answers for it, where the plan names one."""
    as_at: date
    """The day for which it is worked out."""
    due: date | None
    """When it is due, or due next; nothing where that cannot be told."""
    is_open: bool
    """Whether it is still to be done."""
    met: tuple[Entry[Any], ...] = ()
    """What met it by the day, oldest first."""
    months: int | None = None
    """From one to the next; nothing where no interval is set."""

    @property
    def last(self) -> Entry[Any] | None:
        """What met it last."""
        return self.met[-1] if self.met else None

    @property
    def last_day(self) -> date | None:
        """When it was last met."""
        return day_of(self.last) if self.last else None

    @property
    def has_passed(self) -> bool:
        """Tell whether its day has gone by, done or not."""
        return self.due is not None and self.due < self.as_at

    @property
    def overdue(self) -> bool:
        """Tell whether its day has gone by and it is still to be done."""
        return self.is_open and self.has_passed

    @property
    def is_asked(self) -> bool:
        """Tell whether the plan says anything of it."""
        return bool(self.months or self.met or self.due)


def day_of(entry: Entry[Any]) -> date:
    """Return the day of an entry of a log: that from which it is known."""
    name = next(about.name for about in entry.fields.values() if about.seen is Seen.ENTRY_FROM)
    found: date | str = getattr(entry.record, name)
    return found if isinstance(found, date) else latest(found)


def since_last(due: Due) -> str:
    """Say when it was due, and how that day came about: was due on 31 August 2025, 36 months after the last one."""
    since = f", {count(due.months, 'month')} after the last one" if due.last and due.months else ""
    return f"was due on {day(due.due)}{since}"


def in_short(due: Due, said: str = "") -> str:
    """Say when it was or is due, how far away that is, and what is known of it, if no more than what is recorded.

    For example: was due on 31 August 2025, 212 days ago; none recorded yet.
    """
    days = (due.due - due.as_at).days if due.due else 0
    away = f"{count(-days, 'day')} ago" if days < 0 else f"in {count(days, 'day')}" if days else "today"
    when = f"{'was ' if days < 0 else ''}due on {day(due.due)}, {away}"
    return "; ".join(filter(None, (when, said or due.said)))
