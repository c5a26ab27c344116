"""Words of values, with the values for which they are easily got wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from validate import words

MAY, AUGUST = date(2024, 5, 1), date(2024, 8, 31)
NUMBERS = (0, 1, 2, 1000)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (AUGUST, "31 August 2024"),
        ("2024-05-01", "1 May 2024"),
        ("2024-08", "August 2024"),
        ("2024", "2024"),
        ("2024-13", "2024-13"),
        (None, ""),
    ],
)
def test_days(value: date | str | None, said: str) -> None:
    """A day, a month alone and a year alone are said as people write them; what is none of these stays."""
    assert words.day(value) == said


def test_spans() -> None:
    """A time may lack its first or last day; a number of months is said in years where it can be."""
    spans = [words.span(first, last) for first in (MAY, None) for last in (AUGUST, None)]
    assert spans == ["1 May 2024 to 31 August 2024", "since 1 May 2024", "until 31 August 2024", ""]
    assert words.day_and_month(AUGUST) == "31 August"
    months = {1: "1 month", 11: "11 months", 12: "1 year", 18: "18 months", 24: "2 years"}
    assert {number: words.span_of_months(number) for number in months} == months
    assert [words.every(number) for number in (1, 12, 36)] == ["every month", "every year", "every 3 years"]


def test_counts() -> None:
    """A number stands before what is counted, and decides how that is said."""
    assert [words.count(number, "body") for number in NUMBERS] == ["0 bodies", "1 body", "2 bodies", "1,000 bodies"]
    assert [words.count(Decimal(text), "day") for text in ("1.0", "2.50", "1000")] == [
        "1 day",
        "2.5 days",
        "1,000 days",
    ]
    assert words.count(2, "action or goal", "actions and goals") == "2 actions and goals"
    assert [words.schools(number) for number in NUMBERS] == ["no schools", "1 school", "2 schools", "1,000 schools"]
    between = [words.schools_between(*numbers) for numbers in ((1, 1), (5, 6), (8, None))]
    assert between == ["1 school", "5 to 6 schools", "8 or more schools"]


def test_verbs_agree() -> None:
    """What is said of one differs from what is said of many, also of one among several; none in words is as one."""
    assert [words.are(number, "late") for number in NUMBERS] == [
        "0 are late",
        "1 is late",
        "2 are late",
        "1,000 are late",
    ]
    assert [words.have(number, "a report", of=2) for number in (1, 2)] == [
        "1 of 2 has a report",
        "2 of 2 have a report",
    ]
    assert words.have(1, "no report", of="2 schools") == "1 of 2 schools has no report"
    assert [words.count_in_words(number, "is late", "are late") for number in NUMBERS] == [
        "none is late",
        "one is late",
        "two are late",
        "1,000 are late",
    ]
    assert [words.its(number) for number in NUMBERS] == ["their", "its", "their", "their"]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("pillar", "pillars"),
        ("priority", "priorities"),
        ("key", "keys"),
        ("status", "statuses"),
        ("child", "children"),
        ("person", "people"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    """The word for many follows from the word for one, and the other way round."""
    assert (words.plural(one), words.singular(many)) == (many, one)


@pytest.mark.parametrize(
    ("one", "many"), [("focus", "focuses"), ("branch", "branches"), ("review of a school", "reviews of a school")]
)
def test_plurals_only(one: str, many: str) -> None:
    """Words that end in a hiss get another syllable, and of a phrase its first noun is counted."""
    assert words.plural(one) == many


def test_lists() -> None:
    """A list leaves out what is empty, and names so many at most."""
    assert [words.listed("abc"[:length]) for length in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert words.listed(["a", "", "b"], "or") == "a or b"
    assert words.listed(words.quoted(["a", "b"])) == '"a" and "b"'
    assert words.commas(["a", "", "b"]) == "a, b"
    assert words.commas(map(str, range(1042))).endswith(", 38, 39 and 1,002 more")


def test_figures() -> None:
    """Money, shares and sizes are written with their unit and their places."""
    money: dict[int | Decimal, str] = {2500: "£2,500", Decimal("1234.5"): "£1,234.50", Decimal("9.00"): "£9"}
    assert {amount: words.pounds(amount) for amount in money} == money
    units = {("85", "percent"): "85%", ("-2,500", "pounds"): "-£2,500", ("1", "days"): "1 day", ("0", "days"): "0 days"}
    assert {parts: words.with_unit(*parts) for parts in units} == units
    assert [words.fte(Decimal(text)) for text in ("1", "0.6", "0.75", "10")] == ["1.0", "0.6", "0.75", "10.0"]


def test_texts() -> None:
    """Texts get their full stop and capital once, and names and long texts are made readable."""
    assert [words.sentence(text) for text in ("Done", "Done.", "Done?")] == ["Done.", "Done.", "Done?"]
    assert [words.upper_first(text) for text in ("", "a CEO", "1.1")] == ["", "A CEO", "1.1"]
    assert [words.name_in_words(name) for name in ("set_on", "not-met")] == ["set on", "not met"]
    assert words.short("a\n\u200bb" + "c" * 100) == "a b" + "c" * 54 + "..."
