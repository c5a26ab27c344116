"""From records to tables: the plan as rows, each able to say where in which file it was written.

A table's columns are its keys followed by the plain fields of its record class; nested records
become columns with a prefix, lists of records become tables of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from validate.fields import Field, fields_of
from validate.records import growth, pillar, plan, report, school
from validate.records.base import YEAR, Reference

if TYPE_CHECKING:
    from validate.problems import Place
    from validate.records.base import Record
    from validate.shape import Loaded
    from validate.yaml_tree import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One column of a table, with the path of its value in the record."""

    name: str
    type: str
    title: str
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    reference: Reference | None = None
    path: tuple[str, ...] = ()


def key(
    name: str, description: str, reference: Reference | None = None, *, type: str = "string", required: bool = True
) -> Column:
    """Return a column that the compiler adds: an id or the id of a parent."""
    title = name.replace("_", " ").capitalize()
    return Column(
        name=name, type=type, title=title, description=description, required=required, reference=reference, path=("id",)
    )


@cache
def record_columns(record: type[Record], leave_out: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Return a column for each plain field of the record and of the single records nested in it."""
    columns: list[Column] = []
    for about in fields_of(record).values():
        if about.name in leave_out or about.many:
            continue
        if about.record is None:
            columns.append(_column(about))
        else:
            columns.extend(_prefixed(about, column) for column in record_columns(about.record))
    return tuple(columns)


def _column(about: Field) -> Column:
    return Column(
        name=about.name,
        type=about.value_type,
        title=about.title,
        description=about.description,
        required=about.required,
        choices=about.choices,
        pattern=about.pattern,
        reference=about.reference,
        path=(about.name,),
    )


def _prefixed(about: Field, column: Column) -> Column:
    return Column(
        name=f"{about.name}_{column.name}",
        type=column.type,
        title=f"{about.title}: {column.title.lower()}",
        description=column.description,
        required=about.required and column.required,
        choices=column.choices,
        pattern=column.pattern,
        reference=column.reference,
        path=(about.name, *column.path),
    )


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
POST = Reference("posts")

ID = key("id", "Its name, unique in this table.")
POSITION = key("position", "Its place in order, from 1.", type="integer")

SPECS = (
    Spec("plan", "The plan as a whole, in one row.", (ID,), plan.PlanRecord),
    Spec("years", "The academic years of the plan.", (ID, POSITION)),
    Spec("terms", "The terms of a year.", (ID,), plan.TermRecord),
    Spec("roles", "The roles that may lead and report.", (ID,), plan.RoleRecord),
    Spec(
        "reporters",
        "Everyone an update may come from: the roles, and sources outside the trust.",
        (ID, key("outside", "True for a source outside the trust.", type="boolean")),
        plan.ReportingSourceRecord,
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
        (ID, key("objective", "Its objective.", OBJECTIVE), key("year", "Its academic year.", YEAR)),
        pillar.MilestoneRecord,
    ),
    Spec(
        "actions",
        "The commitments inside the milestones.",
        (ID, key("milestone", "Its milestone.", MILESTONE), POSITION),
        pillar.ActionRecord,
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
        "evidence",
        "The proofs, each of one update or of one statement about a school.",
        (
            ID,
            key("update", "The update it proves.", UPDATE, required=False),
            key("school", "The school it speaks of.", SCHOOL, required=False),
            key("about", "What it proves: an update, or which part of a school's file."),
        ),
        report.EvidenceRecord,
    ),
    Spec("schools", "The schools that belong, or belonged, to the trust.", (ID,), school.SchoolRecord),
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
    Spec("phases", "The phases of growth.", (ID,), growth.PhaseRecord),
    Spec("posts", "Central posts and bought-in support.", (ID,), growth.PostRecord),
    Spec(
        "capacity",
        "The size of each post in each phase that has it. No figure means that the plan gives none.",
        (replace(ID, path=("phase",)), key("post", "The post.", POST)),
        growth.PostInPhaseRecord,
    ),
    Spec("growth_rules", "The plan's limits on joining.", (ID,), growth.GrowthRuleRecord),
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


def compile_tables(files: list[Loaded]) -> Tables:
    """Return every table of the plan, filled from the records that could be made."""
    compiler = _Compiler({spec.name: Table(spec) for spec in SPECS})
    for loaded in sorted(files, key=lambda f: (ORDER.index(f.file.kind.name), f.path)):
        compiler.take(loaded)
    return compiler.tables


ORDER = ("plan", "pillar", "objective", "milestone", "growth", "school")

FEEDS = {
    "plan": ("plan", "years", "terms", "roles", "reporters"),
    "pillar": ("pillars",),
    "objective": ("objectives", "goals"),
    "milestone": ("milestones", "actions"),
    "growth": ("phases", "posts", "capacity", "growth_rules"),
    "school": ("schools",),
}
"""The tables that each kind of file feeds and others refer to."""

PART_FEEDS = {"roles": ("roles", "reporters"), "sources": ("reporters",), "phases": ("phases",), "years": ("years",)}
"""The tables that a list in a file feeds, where items of it were left out."""


class _Compiler:
    """Walks the records and adds rows; the ids of parents come from the folders."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.pillar_of: dict[str, str] = {}
        self.objective_of: dict[str, str] = {}

    def take(self, loaded: Loaded) -> None:
        if loaded.record is None:
            for name in FEEDS[loaded.file.kind.name]:
                self.tables[name].is_whole = False
            return
        for part in loaded.left_out:
            for name in PART_FEEDS.get(part, ()):
                self.tables[name].is_whole = False
        match loaded.record:
            case plan.PlanRecord() as record:
                self._plan(loaded, record)
            case pillar.PillarRecord() as record:
                self.pillar_of[_folder(loaded.path)] = record.id
                self._add("pillars", loaded, (), record)
            case pillar.ObjectiveRecord() as record:
                self._objective(loaded, record)
            case pillar.MilestoneRecord() as record:
                self._milestone(loaded, record)
            case growth.GrowthRecord() as record:
                self._growth(loaded, record)
            case school.SchoolRecord() as record:
                self._school(loaded, record)

    def _add(self, table: str, loaded: Loaded, path: Path, record: Record | None, **keys: object) -> None:
        spec = self.tables[table].spec
        values: dict[str, Any] = {}
        for column in spec.columns:
            values[column.name] = keys[column.name] if column.name in keys else _value(record, column.path)
        self.tables[table].rows.append(Row(values, loaded, path))

    def _plan(self, loaded: Loaded, record: plan.PlanRecord) -> None:
        self._add("plan", loaded, (), record, id="plan")
        for n, year in enumerate(record.years):
            self._add("years", loaded, ("years", n), None, id=year, position=n + 1)
        for n, term in enumerate(record.terms):
            self._add("terms", loaded, ("terms", n), term)
        for n, role in enumerate(record.roles):
            self._add("roles", loaded, ("roles", n), role)
            self._add("reporters", loaded, ("roles", n), role, outside=False, about=None)
        for n, source in enumerate(record.sources):
            self._add("reporters", loaded, ("sources", n), source, outside=True)

    def _objective(self, loaded: Loaded, record: pillar.ObjectiveRecord) -> None:
        folder = _folder(loaded.path)
        self.objective_of[folder] = record.id
        pillar_id = self.pillar_of.get(_folder(folder))
        if pillar_id is None:
            self.tables["objectives"].is_whole = False
            return
        self._add("objectives", loaded, (), record, pillar=pillar_id)
        for n, goal in enumerate(record.goals):
            full = f"{record.id}/goal/{goal.id}"
            self._add("goals", loaded, ("goals", n), goal, id=full, objective=record.id, position=n + 1)
            self._updates(loaded, ("goals", n), goal.updates, full, action=None, goal=full)

    def _milestone(self, loaded: Loaded, record: pillar.MilestoneRecord) -> None:
        objective = self.objective_of.get(_folder(loaded.path))
        if objective is None:
            self.tables["milestones"].is_whole = False
            return
        year = loaded.path.rsplit("/", 1)[-1].removesuffix(".yml")
        milestone = f"{objective}/{year}"
        self._add("milestones", loaded, (), record, id=milestone, objective=objective, year=year)
        for n, action in enumerate(record.actions):
            full = f"{milestone}/{action.id}"
            self._add("actions", loaded, ("actions", n), action, id=full, milestone=milestone, position=n + 1)
            self._updates(loaded, ("actions", n), action.updates, full, action=full, goal=None)

    def _updates(
        self, loaded: Loaded, path: Path, updates: list[report.UpdateRecord], item: str, **keys: object
    ) -> None:
        for n, update in enumerate(updates):
            here, name = (*path, "updates", n), f"{item}#{n + 1}"
            self._add("updates", loaded, here, update, id=name, position=n + 1, **keys)
            self._evidence(loaded, here, update.evidence, name, update=name, school=None, about="update")

    def _evidence(
        self, loaded: Loaded, path: Path, evidence: list[report.EvidenceRecord], owner: str, **keys: object
    ) -> None:
        for n, proof in enumerate(evidence):
            self._add("evidence", loaded, (*path, "evidence", n), proof, id=f"{owner}/{n + 1}", **keys)

    def _growth(self, loaded: Loaded, record: growth.GrowthRecord) -> None:
        for n, phase in enumerate(record.phases):
            self._add("phases", loaded, ("phases", n), phase)
        for n, post in enumerate(record.posts):
            self._add("posts", loaded, ("posts", n), post)
            for m, size in enumerate(post.phases):
                name = f"{post.id}/{size.phase}"
                self._add("capacity", loaded, ("posts", n, "phases", m), size, id=name, post=post.id)
        for n, rule in enumerate(record.rules):
            self._add("growth_rules", loaded, ("rules", n), rule)

    def _school(self, loaded: Loaded, record: school.SchoolRecord) -> None:
        self._add("schools", loaded, (), record)
        self._school_evidence(loaded, (), record.evidence, record.id, "school")
        if record.predecessor:
            self._school_evidence(loaded, ("predecessor",), record.predecessor.evidence, record.id, "predecessor")
        for n, membership in enumerate(record.membership):
            self._school_row("memberships", loaded, ("membership", n), membership, record.id)
            self._school_evidence(loaded, ("membership", n), membership.evidence, record.id, "membership")
        for n, count in enumerate(record.pupils):
            self._school_row("pupils", loaded, ("pupils", n), count, record.id)
            self._school_evidence(loaded, ("pupils", n), count.evidence, record.id, "pupils")
        for n, inspection in enumerate(record.inspections):
            name = self._school_row("inspections", loaded, ("inspections", n), inspection, record.id)
            self._school_evidence(loaded, ("inspections", n), inspection.evidence, record.id, "inspection")
            for m, grade in enumerate(inspection.grades):
                path = ("inspections", n, "grades", m)
                self._add("grades", loaded, path, grade, id=f"{name}/{grade.area}", inspection=name)

    def _school_evidence(
        self, loaded: Loaded, path: Path, evidence: list[report.EvidenceRecord], school_id: str, about: str
    ) -> None:
        number = f"-{int(path[1]) + 1}" if len(path) > 1 else ""
        owner = f"{school_id}/{about}{number}"
        self._evidence(loaded, path, evidence, owner, update=None, school=school_id, about=about)

    def _school_row(self, table: str, loaded: Loaded, path: Path, record: Record, school_id: str) -> str:
        name = f"{school_id}/{int(path[-1]) + 1}"
        self._add(table, loaded, path, record, id=name, school=school_id)
        return name


def _folder(path: str) -> str:
    return path.rsplit("/", 1)[0]


def _value(record: Record | None, path: tuple[str, ...]) -> Any:
    value: Any = record
    for step in path:
        value = getattr(value, step, None)
    return value
