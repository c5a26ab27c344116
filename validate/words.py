"""Words of values: days, counts, plurals, lists and money. Whatever is written for people takes them from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

SMALL_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

IRREGULAR = {"child": "children", "person": "people", "status": "statuses"}
"""Words whose plural no rule gives, or whose singular no rule finds again."""

LONGEST = 60
"""Characters that a message quotes of one value."""

MOST = 40
"""Values that a message lists."""


def day(value: date | str | None) -> str:
    """Return a day, month or year as people write it: 31 August 2024, August 2024 or 2024."""
    if value is None:
        return ""
    year, *rest = str(value).split("-")
    parts = [str(int(rest[1]))] if len(rest) > 1 else []
    if rest and int(rest[0]) in range(1, 13):
        parts.append(MONTHS[int(rest[0]) - 1])
    elif rest:
        return str(value)
    return " ".join([*parts, year])


def day_and_month(value: date) -> str:
    """Return a day that comes every year: 31 August."""
    return f"{value.day} {MONTHS[value.month - 1]}"


def span(first: date | None, last: date | None) -> str:
    """Return a time: 1 May 2024 to 31 August 2024, since 1 May 2024, until 31 August 2024; nothing if it has no end."""
    if first and last:
        return f"{day(first)} to {day(last)}"
    return f"since {day(first)}" if first else f"until {day(last)}" if last else ""


def span_of_months(number: int) -> str:
    """Return a number of months as people say it: 3 years, 1 year, 18 months."""
    years, rest = divmod(number, 12)
    return count(number, "month") if rest or not years else count(years, "year")


def every(number: int) -> str:
    """Return how often something comes round, of a number of months: every 3 years, every year, every 18 months."""
    return f"every {span_of_months(number).removeprefix('1 ')}"


def digits(number: int | Decimal) -> str:
    """Return a number as people write it: 1,000, 2.5, and 3 for 3.0."""
    return f"{number:,}" if isinstance(number, int) else f"{number.normalize():,f}"


def number_word(number: int) -> str:
    """Return small numbers as words: three for 3, 12 for 12."""
    return SMALL_NUMBERS[number] if 0 <= number < len(SMALL_NUMBERS) else digits(number)


def one_or_many(number: int | Decimal, one: str, many: str) -> str:
    """Return what is said of one, or else what is said of none or more: its or their, is or are."""
    return one if number == 1 else many


def count(number: int | Decimal, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 action, 2 actions. What does not end in one noun names its plural."""
    return f"{digits(number)} {one_or_many(number, one, many or plural(one))}"


def count_in_words(number: int, one: str, many: str) -> str:
    """Return a small number in words with what is said of so many; none is as one: none is late, two are late."""
    return f"{number_word(number)} {one_or_many(number or 1, one, many)}"


def schools(number: int) -> str:
    """Return a number of schools, as a sentence has it: no schools, 1 school, 4 schools."""
    return count(number, "school") if number else "no schools"


def schools_between(fewest: int, most: int | None) -> str:
    """Return from how many to how many schools there are: 4 schools, 5 to 6 schools, 8 or more schools."""
    if fewest == most:
        return schools(fewest)
    return f"{digits(fewest)} {'or more' if most is None else f'to {digits(most)}'} schools"


def are(number: int, what: str, *, of: int | str = "") -> str:
    """Return how many are something: 1 is complete, 2 are complete, 2 of 12 are complete."""
    return _some(number, of, f"is {what}", f"are {what}")


def have(number: int, what: str, *, of: int | str = "") -> str:
    """Return how many have something: 1 has a report, 2 have a report, 2 of 12 have a report."""
    return _some(number, of, f"has {what}", f"have {what}")


def _some(number: int, of: int | str, one: str, many: str) -> str:
    whole = f"of {digits(of) if isinstance(of, int) else of} " if of else ""
    return f"{digits(number)} {whole}{one_or_many(number, one, many)}"


def its(number: int) -> str:
    """Return whose something of so many is: its or their."""
    return one_or_many(number, "its", "their")


def plural(one: str) -> str:
    """Return the likely word for more than one: schools, bodies, statuses, reviews of a level."""
    if " of " in one:
        first, rest = one.split(" of ", 1)
        return f"{plural(first)} of {rest}"
    if one in IRREGULAR:
        return IRREGULAR[one]
    if one.endswith("y") and not one.endswith(("ay", "ey", "oy", "uy")):
        return f"{one[:-1]}ies"
    return f"{one}es" if one.endswith(("s", "x", "ch", "sh")) else f"{one}s"


def singular(many: str) -> str:
    """Return the likely word for one of these."""
    for one, irregular in IRREGULAR.items():
        if many == irregular:
            return one
    return f"{many[:-3]}y" if many.endswith("ies") else many.removesuffix("s")


def listed(parts: Iterable[str], last: str = "and") -> str:
    """Return the parts as a list in a sentence, without the empty ones: a, b and c."""
    *first, end = [part for part in parts if part] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def commas(parts: Iterable[str]) -> str:
    """Return the parts with commas between, without the empty ones; of very many the first: a, b, c."""
    said = [part for part in parts if part]
    more = f" and {len(said) - MOST:,} more" if len(said) > MOST else ""
    return ", ".join(said[:MOST]) + more


def quoted(names: Iterable[str]) -> list[str]:
    """Return each name between quotation marks."""
    return [f'"{name}"' for name in names]


def short(text: str) -> str:
    """Return text from a file as messages quote it: on one line, without invisible characters, cut where it is long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: LONGEST * 10]).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 3] + "..."


def sentence(text: str) -> str:
    """Return the text with a full stop, if it has no end mark yet."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def upper_first(text: str) -> str:
    """Return the text with a capital first letter and the rest as it was."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return the text with a small first letter and the rest as it was."""
    return text[:1].lower() + text[1:]


def name_in_words(name: str) -> str:
    """Return the words that a name in a file is made of: requires improvement for requires-improvement."""
    return name.replace("_", " ").replace("-", " ")


def with_unit(number: str, unit: str) -> str:
    """Return a number that is written already with its unit: 85%, -£2,500, £9.50, 1 day, 2 days."""
    if unit == "percent":
        return f"{number}%"
    if unit == "pounds":
        return f"-£{number[1:]}" if number.startswith("-") else f"£{number}"
    return f"{number} {singular(unit) if number == '1' else unit}"


def pounds(amount: int | Decimal) -> str:
    """Return a sum of money, with pence if it has any: £2,500, £9.50."""
    return with_unit(f"{amount:,.{2 if amount % 1 else 0}f}", "pounds")


def fte(value: Decimal) -> str:
    """Return an FTE with at least one decimal place: 1.0, 0.6, 0.75."""
    exponent = value.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return f"{value:.{max(1, places)}f}"
