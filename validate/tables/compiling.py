"""From records to tables: walks the files and adds a row for everything they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.records import growth, pillar, plan, report, school
from validate.records.base import Record
from validate.tables.feeds import tables_fed
from validate.tables.names import gather_names
from validate.tables.parts import PARTS
from validate.tables.table import SPECS, Row, Table, Tables
from validate.values.every import EVERY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path
    from validate.tables.parts.part import Part


def compile_tables(files: list[Loaded], unread: Iterable[str] = ()) -> Tables:
    """Return every table of the plan, filled from the records that could be made.

    `unread` names the kinds of file of which one is there, or must be, and could not be read.
    """
    compiler = _Compiler({spec.name: Table(spec) for spec in SPECS})
    for loaded in sorted(files, key=lambda f: (ORDER.index(f.file.kind.name), f.path)):
        compiler.take(loaded)
    compiler.lack(unread)
    gather_names(compiler.tables)
    return compiler.tables


ORDER = ("plan", "pillar", "objective", "milestone", *(kind for kind in PARTS if kind != "school"), "school")


class _Compiler:
    """Walks the records and adds rows; the ids of parents come from the folders."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.pillar_of: dict[str, str] = {}
        self.objective_of: dict[str, str] = {}

    def lack(self, kinds: Iterable[str]) -> None:
        """Note that a file of each of these kinds is missing from the tables it feeds."""
        for kind in kinds:
            for name in tables_fed(kind):
                self.tables[name].is_whole = False

    def take(self, loaded: Loaded) -> None:
        """Add the rows of one file, and note which tables it leaves incomplete."""
        self._note_gaps(loaded)
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
            case _:
                pass
        kind = loaded.file.kind.name
        if loaded.record is not None and kind in PARTS:
            self._file(loaded, loaded.record, kind, PARTS[kind])

    def _file(self, loaded: Loaded, record: Record, kind: str, part: Part) -> None:
        name = getattr(record, "id", "") if part.named_alone else ""
        if part.table and part.about:
            self._add(part.table, loaded, (), record, id=name or kind, position=1)
        self._part(loaded, record, part, name)

    def _note_gaps(self, loaded: Loaded) -> None:
        for field in loaded.left_out if loaded.record is not None else [""]:
            for name in tables_fed(loaded.file.kind.name, field):
                self.tables[name].is_whole = False

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
            every = action.schools == [EVERY]
            keys = {"id": full, "milestone": milestone, "position": n + 1, "every_school": every}
            self._add("actions", loaded, ("actions", n), action, **keys)
            self._action_schools(loaded, ("actions", n, "schools"), [] if every else action.schools, full)
            self._updates(loaded, ("actions", n), action.updates, full, action=full, goal=None)

    def _action_schools(self, loaded: Loaded, path: Path, schools: list[str], action: str) -> None:
        for n, name in enumerate(schools):
            keys = {"id": f"{action}/{n + 1}", "action": action, "position": n + 1, "school": name}
            self._add("action_schools", loaded, (*path, n), None, **keys)

    def _updates(
        self, loaded: Loaded, path: Path, updates: list[report.UpdateRecord], item: str, **keys: object
    ) -> None:
        for n, update in enumerate(updates):
            here, name = (*path, "updates", n), f"{item}#{n + 1}"
            self._add("updates", loaded, here, update, id=name, position=n + 1, **keys)
            self._evidence(loaded, here, update.evidence, name, update=name, school=None, about="update", entry=None)
            self._update_schools(loaded, (*here, "schools"), update.schools, name)

    def _update_schools(
        self, loaded: Loaded, path: Path, reports: list[report.SchoolStatusRecord], update: str
    ) -> None:
        for n, said in enumerate(reports):
            name = f"{update}/{n + 1}"
            self._add("update_schools", loaded, (*path, n), said, id=name, update=update, position=n + 1)
            about = {"update": update, "school": None, "about": "update_schools", "entry": name}
            self._evidence(loaded, (*path, n), said.evidence, f"update_schools/{name}", **about)

    def _evidence(
        self, loaded: Loaded, path: Path, evidence: list[report.EvidenceRecord], owner: str, **keys: object
    ) -> None:
        for n, proof in enumerate(evidence):
            self._add("evidence", loaded, (*path, "evidence", n), proof, id=f"{owner}/{n + 1}", **keys)

    def _growth(self, loaded: Loaded, record: growth.GrowthRecord) -> None:
        for n, post in enumerate(record.posts):
            for m, size in enumerate(post.phases):
                name = f"{post.id}/{size.phase}"
                self._add("capacity", loaded, ("posts", n, "phases", m), size, id=name, post=post.id)

    def _part(self, loaded: Loaded, record: Record, part: Part, name: str, path: Path = ()) -> None:
        """Add the rows of everything nested in this record, which is itself the row of that name."""
        for inner in part.inside:
            steps = tuple(inner.field.split("."))
            for n, entry in enumerate(_value(record, steps) or ()):
                here = (*path, *steps, n)
                own = getattr(entry, "id", None) or str(n + 1)
                full = own if inner.named_alone or not name else f"{name}/{own}"
                is_record = isinstance(entry, Record)
                keys = {"id": full, "position": n + 1}
                if inner.parent:
                    keys[inner.parent] = name
                if is_record:
                    self._add(inner.table, loaded, here, entry, **keys)
                    proofs = getattr(entry, "evidence", [])
                    owner = f"{inner.table}/{full}"
                    about = {"update": None, "school": None, "about": inner.table, "entry": full}
                    self._evidence(loaded, here, proofs, owner, **about)
                    self._part(loaded, entry, inner, full, here)
                else:
                    self._add(inner.table, loaded, here, None, **keys, **{inner.value: entry})

    def _school(self, loaded: Loaded, record: school.SchoolRecord) -> None:
        self._add("schools", loaded, (), record)
        self._school_evidence(loaded, (), record.evidence, record.id, "school")
        if record.predecessor:
            self._school_evidence(loaded, ("predecessor",), record.predecessor.evidence, record.id, "predecessor")
        if record.joining:
            self._school_evidence(loaded, ("joining",), record.joining.evidence, record.id, "joining")
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
        self._evidence(loaded, path, evidence, owner, update=None, school=school_id, about=about, entry=None)

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
