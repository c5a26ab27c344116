"""What updates say of single schools fits the schools at which the action is tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.plan.pillars import Action
from validate.problems import Problem
from validate.records.report import UpdateRecord
from validate.standing.schools import schools_tracked
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.plan.pillars import Item, SchoolReport, Update
    from validate.plan.plan import Plan
    from validate.problems import Place
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report what is said of schools where none is tracked, or not this one, or not so."""
    for action in scene.plan.actions:
        yield from _twice((name, action.place("schools", n)) for n, name in enumerate(action.schools))
    for item, update in scene.updates:
        if not update.schools:
            continue
        if not isinstance(item, Action) or not item.is_by_school:
            yield _not_tracked(item, update)
            continue
        yield from _status_besides(update)
        yield from _twice((report.record.school, report.place("school")) for report in update.schools)
        yield from (_elsewhere(scene.plan, item, report) for report in _untracked(scene.plan, item, update))


def _not_tracked(item: Item, update: Update) -> Problem:
    thing = "action" if isinstance(item, Action) else "goal"
    one_status = 'give one status, with a note for what differs, and remove "schools".'
    track = 'Add "schools: all" or a list of schools to the action, above its updates; or '
    return Problem(
        code="school-status-misplaced",
        place=update.place("schools"),
        message=f"this {thing} is not tracked school by school, and the update says where single schools stand",
        cure=track + one_status if isinstance(item, Action) else one_status.capitalize(),
    )


def _status_besides(update: Update) -> Iterator[Problem]:
    record = update.record
    if isinstance(record, UpdateRecord) and record.status is not None:
        yield Problem(
            code="school-status-misplaced",
            place=update.place("status"),
            message=f'the update says "{record.status}" of all schools, and then where single schools stand',
            cure='Remove the status, and say under "schools" where each school stands; or remove "schools".',
        )


def _twice(named: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for name, place in named:
        first = seen.setdefault(name, place)
        if first is not place:
            yield Problem(
                code="school-status-misplaced",
                place=place,
                message=f'"{name}" stands here twice; it first stands on line {first.line}',
                cure="Remove one of the two.",
            )


def _untracked(plan: Plan, action: Action, update: Update) -> Iterator[SchoolReport]:
    """Yield what is said of schools in the trust on that day at which the action is not tracked."""
    tracked = {school.id for school in schools_tracked(plan, action, update.record.date)}
    present = {school.id for school in (plan.schools_on(update.record.date) if action.every_school else plan.schools)}
    if not {school.id for school in plan.schools}.issuperset(action.schools):  # A misspelt name may have meant it.
        return
    yield from (report for report in update.schools if report.record.school in present - tracked)


def _elsewhere(plan: Plan, action: Action, report: SchoolReport) -> Problem:
    if action.every_school:
        end = next(year.ends for year in plan.years if year.id == action.year)
        return Problem(
            code="school-status-misplaced",
            place=report.place("school"),
            message=f'"{report.record.school}" was not in the trust on {in_words(end)}, when the year of this action ended, '
            "so the action is not tracked there",
            cure="Remove what is said of it. If it has the same to do, give it an action in a later year.",
        )
    return Problem(
        code="school-status-misplaced",
        place=report.place("school"),
        message=f'"{report.record.school}" is not one of the schools at which this action is tracked',
        allowed=", ".join(action.schools),
        cure='Correct the name, or add the school to "schools" of the action, above its updates.',
    )
