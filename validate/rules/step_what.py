"""A step of a joining case speaks of one stage or of one task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.joining import StepRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report steps that name neither a stage nor a task, or both."""
    for _, case in scene.cases:
        for step in case.below(StepRecord):
            named = [step.record.stage, step.record.task]
            if named.count(None) != 1:
                found = "both a stage and a task" if any(named) else "neither a stage nor a task"
                yield Problem(
                    code="step-what",
                    place=step.place("date"),
                    message=f"this step names {found}",
                    cure="Name the stage, or the task, and give the other an entry of its own.",
                )
