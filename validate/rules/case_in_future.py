"""Joining cases report what has happened, so nothing in them is dated after the day of the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.joining import CaseDecisionRecord, FindingRecord, OpeningRecord, StateRecord, StepRecord
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.problems import Place
    from validate.rules.scene import Scene
    from validate.standing.joining import Case


def check(scene: Scene) -> Iterator[Problem]:
    """Report entries of cases that are dated after the newest day there is."""
    if scene.newest_day is None:
        return
    for _, case in scene.cases:
        for day, place in _days(case):
            if day > scene.newest_day:
                yield Problem(
                    code="case-in-future",
                    place=place,
                    message=f"{in_words(day)} is later than the day of this check, {in_words(scene.newest_day)}",
                    cure="Correct the date, or write it down when it has happened.",
                )


def _days(case: Case) -> Iterator[tuple[date, Place]]:
    """Return the day of everything that the case says has happened."""
    for opening in case.below(OpeningRecord):
        yield opening.record.set_on, opening.place("set_on")
    for state in case.below(StateRecord):
        yield state.record.date, state.place("date")
    for step in case.below(StepRecord):
        yield step.record.date, step.place("date")
    for finding in case.below(FindingRecord):
        yield finding.record.date, finding.place("date")
    for decision in case.below(CaseDecisionRecord):
        yield decision.record.date, decision.place("date")
