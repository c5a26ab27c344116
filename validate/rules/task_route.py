"""A joining case has steps only for tasks that its route calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.joining import JoiningRecord, StepRecord
from validate.standing.joining import applies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report steps for tasks that are for other routes."""
    joining = scene.plan.part(JoiningRecord)
    stages = joining.record.stages if joining else []
    tasks = {task.id: task for stage in stages for task in stage.tasks}
    for _, case in scene.cases:
        for step in case.below(StepRecord):
            task = tasks.get(step.record.task or "")
            if task and not applies(task, case.record.route):
                yield Problem(
                    code="task-route",
                    place=step.place("task"),
                    message=f'the task "{task.id}" is for {", ".join(task.routes)}, '
                    f"and this school joins by {case.record.route}",
                    cure="Remove the step, correct the route, or add the route to the task in plan/joining.yml.",
                )
