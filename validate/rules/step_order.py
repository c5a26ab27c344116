"""Steps and states of a joining case stand in order of time, and nothing that was begun has not started."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.joining import StateRecord, StepRecord
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene
    from validate.standing.joining import Case

CURE = "Put the oldest first and the newest last, or correct the date."


def check(scene: Scene) -> Iterator[Problem]:
    """Report steps and states that are older than the one above them, and steps back to not started."""
    for _, case in scene.cases:
        yield from _steps(case)
        yield from _states(case)
        yield from _steps_back(case)


def _steps(case: Case) -> Iterator[Problem]:
    for before, step in pairwise(case.below(StepRecord)):
        if step.record.date < before.record.date:
            yield Problem(
                code="step-order",
                place=step.place("date"),
                message=f"this step of {in_words(step.record.date)} stands below one of {in_words(before.record.date)}",
                cure=CURE,
            )


def _states(case: Case) -> Iterator[Problem]:
    for before, state in pairwise(case.below(StateRecord)):
        if state.record.date < before.record.date:
            yield Problem(
                code="step-order",
                place=state.place("date"),
                message=f"this state of {in_words(state.record.date)} stands below one of "
                f"{in_words(before.record.date)}",
                cure=CURE,
            )


def _steps_back(case: Case) -> Iterator[Problem]:
    begun: dict[tuple[str | None, str | None], str] = {}
    for step in case.below(StepRecord):
        about = (step.record.stage, step.record.task)
        if step.record.status == "not-started" and about in begun:
            yield Problem(
                code="step-order",
                place=step.place("status"),
                message=f'"{step.record.task or step.record.stage}" is said not to have started, '
                f'and an entry above says "{begun[about]}"',
                cure="Correct one of the two; for work that is taken up again, write in-progress.",
            )
        elif step.record.status in ("in-progress", "completed"):
            begun[about] = step.record.status
