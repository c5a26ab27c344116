"""What changes the course of a joining case says why."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Place, Problem
from validate.records.joining import OpeningRecord, StateRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene
    from validate.standing.joining import Case

STOPPED = {
    "paused": "the case was paused",
    "withdrawn": "the case was withdrawn",
    "order-revoked": "the academy order was revoked",
}
"""The states that need a reason, in words."""


def check(scene: Scene) -> Iterator[Problem]:
    """Report stopped cases and changed opening dates without a reason, and revoked orders without who decided."""
    for _, case in scene.cases:
        yield from _states(case)
        yield from _dates(case)


def _states(case: Case) -> Iterator[Problem]:
    for entry in case.below(StateRecord):
        state = entry.record.state
        if state in STOPPED and not entry.record.reason:
            yield _problem(
                entry.place("state"),
                f"{STOPPED[state]}, and no reason is given",
                "Add a reason: one sentence that a parent would understand.",
            )
        if state == "order-revoked" and not entry.record.decided_by:
            yield _problem(
                entry.place("state"),
                f"{STOPPED[state]}, and it is not said who decided that",
                "Add decided_by with the body that decided, never a person.",
            )


def _dates(case: Case) -> Iterator[Problem]:
    for before, entry in pairwise(case.below(OpeningRecord)):
        if entry.record.reason == "first-date" and entry.record.opens != before.record.opens:
            yield _problem(
                entry.place("reason"),
                "the opening date was changed here, so it is not the first one",
                "Write why it was changed.",
            )


def _problem(place: Place, message: str, cure: str) -> Problem:
    return Problem(code="case-reason", place=place, message=message, cure=cure)
