"""Days, months, calendar years and academic years."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from validate.values.base import refuse, schema_of, text_of

DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
WHEN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
YEAR = r"^[0-9]{4}-[0-9]{2}$"
MONTH_DAY = r"^[0-9]{2}-[0-9]{2}$"

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The calendar years that a date may lie in. Beyond them it is a slip of the finger."""

LEAP_YEAR = 2000
"""Any leap year: in it, every month and day exists."""


def _day(value: Any) -> date:
    text = text_of(value)
    wanted = "a date written as year-month-day, such as 2023-07-01"
    if not re.fullmatch(DAY, text):
        raise refuse("bad-date", wanted, _date_hint(text))
    return _existing_day(text)


def _existing_day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise refuse("bad-date", "a date that exists in the calendar", "Check the month and the day.") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise refuse("bad-date", f"a date from {FIRST_YEAR} to {LAST_YEAR}", "Check the year.")
    return day


def _date_hint(text: str) -> str:
    british = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text)
    if not british:
        return "Write the year first, then the month and the day in two digits each, with hyphens between."
    day, month, year = british.groups()
    return f"Write {year}-{int(month):02d}-{int(day):02d}."


def _when(value: Any) -> str:
    text = text_of(value)
    wanted = "a date, a month or a year, such as 2023-07-01, 2023-07 or 2023"
    if not re.fullmatch(WHEN, text):
        raise refuse("bad-date", wanted, _date_hint(text))
    _existing_day(_first_day(text))
    return text


def _month_day(value: Any) -> str:
    text = text_of(value)
    if not re.fullmatch(MONTH_DAY, text):
        raise refuse("bad-date", "a month and a day such as 09-01", "Write month, hyphen, day.")
    _existing_day(f"{LEAP_YEAR}-{text}")
    return text


def earliest(when: str) -> date:
    """Return the first day that a date, month or year can mean."""
    return date.fromisoformat(_first_day(when))


def _first_day(when: str) -> str:
    return "-".join([*when.split("-"), "01", "01"][:3])


def latest(when: str) -> date:
    """Return the last day that a date, month or year can mean."""
    first = earliest(when)
    if len(when) == len("2023"):
        return date(first.year, 12, 31)
    if len(when) == len("2023-07"):
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first


def _year(value: Any) -> str:
    text = text_of(value)
    wanted = "an academic year such as 2022-23"
    long_form = re.fullmatch(r"([0-9]{4})[-/]([0-9]{2})?([0-9]{2})", text)
    if not long_form:
        raise refuse("bad-year", wanted, "Write the first year in full, a hyphen, and two digits of the next.")
    first, last = int(long_form[1]), int(long_form[3])
    proper = f"{first}-{(first + 1) % 100:02d}"
    if text != proper:
        hint = f'Write "{proper}".' if last == (first + 1) % 100 else "An academic year spans two years in a row."
        raise refuse("bad-year", wanted, hint)
    if not FIRST_YEAR <= first < LAST_YEAR:
        raise refuse("bad-year", f"an academic year from {FIRST_YEAR} to {LAST_YEAR}", "Check the year.")
    return text


Day = Annotated[date, BeforeValidator(_day), schema_of(DAY)]
"""A calendar day, written 2023-07-01."""

When = Annotated[str, BeforeValidator(_when), WithJsonSchema({"type": ["string", "integer"], "pattern": WHEN})]
"""A day, a month or a year, as exactly as a source gives it; kept as text."""

Year = Annotated[str, BeforeValidator(_year), schema_of(YEAR)]
"""An academic year, written 2022-23."""

MonthDay = Annotated[
    str,
    BeforeValidator(_month_day),
    schema_of(MONTH_DAY),
]
"""A day of any year, written month-day."""
