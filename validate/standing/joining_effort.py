"""The time and money that joining calls for: what the trust sets aside, and what a school's case took."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from validate.plan.entry import Entry
    from validate.records.joining import StepRecord, TaskRecord
    from validate.standing.joining import StageStanding


@dataclass(frozen=True, kw_only=True, slots=True)
class Effort:
    """Days of work and pounds. Each is None where nothing gives a figure."""

    days: Decimal | None
    cost: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class SetAside:
    """What the trust sets aside for some tasks, and how many of them have no figure."""

    effort: Effort
    tasks: int
    without_days: int
    without_cost: int


def set_aside(tasks: Iterable[TaskRecord]) -> SetAside:
    """Return the sum of what the trust sets aside for these tasks."""
    counted = list(tasks)
    return SetAside(
        effort=_sum([Effort(days=task.days, cost=task.cost) for task in counted]),
        tasks=len(counted),
        without_days=sum(task.days is None for task in counted),
        without_cost=sum(task.cost is None for task in counted),
    )


def taken(steps: Sequence[Entry[StepRecord]]) -> Effort:
    """Return what one stage or task took: the newest figure of each kind, as an entry gives the whole so far."""
    days = [step.record.days for step in steps if step.record.days is not None]
    cost = [step.record.cost for step in steps if step.record.cost is not None]
    return Effort(days=days[-1] if days else None, cost=cost[-1] if cost else None)


def stage_taken(standing: StageStanding) -> Effort:
    """Return what a stage took: its own figures where it has any, or else the sum of its tasks'."""
    own, tasks = taken(standing.steps), _sum([taken(task.steps) for task in standing.tasks])
    return Effort(
        days=tasks.days if own.days is None else own.days,
        cost=tasks.cost if own.cost is None else own.cost,
    )


def case_taken(standings: Iterable[StageStanding]) -> Effort:
    """Return what a whole case took so far."""
    return _sum([stage_taken(standing) for standing in standings])


def _sum(efforts: Sequence[Effort]) -> Effort:
    days = [effort.days for effort in efforts if effort.days is not None]
    cost = [effort.cost for effort in efforts if effort.cost is not None]
    return Effort(days=sum(days, Decimal(0)) if days else None, cost=sum(cost) if cost else None)
