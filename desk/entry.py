"""The values of a record as somebody gives them, before they are written: set by name, typed and checked by its class.

A name may lead into a group, as in `membership.joined`, and count the entries of a list, as in `targets.2.year`. An
entry that is not counted is the first. A list of plain values is written with commas between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from desk.surroundings import CannotRun
from validate.fields import choices_at, fields_at, fields_of
from validate.nearest import did_you_mean
from validate.values.every import EVERY
from validate.words import sentence, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from validate.fields import Field
    from validate.reading.yaml_tree import Path
    from validate.records.base import Record

Entry = dict[str, Any]
"""Names and values as in a file: text, lists of text, further entries and lists of them."""

Step = tuple["Field", int]
"""A field on the way to a value, and which of its entries is meant, counted from 0."""

MOST_ENTRIES = 50
"""Entries of a list that can be counted in one command."""


def entry_from(record: type[Record], assignments: Iterable[str]) -> Entry:
    """Return the entry that these assignments make, its fields in the order of the record class."""
    entry: Entry = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals:
            raise CannotRun(f'"{short(assignment)}" is no value of a field. Write it as field=value, such as id=4.1.')
        set_value(record, entry, name.strip(), value)
    return in_order(record, entry)


def set_value(record: type[Record], entry: Entry, name: str, value: str) -> None:
    """Set the value of a field; its name may lead into groups and lists of entries."""
    *groups, (about, _) = steps_to(record, name)
    group = part_at(entry, groups)
    if about.record is not None:
        known = ", ".join(f"{name}.{field}" for field in fields_of(about.record))
        raise CannotRun(f'"{name}" holds fields of its own: {known}. Write one of these.')
    if about.name in group:
        raise CannotRun(f'"{name}" is given twice. Write it once.')
    if not value.strip():
        raise CannotRun(f'"{name}" is given no value. Write one, or leave the field out.')
    group[about.name] = typed(about, value)


def steps_to(record: type[Record], name: str) -> Iterator[Step]:
    """Yield each field on the way to a value, with which of its entries is meant, counted from 0."""
    words = name.split(".")
    while words:
        word = words.pop(0)
        known = fields_of(record)
        if word not in known:
            named = ", ".join(known)
            guess = did_you_mean(word, known) or "."
            raise CannotRun(f'"{short(word)}" is not a field that can be set here{guess} The fields are: {named}.')
        about, number = known[word], 0
        if about.record is not None and about.many and words and words[0].isascii() and words[0].isdigit():
            number = int(words.pop(0)[:4]) - 1
        if not 0 <= number < MOST_ENTRIES:
            raise CannotRun(f'"{short(name)}" counts an entry that cannot be. The first one is 1.')
        yield about, number
        if about.record is None and words:
            raise CannotRun(f'"{short(name)}" leads nowhere: "{word}" holds one value. Write {word}=value.')
        record = about.record or record


def part_at(entry: Entry, groups: Iterable[Step]) -> Entry:
    """Return the group, or the entry of a list, to which these steps lead; it is begun if it is not there yet."""
    part = entry
    for about, number in groups:
        if not about.many:
            part = part.setdefault(about.name, {})
            continue
        entries: list[Entry] = part.setdefault(about.name, [])
        if number > len(entries):
            name, first = about.name, len(entries) + 1
            raise CannotRun(f'Entry {number + 1} of "{name}" is set before entry {first}. Count from 1.')
        if number == len(entries):
            entries.append({})
        part = entries[number]
    return part


def typed(about: Field, value: str) -> str | list[str]:
    """Return what was typed as the value of this field: text, or a list where commas stand between."""
    words = " ".join(value.split())
    if not about.many:
        return words
    parts = [part.strip() for part in words.split(",") if part.strip()]
    return words if parts == [EVERY] else parts


def in_order(record: type[Record], entry: Entry) -> Entry:
    """Return the entry with its fields in the order in which the record class has them."""
    ordered: Entry = {}
    for about in fields_of(record).values():
        if about.name not in entry:
            continue
        value = entry[about.name]
        if about.record is not None:
            inner = about.record
            value = [in_order(inner, part) for part in value] if about.many else in_order(inner, value)
        ordered[about.name] = value
    return ordered


def assignments(entry: Entry, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield each value of an entry with the name under which it can be set."""
    for name, value in entry.items():
        if isinstance(value, dict):
            yield from assignments(value, f"{before}{name}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for number, part in enumerate(value, start=1):
                yield from assignments(part, f"{before}{name}.{number}.")
        else:
            yield f"{before}{name}", ", ".join(value) if isinstance(value, list) else value


def fault(record: type[Record], name: str, value: object) -> str:
    """Return why this cannot be the value of this field, in a sentence or two; nothing where it can."""
    about = (details for details in errors_of(record, {name: value}) if details["loc"][:1] == (name,))
    details = next(about, None)
    return _why_not(details, fields_of(record)[name].choices) if details else ""


def errors_of(record: type[Record], values: Mapping[str, object]) -> list[ErrorDetails]:
    """Return what the record class finds wrong with these values."""
    try:
        record.model_validate(values)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _why_not(details: ErrorDetails, choices: Sequence[str]) -> str:
    """Say what was found, what is wanted and how to write it; of a field with choices, which there are."""
    found = short(str(details["input"]))
    if choices:
        guess = did_you_mean(found, choices) or "."
        return f'"{found}" is not one of the words for this{guess} Allowed: {", ".join(choices)}.'
    context = details.get("ctx", {})
    wanted = context.get("wanted", "a list, with commas between its values")
    return f'"{found}" is not {wanted}. {context.get("hint", "")}'.rstrip()


def missing_from(record: type[Record], entry: Entry) -> dict[str, Field]:
    """Return the fields that must be there and are not, by the names under which they can be set."""
    paths = [details["loc"] for details in errors_of(record, entry) if details["type"] == "missing"]
    return {_name(path): fields_at(record, path[:-1])[str(path[-1])] for path in paths}


def faults(record: type[Record], entry: Entry) -> list[str]:
    """Return what is wrong with the entry's values, each in a sentence; what is missing is none of it."""
    return [_fault(record, details) for details in errors_of(record, entry) if details["type"] != "missing"]


def refuse_unsound(record: type[Record], entry: Entry) -> None:
    """Stop where something is missing from the entry or cannot stand there."""
    missing = missing_from(record, entry)
    wanted = [f"{name} ({sentence(about.description)}{_example(name, about)})" for name, about in missing.items()]
    needed = [f"Still needed, each with --set: {'; '.join(wanted)}."] if wanted else []
    if found := [*faults(record, entry), *needed]:
        raise CannotRun(" ".join(found))


def _example(name: str, about: Field) -> str:
    return f" For example: {name}={about.example}" if about.example else ""


def _fault(record: type[Record], details: ErrorDetails) -> str:
    path: Path = details["loc"]
    is_choice = details["type"] in ("enum", "literal_error")
    return f"{_name(path)}: {_why_not(details, choices_at(record, path) if is_choice else ())}"


def _name(path: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
