"""The plan and its tables as they were known on a day: without what was only reported or happened later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from validate.model import Item
from validate.values import latest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.academic import AcademicYear
    from validate.model import Objective, Part, Pillar, Plan
    from validate.model_schools import Inspection, Pupils, School
    from validate.tables import Row, Table, Tables
    from validate.yaml_tree import Path

    Gone = frozenset[tuple[str, Path]]

AnyItem = TypeVar("AnyItem", bound=Item)

LATER_IS_UNKNOWN = {
    "plan": frozenset({"reporting_as_at"}),
    "schools": frozenset({"opened", "predecessor_closed"}),
    "memberships": frozenset({"left"}),
}
"""For each table, the columns whose day is left out where it is later, though the row stays."""


def plan_known(plan: Plan, day: date) -> Plan:
    """Return the plan without reports, and facts about schools, that are later than the day."""
    schools = (_school(school, plan.years[0], day) for school in plan.schools)
    return replace(
        plan,
        reporting=replace(plan.reporting, as_at=_unless_later(plan.reporting.as_at, day)),
        pillars=tuple(_pillar(pillar, day) for pillar in plan.pillars),
        schools=tuple(school for school in schools if school.membership),
    )


def tables_known(tables: Tables, plan: Plan, day: date) -> Tables:
    """Return the tables of this plan without what is later than the day, and without what hangs on that."""
    known = {_place(part) for part in _dated_parts(plan_known(plan, day))}
    gone = frozenset(place for part in _dated_parts(plan) if (place := _place(part)) not in known)
    return {name: _table(name, table, gone, day) for name, table in tables.items()}


def _pillar(pillar: Pillar, day: date) -> Pillar:
    return replace(pillar, objectives=tuple(_objective(objective, day) for objective in pillar.objectives))


def _objective(objective: Objective, day: date) -> Objective:
    return replace(
        objective,
        goals=tuple(_item(goal, day) for goal in objective.goals),
        milestones=tuple(
            replace(milestone, actions=tuple(_item(action, day) for action in milestone.actions))
            for milestone in objective.milestones
        ),
    )


def _item(item: AnyItem, day: date) -> AnyItem:
    return replace(item, updates=tuple(update for update in item.updates if update.date <= day))


def _school(school: School, any_year: AcademicYear, day: date) -> School:
    before = school.predecessor
    return replace(
        school,
        opened=_unless_later(school.opened, day),
        membership=tuple(replace(m, left=_unless_later(m.left, day)) for m in school.membership if m.joined <= day),
        predecessor=None if before and before.closed and before.closed > day else before,
        pupils=tuple(count for count in school.pupils if _counted(count, any_year) <= day),
        inspections=tuple(inspection for inspection in school.inspections if _inspected(inspection) <= day),
    )


def _counted(count: Pupils, any_year: AcademicYear) -> date:
    """Return the day from which a count is certainly known: the last that its date, or its year, can mean."""
    if count.date:
        return latest(count.date)
    if count.year:
        return any_year.starts.replace(year=int(count.year[:4]) + 1) - timedelta(days=1)
    return date.min


def _inspected(inspection: Inspection) -> date:
    when = inspection.date or inspection.seen
    return latest(when) if when else date.min


def _unless_later(value: date | None, day: date) -> date | None:
    return None if value and value > day else value


def _dated_parts(plan: Plan) -> Iterator[Part]:
    """Return every part of the plan that a day can leave out."""
    for item in plan.items:
        yield from item.updates
    for school in plan.schools:
        yield from (school, *school.membership, *school.pupils, *school.inspections)
        if school.predecessor:
            yield school.predecessor


def _place(part: Part) -> tuple[str, Path]:
    return part.origin.file, part.origin.path


def _table(name: str, table: Table, gone: Gone, day: date) -> Table:
    rows = [row for row in table.rows if not _is_gone(row.loaded.path, row.path, gone)] if gone else table.rows
    if name in LATER_IS_UNKNOWN:
        rows = [replace(row, values=_values(row, table, LATER_IS_UNKNOWN[name], gone, day)) for row in rows]
    return replace(table, rows=rows)


def _is_gone(file: str, path: Path, gone: Gone) -> bool:
    """Tell whether this place, or anything it stands in, is left out."""
    return any((file, path[:length]) in gone for length in range(len(path) + 1))


def _values(row: Row, table: Table, days: frozenset[str], gone: Gone, day: date) -> dict[str, Any]:
    """Return a row's values without later days, and without those of a part that is left out."""
    values = dict(row.values)
    for column in table.spec.columns:
        is_later = column.name in days and (values[column.name] or date.min) > day
        if is_later or _is_gone(row.loaded.path, (*row.path, *column.path), gone):
            values[column.name] = None
    return values
