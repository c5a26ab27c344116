"""Everything in a plan that is due: what records note, what has a status, and what follows from a school's joining."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from validate.academic import year_holding
from validate.fields import fields_of
from validate.plan.pillars import Action, Goal
from validate.plan.tables import specs
from validate.records.base import Record
from validate.records.joining import JoiningRecord
from validate.standing.deadlines.due import Due
from validate.standing.deadlines.noted import dues_of, noted
from validate.standing.joining import DONE, STEPS, can_be_late, stage_standings
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.plan.pillars import Item
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.records.notes import Deadline
    from validate.standing.joining import Case, StageStanding
    from validate.standing.progress import Progress

ITEMS = (Action, Goal)
"""What has a status of its own."""

TASK = "task of joining"
"""What is due together with a stage of joining."""


def deadlines(progress: Progress) -> Iterator[Due]:
    """Yield everything that has a day: actions and goals, then all else."""
    for item in progress.plan.items:
        yield due_item(progress, item)
    yield from dates(progress.plan, progress.as_at)


def dates(plan: Plan, as_at: date) -> Iterator[Due]:
    """Yield what has a day besides actions and goals: what is left of joining, and whatever else notes one."""
    yield from _of_joining(plan, as_at)
    for entry in plan.tree.every(Record):
        if not isinstance(entry, ITEMS):
            yield from (found for found in dues_of(entry, as_at) if found.due)


def soon_until(plan: Plan, as_at: date) -> date:
    """Return the last day on which something is due soon: that of the term after this one."""
    year = year_holding(as_at, plan.years[0])
    after = year_holding(year.ends + timedelta(days=1), plan.years[0])
    _, next_end, *_ = (term.ends for term in (*year.terms, *after.terms) if term.ends >= as_at)
    return next_end


def kinds_of_dates(plan: Plan) -> tuple[Deadline, ...]:
    """Return what may be late in a plan besides actions and goals, as noted, in the order of `dates`.

    That is all of which its files may speak: they are there, and so is whatever an entry of them must name.
    """
    files = {type(entry.record): None for entry in plan.tree.every(Record) if not entry.path}
    records = dict.fromkeys(record for file in files for record in _records(file, plan))
    fields = [about for record in records for about in fields_of(record).values()]
    ordered = sorted(fields, key=lambda about: about.value_type == "date")
    return tuple(note for about in ordered for note in about.deadlines if not note.lapses)


def _records(record: type[Record], plan: Plan) -> Iterator[type[Record]]:
    """Yield a class of records and those inside it, as far as the plan can have such entries."""
    fields = fields_of(record).values()
    entries = {spec.name for spec in specs() if spec.record}
    needed = {about.reference.table for about in fields if about.reference and about.required} & entries
    if needed.issubset(plan.tree.tables) and record not in {kind.of for kind in ITEMS}:
        yield record
        for about in fields:
            if about.record:
                yield from _records(about.record, plan)


def due_item(progress: Progress, item: Item) -> Due:
    """Return an action or goal as due: until a report says that it is done with, at each school if tracked so."""
    ((_, note),) = noted(item)
    standing = progress.standings[item.id]
    parts = standing.schools or (standing,)
    return Due(
        note=note,
        entry=item,
        about=item,
        id=item.id,
        sort=note.one,
        text=item.text,
        said=standing.status.word.lower(),
        role=item.lead,
        as_at=progress.as_at,
        due=standing.due,
        is_open=any(part.is_open or part.status is Status.DEFERRED for part in parts),
        met=(standing.decided_by,) if standing.decided_by and standing.status.is_final else (),
    )


def _of_joining(plan: Plan, as_at: date) -> Iterator[Due]:
    """Yield what is left to do for schools that joined; before that, a day may still move with the opening."""
    way = plan.part(JoiningRecord)
    for school in plan.schools:
        case = school.joining
        if way and case and can_be_late(school, case, as_at):
            for standing in stage_standings(school, case, way, as_at):
                if standing.due and not standing.is_done:
                    yield from _left(school, case, standing, as_at)


def _left(school: School, case: Case, standing: StageStanding, as_at: date) -> Iterator[Due]:
    """Yield the tasks that are left of a stage, so that each stands under the role that leads it; or the stage."""
    note, stage = standing.stage.fields["months_after_opening"].deadlines[0], standing.stage.record
    where = f"{school.record.name}, {stage.name}"
    left: list[tuple[Entry[Any], str, str, Any]] = [
        (task.task, TASK, f"{task.task.record.task} ({where})", task.status)
        for task in standing.tasks
        if task.status not in DONE
    ]
    for entry, sort, text, status in left or [(standing.stage, note.one, note.words.format(where), standing.status)]:
        yield Due(
            note=note,
            entry=entry,
            about=case,
            id=f"{note.group}/{school.id}/{entry.id}",
            sort=sort,
            text=text,
            said=STEPS[status].lower(),
            role=entry.refers("lead") if sort == TASK else None,
            as_at=as_at,
            due=standing.due,
            is_open=True,
        )
