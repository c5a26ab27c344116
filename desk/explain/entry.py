"""Any entry of a plan: where it stands, what it says and names, its lists and proofs, and where it is used.

Everything comes from its record class and its place among the others, so that it need not be known here.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desk.explain.evidence import explain_proofs
from desk.sheet import BLANK, Line
from hooks.views.kept import kept
from validate.history.spoken import spoken
from validate.plan.known import day_field
from validate.records.base import Record, Shareable
from validate.records.report import EvidenceRecord
from validate.standing.deadlines.due import in_short
from validate.standing.deadlines.everything import dates
from validate.values.dates import WHEN
from validate.words import commas, day, digits, name_in_words, sentence, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desk.plan_on_day import PlanOnDay
    from validate.fields import Field
    from validate.plan.entry import Entry


def explain_entry(entry: Entry[Any], on_day: PlanOnDay) -> Iterator[Line]:
    """Yield all that there is to know of an entry."""
    place = entry.place()
    yield Line(f"{name_of(entry)} ({entry.full_name})")
    yield Line(f"{upper_first(_one(entry))}, in {place.file}:{place.line}")
    if tag := kept(entry, on_day.as_at):
        yield Line(f"{tag}.")
    yield from _section("What it says", _says(entry, 1))
    yield from _section("What it names", _names(entry))
    for name, about in entry.fields.items():
        inner = [child for child in entry.children if child.field == name]
        if about.many and about.record is not EvidenceRecord:
            yield from _section(about.title, (line for child in inner for line in _part(child, 1, on_day)))
    yield from _section("Its proofs", _proofs(entry, 1, on_day))
    yield from _section("When it is due", _dates(entry, on_day))
    yield from _section("Where it is used", _used(entry))


def name_of(entry: Entry[Any]) -> str:
    """Return what an entry is called, if only by what it is and of which day."""
    return entry.title or upper_first(spoken(entry))


def _one(entry: Entry[Any]) -> str:
    return entry.record.table.one if entry.record.table else name_in_words(entry.field or entry.key)


def _is_numbered(entry: Entry[Any]) -> bool:
    table = entry.record.table
    return table is not None and getattr(entry.record, table.key, None) is None


def _section(heading: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines below their heading; nothing where there are none."""
    for number, line in enumerate(lines):
        if not number:
            yield BLANK
            yield Line(heading)
        yield line


def _says(entry: Entry[Any], level: int, without: Field | None = None) -> Iterator[Line]:
    """Yield each value of an entry and of the groups within it, but for those that name others."""
    key = entry.record.table.key if entry.record.table else ""
    for name, about in entry.fields.items():
        value = getattr(entry.record, name)
        is_told = name in (key, *Shareable.model_fields) or about.reference or about == without
        if is_told or value in (None, []):
            continue
        if about.record is None:
            yield Line(f"{about.title}: {sentence(_words(value, about))}", level)
        elif not about.many:
            yield Line(about.title, level)
            yield from (line for child in entry.children if child.field == name for line in _says(child, level + 1))


def _names(entry: Entry[Any], level: int = 1) -> Iterator[Line]:
    for name, about in entry.fields.items():
        for found in entry.each_named(name) if about.reference else ():
            yield Line(f"{about.title}: {_spoken(found)}", level)
    for group in entry.children:
        if group.field in entry.fields and not entry.fields[group.field].many:
            yield from _names(group, level)


def _used(entry: Entry[Any]) -> Iterator[Line]:
    for other in entry.tree.every(Record):
        for name, about in other.fields.items():
            if about.reference and entry in other.each_named(name):
                yield Line(f"{_spoken(other)}: {about.title.lower()}", 1)


def _part(entry: Entry[Any], level: int, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield one entry of a list: the name of what can be explained by itself, or else all that it says."""
    if not _is_numbered(entry):
        yield Line(_spoken(entry), level)
        return
    about = day_field(entry.record)
    tag = kept(entry, on_day.as_at, entry.parent)
    said = day(getattr(entry.record, about.name)) if about else name_of(entry)
    yield Line(f"{said}{f' ({tag.lower()})' if tag else ''}", level)
    yield from _says(entry, level + 1, about)
    yield from _names(entry, level + 1)
    for child in entry.children:
        if entry.fields[child.field].many and not isinstance(child.record, EvidenceRecord):
            yield from _part(child, level + 1, on_day)
    yield from _proofs(entry, level + 1, on_day)


def _proofs(entry: Entry[Any], level: int, on_day: PlanOnDay) -> Iterator[Line]:
    proofs = (proof.record for proof in entry.below(EvidenceRecord))
    return explain_proofs(proofs, on_day.as_at, level)


def _dates(entry: Entry[Any], on_day: PlanOnDay) -> Iterator[Line]:
    for due in dates(on_day.plan, on_day.as_at):
        if due.is_open and entry in (due.entry, due.about):
            yield Line(f"{due.text}: {sentence(in_short(due))}", 1)


def _spoken(entry: Entry[Any]) -> str:
    return f"{name_of(entry)} ({entry.full_name})"


def _words(value: Any, about: Field) -> str:
    """Return a value as people write it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return commas(_words(one, about) for one in value)
        case date():
            return day(value)
        case int() | Decimal():
            return digits(value)
    if about.choices:
        return name_in_words(str(value))
    return day(str(value)) if about.pattern == WHEN else str(value)
