"""What updates say of single schools: of those where the action is tracked, and that were in the trust then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.plan.pillars import Action
from validate.rules.rule import Found, rule
from validate.rules.years import time_of_updates
from validate.standing.schools import schools_tracked
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.pillars import Item, SchoolReport, Update
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.rules.scene import Scene


@rule("school-not-member")
def school_not_member(scene: Scene) -> Iterator[Found]:
    """Report what updates say of schools that were not in the trust on the update's date."""
    first, last = time_of_updates(scene)
    schools = {school.id: school for school in scene.plan.schools if school.loaded.is_whole("membership")}
    for _, update in scene.updates:
        for report in update.schools if first <= update.record.date <= last else ():
            school = schools.get(report.record.school)
            if school and not school.belongs_on(update.record.date):
                yield Found(
                    report.place("school"),
                    f"{school.record.name} was not in the trust on {day(update.record.date)}, "
                    f"the date of this update; {_membership(school, update.record.date)}",
                    "Correct the school or the date, or remove what is said of it; "
                    f"if the dates of membership are wrong, correct them in {school.file_path}.",
                )


def _membership(school: School, on: date) -> str:
    """Say what is known of the time that the school spent in the trust."""
    joined = next((m.record.joined for m in school.membership if m.record.joined > on), None)
    left = next((m.record.left for m in reversed(school.membership) if m.record.left and m.record.left <= on), None)
    said = [f"left on {day(left)}"] if left else []
    said += [f"joined {'again ' if left else ''}on {day(joined)}"] if joined else []
    return f"it {' and '.join(said) or 'has not joined'}"


@rule("school-status-misplaced")
def school_status_misplaced(scene: Scene) -> Iterator[Found]:
    """Report what is said of schools where none is tracked, or not this one, or not so."""
    for action in scene.plan.actions:
        yield from _named_twice(action)
    for item, update in scene.updates:
        if not update.schools:
            continue
        if not isinstance(item, Action) or not item.is_by_school:
            yield _not_tracked(item, update)
            continue
        yield from _status_besides(update)
        yield from (_elsewhere(scene.plan, item, report) for report in _untracked(scene.plan, item, update))


def _named_twice(action: Action) -> Iterator[Found]:
    for n, name in enumerate(action.schools):
        if (first := action.schools.index(name)) < n:
            line = action.place("schools", first).line
            found = f'"{name}" stands here twice; it first stands on line {line}'
            yield Found(action.place("schools", n), found, "Remove one of the two.")


def _not_tracked(item: Item, update: Update) -> Found:
    thing = "action" if isinstance(item, Action) else "goal"
    one_status = 'give one status, with a note for what differs, and remove "schools".'
    track = 'Add "schools: all" or a list of schools to the action, above its updates; or '
    return Found(
        update.place("schools"),
        f"this {thing} is not tracked school by school, and the update says where single schools stand",
        track + one_status if isinstance(item, Action) else one_status.capitalize(),
    )


def _status_besides(update: Update) -> Iterator[Found]:
    if update.record.status is not None:
        yield Found(
            update.place("status"),
            f'the update says "{update.record.status}" of all schools, and then where single schools stand',
            'Remove the status, and say under "schools" where each school stands; or remove "schools".',
        )


def _untracked(plan: Plan, action: Action, update: Update) -> Iterator[SchoolReport]:
    """Yield what is said of schools in the trust on that day at which the action is not tracked."""
    tracked = {school.id for school in schools_tracked(plan, action, update.record.date)}
    present = {school.id for school in (plan.schools_on(update.record.date) if action.every_school else plan.schools)}
    if not {school.id for school in plan.schools}.issuperset(action.schools):  # A misspelt name may have meant it.
        return
    yield from (report for report in update.schools if report.record.school in present - tracked)


def _elsewhere(plan: Plan, action: Action, report: SchoolReport) -> Found:
    if action.every_school:
        end = next(year.ends for year in plan.years if year.id == action.year)
        return Found(
            report.place("school"),
            f'"{report.record.school}" was not in the trust on {day(end)}, when the year of this action ended, '
            "so the action is not tracked there",
            "Remove what is said of it. If it has the same to do, give it an action in a later year.",
        )
    return Found(
        report.place("school"),
        f'"{report.record.school}" is not one of the schools at which this action is tracked',
        'Correct the name, or add the school to "schools" of the action, above its updates.',
        allowed=", ".join(action.schools),
    )
