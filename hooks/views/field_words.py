"""Fields and columns in words: what may stand in each, for people who have never seen a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.figures import OBSERVED
from validate.values.dates import DAY, MONTH_DAY, WHEN, YEAR
from validate.values.places import LINK
from validate.values.promises import FINGERPRINT, PROMISE_NAME
from validate.values.text import CODE, GOAL_NAME, SLUG, URN

if TYPE_CHECKING:
    from validate.fields import Field
    from validate.plan.columns import Column

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

TARGETS = {
    "roles": "one of the roles in plan.yml",
    "reporters": "one of the roles or sources in plan.yml",
    "years": "one of the years in plan.yml",
    "phases": "one of the phases in growth.yml",
    "terms": "one of the terms in plan.yml",
    "posts": "one of the posts in growth.yml",
    "objectives": "one of the plan's objectives",
    "goals": "one of the plan's goals",
    "schools": "one of the schools in schools/",
    "support_levels": "one of the levels in support.yml",
    "support_triggers": "one of the triggers in support.yml",
    "joining_stages": "one of the stages in joining.yml",
    "joining_tasks": "one of the tasks in joining.yml",
    "joining_areas": "one of the areas in joining.yml",
    "charges": "one of the charges in services.yml",
    "governance_bodies": "one of the bodies in governance.yml",
    "governance_powers": "one of the powers in governance.yml",
    "measures": "one of the measures in plan/measures/",
    "promises": "one of the plan's promises, or one that was removed",
    "deciders": "one of the roles in plan.yml or the bodies in governance.yml",
}
"""What a field that a person writes may refer to."""


def field_words(about: Field) -> str:
    """Return what may stand in a field of a file."""
    if about.record is not None:
        return "a list of entries, each with" if about.many else "a group with"
    if about.choices:
        return "one of these words"
    if about.reference is not None:
        one = TARGETS[about.reference.table]
        return f"a list, each entry {one}" if about.many else one
    if about.many:
        return LISTS.get(about.pattern) or f"a list, each entry {_plain(about.value_type, about.pattern)}"
    return _plain(about.value_type, about.pattern)


def column_words(column: Column) -> str:
    """Return what may stand in a column of a table."""
    return "one of these words" if column.choices else _plain(column.type, column.pattern)


def _plain(value_type: str, pattern: str) -> str:
    return PATTERNS[pattern] if pattern and value_type == "string" else TYPES[value_type]


def pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """Return a description's parts, each with whether it stands between backticks."""
    return tuple((part, n % 2 == 1) for n, part in enumerate(text.split("`")) if part)
