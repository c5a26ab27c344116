"""A school that has joined did so on its confirmed opening date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Place, Problem
from validate.records.joining import StateRecord
from validate.standing.joining import opening_on, state_on
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.schools import School
    from validate.rules.scene import Scene
    from validate.standing.joining import Case


def check(scene: Scene) -> Iterator[Problem]:
    """Report schools that joined without a confirmed date, on another day, or by their case only."""
    if scene.newest_day is None:
        return
    for school, case in scene.cases:
        joined = [m.record.joined for m in school.membership if m.record.joined <= scene.newest_day]
        if joined:
            yield from _joined(school, case, joined, scene.newest_day)
        elif school.loaded.is_whole("membership") and state_on(case, scene.newest_day) == "completed":
            yield _problem(
                case.below(StateRecord)[-1].place("state"),
                f"the case of {school.record.name} is completed, and no membership says when the school joined",
                "Add the membership with the day on which it joined, or correct the state.",
            )


def _joined(school: School, case: Case, joined: list[date], day: date) -> Iterator[Problem]:
    opening = opening_on(case, day)
    if opening is None:
        return
    opens = opening.record.opens
    if opens.day != 1:  # An opening date that is wrong in itself is reported as that.
        return
    if opens not in joined:
        yield _problem(
            opening.place("opens"),
            f"the opening date of {school.record.name} is {in_words(opens)}, "
            f"and its membership began on {in_words(max(joined))}",
            "Correct one of the two dates, or add the opening date that it was changed to.",
        )
    elif not opening.record.confirmed:
        yield _problem(
            opening.place("opens"),
            f"{school.record.name} joined on {in_words(opens)}, and that opening date is still provisional",
            'Add an entry below that confirms it, with "confirmed: true".',
        )


def _problem(place: Place, message: str, cure: str) -> Problem:
    return Problem(code="opening-unconfirmed", place=place, message=message, cure=cure)
