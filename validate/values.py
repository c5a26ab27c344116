"""The kinds of value a plan file can hold, each typed from text and refused in plain English.

YAML scalars reach these types as the text that was written, so that `1.10`, `no` and `12:30`
mean what they look like. A refusal is a `PydanticCustomError` whose type is the problem code,
whose message says what was wanted and whose context may carry a `hint`, the cure.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

MARKUP = re.compile(r"<\s*[a-zA-Z/!?]|&#?\w+;")
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CODE = r"^[0-9A-Za-z]+([.-][0-9A-Za-z]+)*$"
GOAL_NAME = r"^[0-9A-Za-z.-]+/goal/[a-z0-9-]+$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
WHEN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
YEAR = r"^[0-9]{4}-[0-9]{2}$"
MONTH_DAY = r"^[0-9]{2}-[0-9]{2}$"
WHOLE = r"^[0-9]{1,9}$"
NUMBER = r"^[0-9]{1,9}(\.[0-9]{1,6})?$"
LINK = r"^https?://[^\s/]+\S*$"
URN = r"^[0-9]{6}$"

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The calendar years that a date may lie in. Beyond them it is a slip of the finger."""

LEAP_YEAR = 2000
"""Any leap year: in it, every month and day exists."""

LONGEST_LINK = 2000
"""Characters that a web address may have. Some browsers open no longer ones."""

LONGEST_ID = 80
"""Characters that an id may have."""

RESERVED_IDS = ("index", "readme")
"""Names of the page that opens when an address names a folder only."""

FILE_NAME = r"[A-Za-z0-9_-][A-Za-z0-9._ -]*(/[A-Za-z0-9_-][A-Za-z0-9._ -]*)*"
NOT_PUBLISHED = (".yml", ".yaml", ".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".html", ".htm")
"""Endings of files that the website takes for data or for pages of its own."""

INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Unicode categories that no reader can see: controls, direction overrides, unassigned."""


def refuse(code: str, wanted: str, hint: str = "") -> PydanticCustomError:
    """Return the error that becomes a problem with this code."""
    return PydanticCustomError(code, "{wanted}", {"wanted": wanted, "hint": hint})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise refuse("wrong-type", "a single piece of text", "Write the text after the colon, without hyphens.")
    return value


def _plain(value: Any, longest: int) -> str:
    text = " ".join(_text(value).split())
    if not text:
        raise refuse("empty-value", "some text", "Write the text, or remove the line.")
    if MARKUP.search(text):
        raise refuse(
            "html-in-text",
            "plain text without HTML",
            'Remove the tag or entity; write "less than" instead of "<", and "and" or "&" as itself.',
        )
    hidden = next((c for c in text if unicodedata.category(c) in INVISIBLE), None)
    if hidden is not None:
        raise refuse(
            "hidden-character",
            "text without invisible characters",
            f"Remove the invisible character U+{ord(hidden):04X}, often left by copying from another program.",
        )
    if len(text) > longest:
        raise refuse("too-long", f"at most {longest:,} characters long", f"It has {len(text):,}; shorten it.")
    return text


def _pattern(pattern: str, code: str, wanted: str, hint: str) -> BeforeValidator:
    compiled = re.compile(pattern)

    def check(value: Any) -> str:
        text = _text(value)
        if not compiled.fullmatch(text) or len(text) > LONGEST_ID:
            raise refuse(code, wanted, hint)
        return _unreserved(text)

    return BeforeValidator(check)


def _unreserved(text: str) -> str:
    if text.lower() in RESERVED_IDS:
        wanted = f'another id, since the website keeps "{text.lower()}" for pages that list others'
        raise refuse("bad-id", wanted, "Choose an id that says what this is.")
    return text


def _slug(value: Any) -> str:
    text = _text(value)
    if re.fullmatch(SLUG, text) and len(text) <= LONGEST_ID:
        return _unreserved(text)
    proper = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:LONGEST_ID].strip("-")
    hint = f'Write "{proper}".' if re.fullmatch(SLUG, proper) else "For example: one-or-two-join."
    raise refuse("bad-id", "an id of small letters, digits and hyphens", hint)


def _day(value: Any) -> date:
    text = _text(value)
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
    text = _text(value)
    wanted = "a date, a month or a year, such as 2023-07-01, 2023-07 or 2023"
    if not re.fullmatch(WHEN, text):
        raise refuse("bad-date", wanted, _date_hint(text))
    _existing_day(_first_day(text))
    return text


def _month_day(value: Any) -> str:
    text = _text(value)
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
    text = _text(value)
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


def _whole(value: Any) -> int:
    text = _text(value)
    if not re.fullmatch(WHOLE, text):
        raise refuse("bad-number", "a whole number", "Use digits only.")
    return int(text)


def _number(value: Any) -> Decimal:
    text = _text(value)
    if not re.fullmatch(NUMBER, text):
        raise refuse("bad-number", "a number such as 0.6", "Use digits and one point only.")
    return Decimal(text)


def _yes_no(value: Any) -> bool:
    text = _text(value).lower()
    if text not in ("true", "false", "yes", "no"):
        raise refuse("bad-yes-no", "true or false", "Write true or false.")
    return text in ("true", "yes")


def _link(value: Any) -> str:
    text = _text(value)
    if len(text) > LONGEST_LINK:
        raise refuse("too-long", f"at most {LONGEST_LINK:,} characters long", "Look for a shorter address of the page.")
    wanted = "a web address that starts with https:// or http://"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        raise refuse("bad-link", wanted, "Copy the address again from the browser.") from None
    if host and " " in text:
        raise refuse("bad-link", "a web address without spaces", "Copy the whole address again from the browser.")
    if parts.scheme not in ("http", "https") or not host or not re.fullmatch(LINK, text):
        raise refuse("bad-link", wanted, "Copy the whole address from the browser, with https:// in front.")
    if parts.username or parts.password:
        wanted = "a web address without a user name or password"
        raise refuse("bad-link", wanted, "Remove everything between // and @, and the @.")
    if re.search(r"[<>\"'`\\^{}|]", text) or any(unicodedata.category(c) in INVISIBLE for c in text):
        wanted = "a web address without quotation marks, angle brackets and the like"
        raise refuse("bad-link", wanted, "Copy the address again from the browser.")
    return text


def _evidence_file(value: Any) -> str:
    text = _text(value)
    path = PurePosixPath(text)
    wanted = "the name of a file in plan/evidence/"
    if path.is_absolute() or ".." in path.parts or "\\" in text or ":" in text or not path.parts:
        raise refuse("outside-folder", wanted, "Put the file into plan/evidence/ and write its name only.")
    if not re.fullmatch(FILE_NAME, text):
        wanted = "a file name that every computer and every link can use"
        hint = "Rename the file: letters from a to z, digits, points, hyphens, underscores and spaces only."
        raise refuse("bad-file-name", wanted, hint)
    if text.lower().endswith(NOT_PUBLISHED):
        wanted = f'a file that the website can offer as it is, which it cannot do with one ending in "{path.suffix}"'
        raise refuse("bad-file-name", wanted, "Save it in another form, such as PDF, CSV or plain text (.txt).")
    return text


def _schema(pattern: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, **more})


def _prose_schema(longest: int) -> WithJsonSchema:
    """Return the schema of text in which editors may see a number, as in `title: 2020`."""
    return WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": longest})


Line = Annotated[str, BeforeValidator(lambda v: _plain(v, 300)), _prose_schema(300)]
"""One line of plain text, at most 300 characters."""

Prose = Annotated[str, BeforeValidator(lambda v: _plain(v, 2000)), _prose_schema(2000)]
"""Plain text of a few sentences, at most 2,000 characters; line breaks count as spaces."""

Slug = Annotated[
    str,
    BeforeValidator(_slug),
    WithJsonSchema({"type": ["string", "integer"], "pattern": SLUG}),
]
"""A stable name in small letters, digits and hyphens."""

Code = Annotated[
    str,
    _pattern(CODE, "bad-id", "a short code such as 4 or 4.1", "Use letters, digits, points and hyphens."),
    WithJsonSchema({"type": ["string", "number"], "pattern": CODE}),
]
"""The number or short code a plan prints, such as `4` or `4.1`."""

GoalName = Annotated[
    str,
    _pattern(GOAL_NAME, "bad-id", "the full name of a goal", "For example: 4.1/goal/three-schools-joined."),
    WithJsonSchema({"type": "string", "pattern": GOAL_NAME}),
]
"""The full name of a goal, such as `4.1/goal/three-schools-joined`."""

Day = Annotated[date, BeforeValidator(_day), _schema(DAY)]
"""A calendar day, written 2023-07-01."""

When = Annotated[str, BeforeValidator(_when), WithJsonSchema({"type": ["string", "integer"], "pattern": WHEN})]
"""A day, a month or a year, as exactly as a source gives it; kept as text."""

Year = Annotated[str, BeforeValidator(_year), _schema(YEAR)]
"""An academic year, written 2022-23."""

MonthDay = Annotated[
    str,
    BeforeValidator(_month_day),
    _schema(MONTH_DAY),
]
"""A day of any year, written month-day."""

Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number from 0."""

Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number", "minimum": 0})]
"""A decimal number from 0, kept exactly as written."""

YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
"""true or false (yes and no are understood)."""

Link = Annotated[str, BeforeValidator(_link), _schema(LINK, format="uri")]
"""A web address, http or https only."""

EvidenceFile = Annotated[str, BeforeValidator(_evidence_file), WithJsonSchema({"type": "string"})]
"""The name of a file inside plan/evidence/."""

Urn = Annotated[
    str,
    _pattern(URN, "bad-format", "a URN of six digits", "Look it up in the national register of schools."),
    WithJsonSchema({"type": ["string", "integer"], "pattern": URN}),
]
"""A school's unique reference number: six digits, kept as text."""

EVERY = "all"
"""Stands for every school in a list of schools."""

EveryOrList = BeforeValidator(lambda value: [EVERY] if isinstance(value, str) and value.lower() == EVERY else value)
"""Lets the word for every school stand where a list of schools is expected."""


def or_every(schema: dict[str, Any]) -> None:
    """Say the same in the schema of a list that `EveryOrList` is put on."""
    about = {name: schema.pop(name) for name in ("type", "items")}
    schema["anyOf"] = [about, {"const": EVERY}]
