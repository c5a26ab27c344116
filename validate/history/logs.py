"""Which past entries of logs do not stand as they stood. A log is a list of entries that name their day.

Only entries count that were known on the day of the earlier state. Who may see an entry is no part of what it says, but
to keep from the public what it saw is a change.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from validate.history.likeness import in_order
from validate.history.saying import about_what, changed_fields, is_hidden_more, is_said_later
from validate.history.spoken import differences_in
from validate.plan.gathered import is_promise
from validate.plan.known import day_field, has_day, known_from, last_day
from validate.records.base import Record
from validate.records.notes import Seen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.fields import Field
    from validate.history.matching import Matched
    from validate.plan.entry import Entry

HIDDEN = "the public could see all of it, and cannot any more"
ELSEWHERE = "it stands at another place in the log"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewritten:
    """A past entry that does not stand as it stood."""

    was: Entry[Any]
    now: Entry[Any] | None
    """What stands in its place; nothing where it was taken out."""
    held_by: Entry[Any]
    """What it stands in, or stood in, as that is now."""
    field: str = ""
    """The first field that differs, or nothing."""
    how: str = ""
    """What differs, in words."""
    correction: Record | None = None
    """The new correction that says why, where there is one."""

    @property
    def is_hidden(self) -> bool:
        """Tell whether it says the same, and the public cannot see all of it any more."""
        return self.how == HIDDEN

    @property
    def entry(self) -> Entry[Any]:
        """The entry as it stands now; where it was taken out, what held it."""
        return self.now or self.held_by


@dataclass(frozen=True, kw_only=True, slots=True)
class Lost:
    """Something that was removed together with past entries in it, though no promise that only an amendment ends."""

    was: Entry[Any]
    entries: Counter[str]
    """How many past entries, by the name of the list that held them."""


def is_logged(entry: Entry[Any]) -> bool:
    """Tell whether an entry is one of a log."""
    return bool(entry.path) and isinstance(entry.path[-1], int) and has_day(type(entry.record))


def logged_in(entry: Entry[Any]) -> Entry[Any] | None:
    """Return the entry of a log that an entry is, or is a part of; nothing where it is none."""
    return next((found for found in entry.lineage if is_logged(found)), None)


def rewritten(matched: Matched, day: date | None) -> Iterator[Rewritten]:
    """Yield every past entry that was changed, with a new correction or without, or taken out, in their former order.

    What was taken out with what held it is not among them. `day` is that of the earlier state.
    """
    for was in matched.before.every(Record):
        if is_logged(was) and _is_known(was, day) and was.parent in matched.latter:
            now, held_by = matched.latter.get(was), matched.latter[was.parent]
            if now is None:
                yield Rewritten(was=was, now=None, held_by=held_by)
            elif was.record != now.record and (found := _changed(was, now, day)):
                field, how, correction = found
                yield Rewritten(was=was, now=now, held_by=held_by, field=field, how=how, correction=correction)
            elif _is_out_of_place(was, matched):
                yield Rewritten(was=was, now=now, held_by=held_by, how=ELSEWHERE)


def lost(matched: Matched, day: date | None) -> Iterator[Lost]:
    """Yield what was removed together with past entries in it."""
    for was in matched.before.every(Record):
        is_outermost = was not in matched.latter and (was.parent is None or was.parent in matched.latter)
        if is_outermost and not is_logged(was):
            held = (entry for entry in was.every(Record) if is_logged(entry) and _is_known(entry, day))
            if found := Counter(entry.field for entry in held if not _is_promised(entry)):
                yield Lost(was=was, entries=found)


def _is_known(entry: Entry[Any], day: date | None) -> bool:
    since = known_from(entry)
    return day is None or since is None or since <= day


def _is_promised(entry: Entry[Any]) -> bool:
    return any(is_promise(type(found.record)) for found in entry.lineage)


def _changed(was: Entry[Any], now: Entry[Any], day: date | None) -> tuple[str, str, Record | None] | None:
    """Return the first field of which an entry says something else, what differs, and the correction that says why."""
    correction = _new_correction(was, now)
    fields = [about for about in changed_fields(was.record, now.record) if not _may_follow(was, about, day)]
    how = differences_in(was.record, now.record) if fields else ""
    field = fields[0].name if fields else ""
    if not fields and is_hidden_more(was.record, now.record):
        how = HIDDEN
        names = (
            name for name in ("audience", "publish_after") if getattr(was.record, name) != getattr(now.record, name)
        )
        field = next(names, "")
    elif not fields and correction is None and (changed := _changed_correction(was, now)):
        field, how = changed
    return (field, how, correction) if how else None


def _is_out_of_place(was: Entry[Any], matched: Matched) -> bool:
    """Tell whether an entry stands otherwise among those of its day, of which the lowest counts."""
    if about_what(was) or was.parent is None:
        return False
    of_day = [
        entry
        for entry in was.parent.children
        if entry.field == was.field and entry in matched.latter and known_from(entry) == known_from(was)
    ]
    stay = in_order([matched.latter[entry].number for entry in of_day])
    return of_day.index(was) not in stay


def _may_follow(was: Entry[Any], about: Field, day: date | None) -> bool:
    """Tell whether a value could not be known yet: a day to come, or what became of something that still went on."""
    value = getattr(was.record, about.name)
    if about.seen is Seen.VALUE_FROM and value and day and last_day(value, about, was.tree.years) > day:
        return True
    goes_on = any(field.seen is Seen.VALUE_FROM for field in was.fields.values())
    return goes_on and value in (None, [])


def _corrections(entry: Entry[Any]) -> Iterator[tuple[str, Record | None]]:
    return ((name, getattr(entry.record, name)) for name, about in entry.fields.items() if is_said_later(about))


def _new_correction(was: Entry[Any], now: Entry[Any]) -> Record | None:
    """Return the correction of an entry that is newer than the one that it had."""
    for (_, old), (_, new) in zip(_corrections(was), _corrections(now), strict=True):
        if new and (old is None or _day(new) > _day(old)):
            return new
    return None


def _changed_correction(was: Entry[Any], now: Entry[Any]) -> tuple[str, str] | None:
    """Return the field of a correction that was changed or taken out, and which of both in words."""
    for (name, old), (_, new) in zip(_corrections(was), _corrections(now), strict=True):
        if old != new:
            return name, f"its {name} was changed" if new else f"its {name} is gone"
    return None


def _day(record: Record) -> Any:
    about = day_field(record)
    return getattr(record, about.name) if about else None
