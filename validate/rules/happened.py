"""What market tests and reviews share: they have happened, and stand in order of time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from validate.problems import Problem
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.plan.entry import Entry


def out_of_order(
    code: str, thing: str, dated: Iterable[tuple[Entry[Any], date]], newest: date | None
) -> Iterator[Problem]:
    """Report entries that are older than the one above them; a date that has not come yet is another problem."""
    known = [(part, day) for part, day in dated if day <= (newest or date.max)]
    for (_, before), (part, day) in pairwise(known):
        if day < before:
            yield Problem(
                code=code,
                place=part.place("date"),
                message=f"this {thing} of {in_words(day)} stands below one of {in_words(before)}",
                cure="Put the oldest first and the newest last, or correct the date.",
            )
