"""What a plan promises: wording, dates, years, schools and targets, apart from everything said about keeping them.

Each promise has an id: an action `4.1/2022-23/one-or-two-join`, a goal `4.1/goal/three-schools-joined`, an objective
`4.1`, a pillar `pillars/4`, a measure `measures/attendance`, its target for a year `measures/attendance/2022-23`, and
the plan itself `plan`. Reports, evidence, notes, leads, sources and the layout of files are no part of a promise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from validate.records.measures import MeasureRecord, TargetRecord
from validate.records.promises import PLAN_ID, PromiseKind, What
from validate.words import day as in_words
from validate.words import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from validate.plan.entry import Entry
    from validate.plan.pillars import Action, Goal, Item, Objective, Pillar
    from validate.plan.plan import Plan
    from validate.records.measures import BaselineRecord

DIRECTIONS = {
    "higher": "higher is better",
    "lower": "lower is better",
    "near-target": "near the target is better",
}

EVERYWHERE = {"all": "every school", "trust": "the trust as a whole"}
"""How it is said where an action is to be done, if not by naming schools."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a promise says: in the plain form that is compared, and in words for readers."""

    plain: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """One promise, with everything it says."""

    id: str
    kind: PromiseKind
    name: str
    """What to call it: its title or wording."""
    says: Mapping[What, Said]
    part: Entry[Any] = field(repr=False, compare=False)
    """Where it was read."""
    parent: str = ""
    """The id of the promise that it belongs to and is removed with."""
    inherited: frozenset[What] = frozenset()
    """What it does not say itself and takes from the plan, whose own promise tells of a change."""

    @property
    def text(self) -> Said:
        """The heart of what it says: a target, a wording or, where there is neither, a title."""
        return next(self.says[what] for what in (What.TARGET, What.WORDING, What.TITLE) if what in self.says)


def promises_of(plan: Plan) -> dict[str, Promise]:
    """Return every promise of a plan by its id, in the order of the plan."""
    return {promise.id: promise for promise in _promises(plan)}


def _promises(plan: Plan) -> Iterator[Promise]:
    yield _of_plan(plan)
    for pillar in plan.pillars:
        yield _of_pillar(pillar)
        for objective in pillar.objectives:
            yield _of_objective(objective)
            for action in objective.actions:
                yield _of_action(action, plan)
            for goal in objective.goals:
                yield _of_goal(goal)
    for measure in plan.entries(MeasureRecord):
        yield _of_measure(measure)
        for target in measure.below(TargetRecord):
            yield _of_target(measure, target)


def _of_plan(plan: Plan) -> Promise:
    opening = plan.years[0].starts
    years = f"{', '.join(year.id for year in plan.years)}, each from {day_and_month(opening)}"
    says = {What.TITLE: _text(plan.record.title), What.DUE: _day(plan.record.goal_date), What.YEAR: _text(years)}
    return Promise(id=PLAN_ID, kind=PromiseKind.PLAN, name=plan.record.title, says=says, part=plan)


def _of_pillar(pillar: Pillar) -> Promise:
    return Promise(
        id=f"pillars/{pillar.id}",
        kind=PromiseKind.PILLAR,
        name=f"{pillar.id} {pillar.record.title}",
        says={What.TITLE: _text(pillar.record.title), What.WORDING: _text(pillar.record.aim)},
        part=pillar,
    )


def _of_objective(objective: Objective) -> Promise:
    return Promise(
        id=objective.id,
        kind=PromiseKind.OBJECTIVE,
        name=f"{objective.id} {objective.record.title}",
        says={What.TITLE: _text(objective.record.title), What.WORDING: _text(objective.record.objective)},
        part=objective,
        parent=f"pillars/{objective.pillar.id}",
    )


def _of_action(action: Action, plan: Plan) -> Promise:
    says = {**_of_item(action), What.YEAR: _text(action.year), What.SCHOOLS: _schools(action, plan)}
    return _item(PromiseKind.ACTION, action, says)


def _of_goal(goal: Goal) -> Promise:
    return _item(PromiseKind.GOAL, goal, _of_item(goal))


def _of_item(item: Item) -> dict[What, Said]:
    return {What.WORDING: _text(item.text), What.DUE: _day(item.due)}


def _item(kind: PromiseKind, item: Item, says: dict[What, Said]) -> Promise:
    return Promise(
        id=item.id,
        kind=kind,
        name=item.text,
        says=says,
        part=item,
        parent=item.objective.id,
        inherited=frozenset() if item.record.due is not None else frozenset({What.DUE}),
    )


def _schools(action: Action, plan: Plan) -> Said:
    if action.every_school or not action.schools:
        plain = "all" if action.every_school else "trust"
        return Said(plain, EVERYWHERE[plain])
    names = {school.id: school.record.name for school in plan.schools}
    ids = sorted(action.schools)
    return Said(", ".join(ids), ", ".join(names.get(school, school) for school in ids))


def _of_measure(measure: Entry[MeasureRecord]) -> Promise:
    record = measure.record
    says = {
        What.TITLE: _text(record.title),
        What.UNIT: _text(record.unit),
        What.DIRECTION: Said(record.better, DIRECTIONS[record.better]),
        What.TOLERANCE: _text(_number(record.tolerance) if record.tolerance is not None else "0"),
    }
    if record.baseline:
        says[What.BASELINE] = _text(_baseline(record.baseline))
    return Promise(id=f"measures/{record.id}", kind=PromiseKind.MEASURE, name=record.title, says=says, part=measure)


def _of_target(measure: Entry[MeasureRecord], target: Entry[TargetRecord]) -> Promise:
    record, whole = target.record, measure.record
    value = _number(record.value) if record.value is not None else ""
    words = f"{value} ({record.words})" if value and record.words else value or record.words or "not given"
    return Promise(
        id=f"measures/{whole.id}/{record.year}",
        kind=PromiseKind.TARGET,
        name=f"{whole.title}, target for {record.year}",
        says={What.TARGET: _text(words)},
        part=target,
        parent=f"measures/{whole.id}",
    )


def _baseline(baseline: BaselineRecord) -> str:
    value = _number(baseline.value) if baseline.value is not None else baseline.note or "not given"
    return f"{value} in {baseline.year}" if baseline.year else value


def _number(value: Decimal) -> str:
    return f"{(value + 0).normalize():f}"


def _text(text: str) -> Said:
    return Said(text, text)


def _day(day: date) -> Said:
    return Said(day.isoformat(), in_words(day))
