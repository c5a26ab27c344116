"""The tables that a plan is compiled into: what each is about, its keys, its rows and where they were written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from validate.fields import field_within
from validate.layout import KINDS
from validate.records import growth, pillar, plan, report, school
from validate.records.base import POST, YEAR, Reference
from validate.tables.columns import Column, key, record_columns
from validate.tables.parts import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.fields import Field
    from validate.problems import Place
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path
    from validate.records.base import Record
    from validate.tables.parts.part import Part


@dataclass(frozen=True, slots=True)
class Spec:
    """What a table is about, its keys, and the record class that its other columns come from."""

    name: str
    description: str
    keys: tuple[Column, ...]
    record: type[Record] | None = None
    primary: str = "id"

    @property
    def columns(self) -> tuple[Column, ...]:
        """Keys first, then the record's own columns."""
        if self.record is None:
            return self.keys
        return (*self.keys, *record_columns(self.record, frozenset(k.name for k in self.keys)))


OBJECTIVE = Reference("objectives")
MILESTONE = Reference("milestones")
ACTION = Reference("actions")
GOAL = Reference("goals")
UPDATE = Reference("updates")
SCHOOL = Reference("schools")

ID = key("id", "Its name, unique in this table.")
POSITION = key("position", "Its place in order, from 1.", value_type="integer")


def part_specs() -> Iterator[Spec]:
    """Yield the table of every part, with its keys; what it is nested in comes first."""
    for kind, part in PARTS.items():
        record = next(known.record for known in KINDS if known.name == kind)
        yield from _part_specs(part, record, None)


def _part_specs(part: Part, record: type[Record], parent: Part | None) -> Iterator[Spec]:
    if part.table and part.about:
        yield Spec(part.table, part.about, _part_keys(part, None, parent), record)
    for inner in part.inside:
        about = field_within(record, inner.field)
        if about.record is None:
            yield Spec(inner.table, inner.about, _part_keys(inner, about, part))
        else:
            yield from _part_specs(inner, about.record, part)


def _part_keys(part: Part, entry: Field | None, parent: Part | None) -> tuple[Column, ...]:
    keys = [ID if part.named_alone else replace(ID, path=())]
    if part.parent and parent:
        keys.append(key(part.parent, "What it belongs to.", Reference(parent.table)))
    keys.append(POSITION)
    if entry:
        keys.append(
            Column(
                name=part.value,
                type=entry.value_type,
                title=part.value.capitalize(),
                description=entry.description,
                required=True,
                choices=entry.choices,
                pattern=entry.pattern,
                reference=entry.reference,
            )
        )
    return tuple(keys)


SPECS = (
    Spec("plan", "The plan as a whole, in one row.", (ID,), plan.PlanRecord),
    Spec("years", "The academic years of the plan.", (ID, POSITION)),
    Spec("terms", "The terms of a year.", (ID,), plan.TermRecord),
    Spec("roles", "The roles that may lead and report.", (ID,), plan.RoleRecord),
    Spec(
        "reporters",
        "Everyone an update may come from: the roles, and sources outside the trust.",
        (ID, key("outside", "True for a source outside the trust.", value_type="boolean")),
        plan.ReportingSourceRecord,
    ),
    Spec(
        "deciders",
        "Everyone that a decision on the plan may come from: the roles, and the bodies that govern the trust.",
        (ID, key("name", "What readers call it.")),
    ),
    Spec(
        "promises",
        "Everything that the plan promises and an amendment may speak of, promises that were removed among them.",
        (
            ID,
            key("kind", "What sort of promise it is."),
            key("name", "What it says, or its title."),
        ),
    ),
    Spec("pillars", "The pillars of the plan.", (ID,), pillar.PillarRecord),
    Spec(
        "objectives",
        "The objectives.",
        (ID, key("pillar", "Its pillar.", Reference("pillars"))),
        pillar.ObjectiveRecord,
    ),
    Spec(
        "milestones",
        "What each objective is to do in each year: one row for each cell of the transformation map.",
        (ID, key("objective", "Its objective.", OBJECTIVE), key("year", "Its academic year.", YEAR, is_written=True)),
        pillar.MilestoneRecord,
    ),
    Spec(
        "actions",
        "The commitments inside the milestones.",
        (
            ID,
            key("milestone", "Its milestone.", MILESTONE),
            POSITION,
            key("every_school", "True where it is tracked at every school of the trust.", value_type="boolean"),
        ),
        pillar.ActionRecord,
    ),
    Spec(
        "action_schools",
        "The schools at which actions are tracked one by one, where the plan names them.",
        (
            replace(ID, path=()),
            key("action", "The action.", ACTION),
            POSITION,
            replace(key("school", "The school.", SCHOOL), path=(), is_written=True),
        ),
    ),
    Spec(
        "goals",
        "What each objective wants to be true in the end.",
        (ID, key("objective", "Its objective.", OBJECTIVE), POSITION),
        pillar.GoalRecord,
    ),
    Spec(
        "updates",
        "The log of reports. Each belongs to one action or one goal.",
        (
            ID,
            key("action", "The action it reports on.", ACTION, required=False),
            key("goal", "The goal it reports on.", GOAL, required=False),
            POSITION,
        ),
        report.UpdateRecord,
    ),
    Spec(
        "update_schools",
        "What updates say of single schools.",
        (replace(ID, path=()), key("update", "The update.", UPDATE), POSITION),
        report.SchoolStatusRecord,
    ),
    Spec(
        "schools",
        "The schools that belong to the trust, or belonged, or are on their way.",
        (ID,),
        school.SchoolRecord,
    ),
    Spec(
        "memberships",
        "When each school belonged to the trust.",
        (ID, key("school", "The school.", SCHOOL)),
        school.MembershipRecord,
    ),
    Spec("pupils", "Counts of pupils.", (ID, key("school", "The school.", SCHOOL)), school.PupilsRecord),
    Spec("inspections", "Inspections of schools.", (ID, key("school", "The school.", SCHOOL)), school.InspectionRecord),
    Spec(
        "grades",
        "The grades of each inspection, area by area.",
        (replace(ID, path=("area",)), key("inspection", "The inspection.", Reference("inspections"))),
        school.GradeRecord,
    ),
    Spec(
        "evidence",
        "The proofs, each of one update or of one statement about a school.",
        (
            ID,
            key("update", "The update it proves.", UPDATE, required=False),
            key("school", "The school it speaks of.", SCHOOL, required=False),
            key("about", "What it proves: an update, which part of a school's file, or an entry of which table."),
            key("entry", "The entry's id in that table.", required=False),
        ),
        report.EvidenceRecord,
    ),
    Spec(
        "capacity",
        "The size of each post in each phase that has it. No figure means that the plan gives none.",
        (replace(ID, path=("phase",)), key("post", "The post.", POST)),
        growth.PostInPhaseRecord,
    ),
    *part_specs(),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row, and where it was written."""

    values: dict[str, Any]
    loaded: Loaded
    path: Path = ()

    def place(self, column: Column) -> Place:
        """Return where the column's value stands in its file."""
        return self.loaded.place((*self.path, *column.path))

    def written(self, column: Column) -> str:
        """Return the column's value as its file has it, or nothing where it was made up from others."""
        return self.loaded.written((*self.path, *column.path))


@dataclass(slots=True)
class Table:
    """A compiled table."""

    spec: Spec
    rows: list[Row] = field(default_factory=list)
    is_whole: bool = True
    """False where a file that feeds it could not be used, so that references into it prove nothing."""


Tables = dict[str, Table]
