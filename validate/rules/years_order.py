"""Years follow one another, terms follow one another within the year, and the goal date lies after the start."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

from validate.problems import Problem
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.reading.shape import Loaded
    from validate.records.plan import PlanRecord
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report years, terms and a goal date that are out of order."""
    loaded, record = _plan_file(scene)
    if loaded.is_whole("years"):
        yield from _years(loaded, record)
    yield from _terms(loaded, record)
    start = min(year.starts for year in scene.plan.years)
    if loaded.is_whole("years") and scene.plan.record.goal_date <= start:
        yield Problem(
            code="years-order",
            place=loaded.place(("goal_date",)),
            message=f"the goal date, {in_words(scene.plan.record.goal_date)}, "
            f"is not after the plan's first day, {in_words(start)}",
            cure="Correct the goal date, or the years.",
        )


def _plan_file(scene: Scene) -> tuple[Loaded, PlanRecord]:
    loaded = scene.plan.loaded
    return loaded, cast("PlanRecord", loaded.record)


def _years(loaded: Loaded, record: PlanRecord) -> Iterator[Problem]:
    for n, (before, year) in enumerate(pairwise(record.years), start=1):
        expected = _next_year(before)
        if year not in record.years[:n] and year != expected:
            yield Problem(
                code="years-order",
                place=loaded.place(("years", n)),
                message=f"{year} does not follow {before}; the next year is {expected}",
                cure="List every year of the plan, one after the other.",
            )


def _next_year(year: str) -> str:
    first = int(year[:4]) + 1
    return f"{first}-{(first + 1) % 100:02d}"


def _terms(loaded: Loaded, record: PlanRecord) -> Iterator[Problem]:
    opening = record.terms[0].starts
    for n, (before, term) in enumerate(pairwise(record.terms), start=1):
        if (term.starts < opening, term.starts) <= (before.starts < opening, before.starts):
            yield Problem(
                code="years-order",
                place=loaded.place(("terms", n, "starts")),
                message=f'the term "{term.name}" starts on {term.starts}, '
                f'which is not after "{before.name}", {before.starts}',
                cure="Put the terms in the order of the school year, and check the days on which they start.",
            )
