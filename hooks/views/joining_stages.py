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
from hooks.views.kept import kept
from validate.records.joining import StageRecord, TaskRecord
from validate.standing.joining_effort import set_aside
from validate.words import count, listed, pounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.records.joining import JoiningRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskView:
    """One task. What the plan does not give is empty."""

    task: str
    lead: str
    area: str
    days: str
    cost: str
    routes: str
    """The routes it is for, in words, if not all."""
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StageView:
    """One stage on the way."""

    number: int
    id: str
    name: str
    about: str
    when: str
    tasks: tuple[TaskView, ...]
    has_figures: bool
    """Whether any task has days or pounds."""
    set_aside: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PeriodView:
    """The stages of one time, such as the first three months, with what is set aside for them."""

    when: str
    stages: str
    tasks: int
    days: str
    cost: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaView:
    """Something that is looked into before a school joins."""

    name: str
    about: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StagesView:
    """The way into the trust."""

    about: str
    source: str
    kept: str
    areas: tuple[AreaView, ...]
    stages: tuple[StageView, ...]
    periods: tuple[PeriodView, ...]
    """Empty where no task has a figure."""
    total: PeriodView
    has_routes: bool
    """Whether some tasks are for some routes only."""


def stages_view(joining: Entry[JoiningRecord], context: SiteContext) -> StagesView:
    """Return the view of the way into the trust."""
    record = joining.record
    stages = tuple(_stage(n, stage, joining, context) for n, stage in _numbered(joining))
    return StagesView(
        about=record.about or "",
        source=record.source or "",
        kept=kept(joining, context.as_at),
        areas=tuple(AreaView(name=area.name, about=area.about or "") for area in record.areas),
        stages=stages,
        periods=tuple(_periods(record)) if any(stage.has_figures for stage in stages) else (),
        total=_period("All together", record.stages),
        has_routes=any(task.routes for stage in stages for task in stage.tasks),
    )


def _numbered(joining: Entry[JoiningRecord]) -> Iterable[tuple[int, Entry[StageRecord]]]:
    return enumerate(joining.below(StageRecord), start=1)


def _stage(number: int, stage: Entry[StageRecord], joining: Entry[JoiningRecord], context: SiteContext) -> StageView:
    record = stage.record
    areas = {area.id: area.name for area in joining.record.areas}
    return StageView(
        number=number,
        id=record.id,
        name=record.name,
        about=record.about or "",
        when=period_words(record.months_after_opening),
        tasks=tuple(_task(task, areas, stage, context) for task in stage.below(TaskRecord)),
        has_figures=bool(effort_words(set_aside(record.tasks).effort)),
        set_aside=set_aside_words(set_aside(record.tasks)),
        kept=kept(stage, context.as_at, joining),
    )


def _task(task: Entry[TaskRecord], areas: dict[str, str], stage: Entry[StageRecord], context: SiteContext) -> TaskView:
    record = task.record
    lead = context.plan.roles.get(record.lead or "")
    return TaskView(
        task=record.task,
        lead=lead.record.name if lead else "",
        area=areas.get(record.area or "", ""),
        days=count(record.days, "day") if record.days is not None else "",
        cost=pounds(record.cost) if record.cost is not None else "",
        routes=listed([SHORT_ROUTES[route] for route in record.routes], "or"),
        kept=kept(task, context.as_at, stage),
    )


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
