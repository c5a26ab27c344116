"""Small conversions that templates use: dates, counts and safe text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
WORD_BREAK = re.compile(r"\s*\n\s*")


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


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 action, 2 actions."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def number_word(number: int) -> str:
    """Return small numbers as words: three for 3, 12 for 12."""
    words = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return words[number] if 0 <= number < len(words) else f"{number:,}"


def md(text: str) -> Markup:
    """Return text that Markdown shows as it is: every punctuation mark becomes a numeric entity."""
    return Markup(PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", str(text)))  # noqa: S704


def block(html: Markup) -> Markup:
    """Return HTML as one Markdown block: no blank line, no indent, so every Markdown reader keeps it whole."""
    return Markup(WORD_BREAK.sub("\n", html.strip()))  # noqa: S704


def sentence(text: str) -> str:
    """Return the text with a full stop, if it has no end mark yet."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def upper_first(text: str) -> str:
    """Return the text with a capital first letter and the rest as it was."""
    return text[:1].upper() + text[1:]


def front_matter(title: str) -> Markup:
    """Return the title quoted for a page's front matter."""
    quoted = str(title).replace("\\", "\\\\").replace('"', '\\"')
    return Markup(f'"{quoted}"')  # noqa: S704


FILTERS: dict[str, Callable[..., object]] = {
    "day": day,
    "count": count,
    "number_word": number_word,
    "md": md,
    "block": block,
    "sentence": sentence,
    "upper_first": upper_first,
    "front_matter": front_matter,
}
