"""What record classes note as due on the day that a field holds: which day that is, and what is to be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.days import months_after
from validate.plan.schools import School
from validate.standing.deadlines.due import Due, day_of
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.entry import Entry
    from validate.plan.pillars import Role
    from validate.records.notes import Deadline


def dues_of(entry: Entry[Any], as_at: date) -> Iterator[Due]:
    """Yield what its record notes as due, as known on a day, also where no day is set for it."""
    return (_due(entry, field, note, as_at) for field, note in noted(entry))


def due_of(entry: Entry[Any], note: Deadline, as_at: date) -> Due:
    """Return one of the things that an entry notes as due. Raises LookupError where its record has no such note."""
    for field, found in noted(entry):
        if found is note:
            return _due(entry, field, note, as_at)
    raise LookupError(f"{entry.full_name} has no {note.one}")


def rule_in_words(note: Deadline) -> str:
    """Return when something is due and late, in words that go on from its name: what `_due_day` works out."""
    if note.rule:
        return note.rule
    until = ", if that is later than the last one" if note.for_each else ""
    after = ", or else the interval after the last one" if note.every else ""
    return f"due on the day that is set for it{until}{after}. Late once that day has passed."


def _due_day(entry: Entry[Any], field: str, note: Deadline, last: date | None, months: int | None) -> date | None:
    """Return when something is due, or due next: on the day that is set, or else the interval after the last one.

    The day that is set counts until it is met; where it is one of each time, if it is later than the last.
    """
    is_set: date | None = getattr(entry.record, field)
    if is_set and note.ahead:
        ahead = getattr(entry.record, note.ahead)
        is_set = None if ahead is None else months_after(is_set, -ahead)
    if is_set and (last is None or note.met_by_next or (note.for_each and is_set > last)):
        return is_set
    return months_after(last, months) if last and months else None


def noted(entry: Entry[Any]) -> Iterator[tuple[str, Deadline]]:
    """Yield the notes on an entry's days. What comes months after something else has no day of its own."""
    for name, about in entry.fields.items():
        if about.value_type == "date":
            yield from ((name, note) for note in about.deadlines)


def _due(entry: Entry[Any], field: str, note: Deadline, as_at: date) -> Due:
    met = _met(entry, note, as_at)
    months = _inherited(entry, note.every) or None
    is_newest = not note.met_by_next or met[-1:] == (entry,)
    due = _due_day(entry, field, note, day_of(met[-1]) if met else None, months) if is_newest else None
    school = next((above for above in entry.lineage if isinstance(above, School)), None)
    is_open = due is not None and not note.lapses and (school is None or school.belongs_on(as_at))
    about = entry.owner if note.met_by_next or entry.record.table is None else entry
    return Due(
        note=note,
        entry=entry,
        about=about,
        id=f"{note.group}/{about.id}" if note.group else about.full_name,
        sort=note.one,
        text=note.words.format(_name(about)),
        said=_said(met, note),
        role=next((role for path in note.roles if (role := _role(entry, path))), None),
        as_at=as_at,
        due=due,
        is_open=is_open,
        met=met,
        months=months,
    )


def _met(entry: Entry[Any], note: Deadline, as_at: date) -> tuple[Entry[Any], ...]:
    """Return what met it by a day, oldest first; of an entry of a log, the log so far."""
    above, field = (entry.parent, entry.field) if note.met_by_next else (entry, note.met_by)
    log = [found for found in above.children if found.field == field] if above and field else []
    return tuple(sorted((found for found in log if day_of(found) <= as_at), key=day_of))


def _said(met: tuple[Entry[Any], ...], note: Deadline) -> str:
    if met:
        return f"last {note.met} on {day(day_of(met[-1]))}"
    return "none recorded yet" if note.met_by else ""


def _inherited(entry: Entry[Any], field: str) -> Any:
    """Return the value of a field, of the entry or of the nearest that it stands in which has one."""
    values = (getattr(above.record, field, None) for above in entry.lineage)
    return next((value for value in values if value is not None), None) if field else None


def _role(entry: Entry[Any], path: str) -> Role | None:
    first, *rest = path.split(".")
    found = next((above for above in entry.lineage if getattr(above.record, first, None) is not None), None)
    for field in (first, *rest):
        found = found.refers(field) if found else None
    return found


def _name(entry: Entry[Any]) -> str:
    """Return what readers call an entry."""
    names = (getattr(entry.record, field, None) for field in ("name", "title"))
    return next((str(name) for name in names if name), entry.key)
