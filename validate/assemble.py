"""From records to the model: links the parts, works out dates, and leaves out what is unsound."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from validate import model
from validate.academic import AcademicYear, academic_year
from validate.records import growth as growth_records
from validate.records import pillar as pillar_records
from validate.records import plan as plan_records
from validate.records import report as report_records
from validate.records import school as school_records
from validate.status import ReportedStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.shape import Loaded
    from validate.yaml_tree import Path


def assemble(files: list[Loaded], paths: frozenset[str]) -> model.Plan | None:
    """Return the plan from every record that could be made, or nothing without a sound plan.yml."""
    by_kind: dict[str, list[Loaded]] = {}
    for loaded in files:
        by_kind.setdefault(loaded.file.kind.name, []).append(loaded)
    for loaded in by_kind.get("plan", []):
        if isinstance(loaded.record, plan_records.PlanRecord):
            return _Assembler(loaded, loaded.record, by_kind, paths).plan()
    return None


@dataclass
class _Assembler:
    """Holds what the parts share while the plan is put together."""

    loaded: Loaded
    record: plan_records.PlanRecord
    by_kind: dict[str, list[Loaded]]
    paths: frozenset[str]
    roles: dict[str, model.Role] = field(default_factory=dict)
    years: dict[str, AcademicYear] = field(default_factory=dict)

    def plan(self) -> model.Plan:
        record = self.record
        terms = [(term.id, term.name, term.starts) for term in record.terms]
        self.years = {year: academic_year(year, terms) for year in record.years}
        self.roles = {role.id: role for role in self._roles()}
        published = record.published
        return model.Plan(
            origin=model.Origin(self.loaded),
            title=record.title,
            trust=model.Trust(**dict(record.trust)),
            published_title=published.title if published else None,
            published_url=published.url if published else None,
            notice=record.notice,
            years=tuple(self.years.values()),
            goal_date=record.goal_date,
            roles=self.roles,
            wording=model.Wording(**dict(record.wording)),
            reporting=model.Reporting(**dict(record.reporting)),
            pillars=tuple(self._pillars()),
            growth=next(self._growth(), None),
            schools=tuple(self._schools()),
        )

    def _roles(self) -> Iterable[model.Role]:
        for n, role in enumerate(self.record.roles):
            yield model.Role(origin=model.Origin(self.loaded, ("roles", n)), id=role.id, name=role.name)
        for n, source in enumerate(self.record.sources):
            yield model.Role(
                origin=model.Origin(self.loaded, ("sources", n)),
                id=source.id,
                name=source.name,
                about=source.about or "",
                outside=True,
            )

    def _pillars(self) -> Iterable[model.Pillar]:
        found = []
        for loaded in self.by_kind.get("pillar", []):
            if isinstance(loaded.record, pillar_records.PillarRecord):
                record, folder = loaded.record, _folder(loaded.path)
                objectives = tuple(sorted(self._objectives(folder, record.id), key=lambda o: natural(o.id)))
                found.append(
                    model.Pillar(
                        origin=model.Origin(loaded),
                        id=record.id,
                        title=record.title,
                        aim=record.aim,
                        objectives=objectives,
                    )
                )
        return sorted(found, key=lambda p: natural(p.id))

    def _objectives(self, pillar_folder: str, pillar_id: str) -> Iterable[model.Objective]:
        for loaded in self.by_folder("objective").get(pillar_folder, []):
            if isinstance(loaded.record, pillar_records.ObjectiveRecord):
                record, folder = loaded.record, _folder(loaded.path)
                story = f"{folder}/story.md"
                yield model.Objective(
                    origin=model.Origin(loaded),
                    id=record.id,
                    pillar_id=pillar_id,
                    title=record.title,
                    text=record.objective,
                    lead=self.roles.get(record.lead or ""),
                    source=_source(record.source),
                    goals=tuple(self._goals(loaded, record)),
                    milestones=tuple(self._milestones(folder, record)),
                    story=story if story in self.paths else None,
                )

    def by_folder(self, kind: str) -> dict[str, list[Loaded]]:
        """Return the files of one kind, by the folder that holds them (objectives: the pillar's)."""
        if kind not in self._folders:
            grouped: dict[str, list[Loaded]] = {}
            for loaded in self.by_kind.get(kind, []):
                folder = _folder(loaded.path)
                grouped.setdefault(_folder(folder) if kind == "objective" else folder, []).append(loaded)
            self._folders[kind] = grouped
        return self._folders[kind]

    _folders: dict[str, dict[str, list[Loaded]]] = field(default_factory=dict)

    def _goals(self, loaded: Loaded, record: pillar_records.ObjectiveRecord) -> Iterable[model.Goal]:
        for n, goal in enumerate(record.goals):
            path: Path = ("goals", n)
            yield model.Goal(
                origin=model.Origin(loaded, path),
                id=f"{record.id}/goal/{goal.id}",
                slug=goal.id,
                objective_id=record.id,
                text=goal.goal,
                due=goal.due or self.record.goal_date,
                has_own_date=goal.due is not None,
                due_note=goal.due_note,
                lead=self.roles.get(record.lead or ""),
                source=_source(goal.source),
                updates=self._updates(loaded, path, goal.updates),
            )

    def _milestones(self, folder: str, objective: pillar_records.ObjectiveRecord) -> Iterable[model.Milestone]:
        found = {}
        for loaded in self.by_folder("milestone").get(folder, []):
            year = self.years.get(loaded.path.rsplit("/", 1)[-1].removesuffix(".yml"))
            if year and isinstance(loaded.record, pillar_records.MilestoneRecord):
                found[year.id] = model.Milestone(
                    origin=model.Origin(loaded),
                    id=f"{objective.id}/{year.id}",
                    objective_id=objective.id,
                    year=year,
                    focus=loaded.record.focus,
                    actions=tuple(self._actions(loaded, loaded.record, objective, year)),
                )
        return (found[year] for year in self.years if year in found)

    def _actions(
        self,
        loaded: Loaded,
        record: pillar_records.MilestoneRecord,
        objective: pillar_records.ObjectiveRecord,
        year: AcademicYear,
    ) -> Iterable[model.Action]:
        for n, action in enumerate(record.actions):
            path: Path = ("actions", n)
            yield model.Action(
                origin=model.Origin(loaded, path),
                id=f"{objective.id}/{year.id}/{action.id}",
                slug=action.id,
                objective_id=objective.id,
                year=year.id,
                text=action.action,
                due=action.due or year.ends,
                has_own_date=action.due is not None,
                lead=self.roles.get(action.lead or objective.lead or ""),
                source=_source(action.source),
                updates=self._updates(loaded, path, action.updates),
            )

    def _updates(
        self, loaded: Loaded, path: Path, records: list[report_records.UpdateRecord]
    ) -> tuple[model.Update, ...]:
        """Return the updates whose reporter is known; the gate has reported the others."""
        return tuple(
            model.Update(
                origin=model.Origin(loaded, (*path, "updates", n)),
                date=record.date,
                status=None if record.status is ReportedStatus.NO_CHANGE else Status(record.status),
                note=record.note,
                reporter=self.roles[record.reported_by],
                moved_to=record.moved_to,
                reason=record.reason,
                evidence=_evidence(loaded, (*path, "updates", n), record.evidence),
            )
            for n, record in enumerate(records)
            if record.reported_by in self.roles
        )

    def _growth(self) -> Iterable[Any]:
        for loaded in self.by_kind.get("growth", []):
            if isinstance(loaded.record, growth_records.GrowthRecord):
                yield _growth(loaded, loaded.record)

    def _schools(self) -> Iterable[model.School]:
        found = [
            _school(loaded, loaded.record)
            for loaded in self.by_kind.get("school", [])
            if isinstance(loaded.record, school_records.SchoolRecord)
        ]
        return sorted(found, key=lambda s: s.name)


def natural(code: str) -> tuple[tuple[int, str], ...]:
    """Return a sorting key that puts 1.9 before 1.10."""
    parts = code.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdecimal() else (10**9, part) for part in parts)


def _folder(path: str) -> str:
    return path.rsplit("/", 1)[0]


def _source(record: report_records.SourceRecord | None) -> model.Source | None:
    return model.Source(**dict(record)) if record else None


def _evidence(loaded: Loaded, path: Path, records: list[report_records.EvidenceRecord]) -> tuple[model.Evidence, ...]:
    return tuple(
        model.Evidence(origin=model.Origin(loaded, (*path, "evidence", n)), **dict(record))
        for n, record in enumerate(records)
    )


def _growth(loaded: Loaded, record: growth_records.GrowthRecord) -> model.Growth:
    return model.Growth(
        origin=model.Origin(loaded),
        source=record.source,
        footnote=record.footnote,
        phases=tuple(
            model.Phase(origin=model.Origin(loaded, ("phases", n)), **dict(phase))
            for n, phase in enumerate(record.phases)
        ),
        posts=tuple(
            model.Post(
                origin=model.Origin(loaded, ("posts", n)),
                id=post.id,
                name=post.name,
                internal=post.kind == "internal",
                sizes=tuple(
                    model.PostSize(
                        origin=model.Origin(loaded, ("posts", n, "phases", m)),
                        phase_id=size.phase,
                        fte=size.fte,
                        as_published=size.as_published,
                    )
                    for m, size in enumerate(post.phases)
                ),
            )
            for n, post in enumerate(record.posts)
        ),
        rules=tuple(
            model.GrowthRule(origin=model.Origin(loaded, ("rules", n)), **dict(rule))
            for n, rule in enumerate(record.rules)
        ),
    )


def _school(loaded: Loaded, record: school_records.SchoolRecord) -> model.School:
    nested = {"membership", "predecessor", "pupils", "inspections", "evidence"}
    before = record.predecessor
    return model.School(
        origin=model.Origin(loaded),
        **{name: value for name, value in record if name not in nested},
        evidence=_evidence(loaded, (), record.evidence),
        membership=tuple(
            model.Membership(
                origin=model.Origin(loaded, ("membership", n)),
                **{name: value for name, value in entry if name != "evidence"},
                evidence=_evidence(loaded, ("membership", n), entry.evidence),
            )
            for n, entry in enumerate(record.membership)
        ),
        predecessor=model.Predecessor(
            origin=model.Origin(loaded, ("predecessor",)),
            urn=before.urn,
            closed=before.closed,
            evidence=_evidence(loaded, ("predecessor",), before.evidence),
        )
        if before
        else None,
        pupils=tuple(
            model.Pupils(
                origin=model.Origin(loaded, ("pupils", n)),
                count=entry.count,
                when=entry.date or entry.year,
                basis=entry.basis,
                evidence=_evidence(loaded, ("pupils", n), entry.evidence),
            )
            for n, entry in enumerate(record.pupils)
        ),
        inspections=tuple(
            model.Inspection(
                origin=model.Origin(loaded, ("inspections", n)),
                **{name: value for name, value in entry if name not in ("evidence", "grades")},
                grades=tuple((grade.area, grade.grade) for grade in entry.grades),
                evidence=_evidence(loaded, ("inspections", n), entry.evidence),
            )
            for n, entry in enumerate(record.inspections)
        ),
    )
