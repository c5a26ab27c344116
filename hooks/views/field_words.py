"""Fields and columns in words: what may stand in each, for people who have never seen a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.figures import OBSERVED
from validate.plan.nesting import homes
from validate.records.notes import PROMISE
from validate.values.dates import DAY, MONTH_DAY, WHEN, YEAR
from validate.values.places import LINK
from validate.values.promises import FINGERPRINT, PROMISE_NAME
from validate.values.text import CODE, GOAL_NAME, SLUG, URN
from validate.words import listed, name_in_words

if TYPE_CHECKING:
    from validate.fields import Field
    from validate.plan.columns import Column
    from validate.records.notes import Reference

PATTERNS = {
    SLUG: "a short name in small letters, digits and hyphens",
    CODE: "a number or short code",
    DAY: "a date, written year-month-day",
    WHEN: "a date, a month or a year",
    YEAR: "an academic year, written like 2022-23",
    MONTH_DAY: "a month and a day, written like 09-01",
    LINK: "a web address that starts with https:// or http://",
    URN: "six digits",
    GOAL_NAME: "the full name of a goal, as objective/goal/id",
    OBSERVED: "a number or a symbol",
    PROMISE_NAME: "the full name of a promise",
    FINGERPRINT: "64 digits and letters from a to f",
}
TYPES = {
    "string": "text",
    "date": "a date, written year-month-day",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}
LISTS = {YEAR: "a list of academic years, written like 2022-23"}
"""How a list of plain values is said, where "a list, each entry" would be clumsy."""

REMOVED_TOO = {PROMISE.table: "one of the plan's promises, or one that was removed"}
"""What a field may refer to that stands in no file by itself."""


def field_words(about: Field) -> str:
    """Return what may stand in a field of a file."""
    if about.record is not None:
        return "a list of entries, each with" if about.many else "a group with"
    if about.choices:
        return "one of these words"
    if about.reference is not None:
        one = target_words(about.reference)
        return f"a list, each entry {one}" if about.many else one
    if about.many:
        return LISTS.get(about.pattern) or f"a list, each entry {_plain(about.value_type, about.pattern)}"
    return _plain(about.value_type, about.pattern)


def target_words(reference: Reference) -> str:
    """Return what a field that a person writes may refer to."""
    if reference.table in REMOVED_TOO:
        return REMOVED_TOO[reference.table]
    by_place: dict[str, list[str]] = {}
    for table in reference.among or (reference.table,):
        things, place = _things(table)
        by_place.setdefault(place, []).append(things)
    known = [f"{listed(things, 'or')}{place}" for place, things in by_place.items()]
    return f"one of the {listed(known, 'or the')}"


def _things(table: str) -> tuple[str, str]:
    """Return what the rows of a table are called as a group, and where they stand."""
    home = homes()[table]
    things = name_in_words(home.field or table)
    if home.file.is_single:
        return things, f" in {home.file.pattern.rpartition('/')[2]}"
    if home.file.within or home.file.pattern.count("*") > 1:
        return f"plan's {things}", ""
    return things, f" in {home.file.folder}/"


def column_words(column: Column) -> str:
    """Return what may stand in a column of a table."""
    return "one of these words" if column.choices else _plain(column.type, column.pattern)


def _plain(value_type: str, pattern: str) -> str:
    return PATTERNS[pattern] if pattern and value_type == "string" else TYPES[value_type]


def pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """Return a description's parts, each with whether it stands between backticks."""
    return tuple((part, n % 2 == 1) for n, part in enumerate(text.split("`")) if part)
