"""How a school joins: the stages in order, with their tasks, and the days and pounds set aside for each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from hooks.views.joining_words import (
    SHORT_ROUTES,
    effort_words,
    period_words,
    set_aside_words,
)
from validate.records.joining import StageRecord, TaskRecord
from validate.standing.joining_effort import set_aside
from validate.words import count, listed, pounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.plan.entry import Entry
    from validate.records.joining import JoiningRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskView:
    """One task."""

    task: Entry[TaskRecord]
    routes: str
    """The routes it is for, in words, if not all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StageView:
    """One stage on the way."""

    stage: Entry[StageRecord]
    when: str
    tasks: tuple[TaskView, ...]
    has_figures: bool
    """Whether any task has days or pounds."""
    set_aside: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PeriodView:
    """The stages of one time, such as the first three months, with what is set aside for them."""

    when: str
    stages: str
    tasks: int
    days: str
    cost: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StagesView:
    """The way into the trust."""

    way: Entry[JoiningRecord]
    stages: tuple[StageView, ...]
    periods: tuple[PeriodView, ...]
    """Empty where no task has a figure."""
    total: PeriodView
    has_routes: bool
    """Whether some tasks are for some routes only."""


def stages_view(way: Entry[JoiningRecord]) -> StagesView:
    """Return the view of the way into the trust."""
    stages = tuple(map(_stage, way.below(StageRecord)))
    return StagesView(
        way=way,
        stages=stages,
        periods=tuple(_periods(way.record)) if any(stage.has_figures for stage in stages) else (),
        total=_period("All together", way.record.stages),
        has_routes=any(task.routes for stage in stages for task in stage.tasks),
    )


def _stage(stage: Entry[StageRecord]) -> StageView:
    aside = set_aside(stage.record.tasks)
    return StageView(
        stage=stage,
        when=period_words(stage.record.months_after_opening),
        tasks=tuple(map(_task, stage.below(TaskRecord))),
        has_figures=bool(effort_words(aside.effort)),
        set_aside=set_aside_words(aside),
    )


def _task(task: Entry[TaskRecord]) -> TaskView:
    return TaskView(task=task, routes=listed([SHORT_ROUTES[route] for route in task.record.routes], "or"))


def _periods(record: JoiningRecord) -> Iterable[PeriodView]:
    """Return a row for each time: before the school joins, and each time after, in order."""
    times = sorted({stage.months_after_opening for stage in record.stages}, key=lambda months: months or -1)
    for months in times:
        yield _period(period_words(months), [stage for stage in record.stages if stage.months_after_opening == months])


def _period(when: str, stages: list[StageRecord]) -> PeriodView:
    aside = set_aside(chain.from_iterable(stage.tasks for stage in stages))
    return PeriodView(
        when=when,
        stages=listed([stage.name for stage in stages]),
        tasks=aside.tasks,
        days=count(aside.effort.days, "day") if aside.effort.days is not None else "",
        cost=pounds(aside.effort.cost) if aside.effort.cost is not None else "",
    )
