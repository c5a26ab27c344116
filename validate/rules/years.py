"""Years and their time: in order, with what is planned in each, and nothing due outside them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from validate.plan.pillars import Action, Milestone
from validate.records.plan import TermRecord
from validate.rules.rule import Found, rule
from validate.status import Focus
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.plan import Plan
    from validate.rules.scene import Scene

Window = tuple[date, date]
"""A first and a last day."""


@rule("years-order")
def years_order(scene: Scene) -> Iterator[Found]:
    """Report years, terms and a goal date that are out of order."""
    plan = scene.plan
    if plan.loaded.is_whole("years"):
        yield from _years(plan)
    yield from _terms(plan)
    start, goal_date = min(year.starts for year in plan.years), plan.record.goal_date
    if plan.loaded.is_whole("years") and goal_date <= start:
        yield Found(
            plan.place("goal_date"),
            f"the goal date, {day(goal_date)}, is not after the plan's first day, {day(start)}",
            "Correct the goal date, or the years.",
        )


def _years(plan: Plan) -> Iterator[Found]:
    years = plan.record.years
    for n, (before, year) in enumerate(pairwise(years), start=1):
        first = int(before[:4]) + 1
        expected = f"{first}-{(first + 1) % 100:02d}"
        if year not in years[:n] and year != expected:
            found = f"{year} does not follow {before}; the next year is {expected}"
            yield Found(plan.place("years", n), found, "List every year of the plan, one after the other.")


def _terms(plan: Plan) -> Iterator[Found]:
    opening = plan.record.terms[0].starts
    for earlier, later in pairwise(plan.below(TermRecord)):
        before, term = earlier.record, later.record
        if (term.starts < opening, term.starts) <= (before.starts < opening, before.starts):
            yield Found(
                later.place("starts"),
                f'the term "{term.name}" starts on {term.starts}, which is not after "{before.name}", {before.starts}',
                "Put the terms in the order of the school year, and check the days on which they start.",
            )


def calendar_is_sound(scene: Scene) -> bool:
    """Tell whether the plan's years and terms can be relied on to judge other dates."""
    loaded = scene.plan.loaded
    return loaded.is_whole("years") and loaded.is_whole("terms") and not any(years_order.check(scene))


def time_of_updates(scene: Scene) -> Window:
    """Return the days that updates may have: from the plan's start to a year after its goal date."""
    return plan_time(scene.plan) if calendar_is_sound(scene) else (date.min, date.max)


def plan_time(plan: Plan) -> Window:
    """Return the days that updates of a plan may have whose years are in order."""
    goal = plan.record.goal_date
    day = min(goal.day, 28) if goal.month == 2 else goal.day
    return plan.years[0].starts, goal.replace(year=goal.year + 1, day=day)


@rule("due-outside-plan")
def due_outside_plan(scene: Scene) -> Iterator[Found]:
    """Report goals and actions with a date of their own that their time does not hold."""
    if not calendar_is_sound(scene):
        return
    for item in scene.plan.items:
        if isinstance(item, Action):
            year = item.within(Milestone).year
            thing, first, last, time = "this action", year.starts, year.ends, year.id
        else:
            first, last = scene.plan.years[0].starts, scene.plan.record.goal_date
            thing, time = "this goal", "the plan's time"
        if item.record.due and not first <= item.due <= last:
            yield Found(
                item.place("due"),
                f"{thing} is due on {day(item.due)}, which is outside {time}",
                "Correct the date, or remove it: without one, the last of these days holds.",
                allowed=f"{day(first)} to {day(last)}",
            )


@rule("planned-empty")
def planned_empty(scene: Scene) -> Iterator[Found]:
    """Report planned years without actions, unless one was left out for another problem."""
    for milestone in scene.milestones:
        whole = milestone.loaded.is_whole("actions")
        if milestone.record.focus is Focus.PLANNED and not milestone.actions and whole:
            yield Found(
                milestone.place("focus"),
                f"{milestone.year.id} is planned, and no action is listed",
                'List the actions. If the plan says that it is not a focus this year, write "not-a-focus"; '
                'if the plan is blank here, write "nothing-published".',
            )


@rule("not-planned-actions")
def not_planned_actions(scene: Scene) -> Iterator[Found]:
    """Report actions in years for which nothing is planned."""
    for milestone in scene.milestones:
        if milestone.record.focus is not Focus.PLANNED and milestone.actions:
            yield Found(
                milestone.actions[0].place(),
                f'actions are listed here, and the focus is "{milestone.record.focus}"',
                'Write "planned" as the focus, or remove the actions.',
            )
