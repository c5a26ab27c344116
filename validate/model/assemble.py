"""From records to the model: links the parts, works out dates, and leaves out what is unsound."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from validate.academic import AcademicYear, academic_year
from validate.model import base, items
from validate.model import plan as model
from validate.model.assemble_growth import growth_model
from validate.model.assemble_schools import evidence_model, school_model, school_reports, status_model
from validate.model.parts import parts_model
from validate.reading.stories import story_of
from validate.records import growth as growth_records
from validate.records import pillar as pillar_records
from validate.records import plan as plan_records
from validate.records import report as report_records
from validate.records import school as school_records
from validate.values.every import EVERY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.model.growth import Growth
    from validate.model.schools import School
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path


def assemble(files: list[Loaded], stories: dict[str, str]) -> model.Plan | None:
    """Return the plan from every record that could be made, or nothing without a sound plan.yml."""
    by_kind: dict[str, list[Loaded]] = {}
    for loaded in files:
        by_kind.setdefault(loaded.file.kind.name, []).append(loaded)
    for loaded in by_kind.get("plan", []):
        if isinstance(loaded.record, plan_records.PlanRecord):
            return _Assembler(loaded, loaded.record, by_kind, stories).plan()
    return None


@dataclass
class _Assembler:
    """Holds what the parts share while the plan is put together."""

    loaded: Loaded
    record: plan_records.PlanRecord
    by_kind: dict[str, list[Loaded]]
    stories: dict[str, str]
    roles: dict[str, items.Role] = field(default_factory=dict)
    years: dict[str, AcademicYear] = field(default_factory=dict)
    folders: dict[str, dict[str, list[Loaded]]] = field(default_factory=dict)

    def plan(self) -> model.Plan:
        record = self.record
        terms = [(term.id, term.name, term.starts) for term in record.terms]
        self.years = {year: academic_year(year, terms) for year in record.years}
        self.roles = {role.id: role for role in self._roles()}
        published = record.published
        return model.Plan(
            origin=base.Origin(self.loaded),
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
            parts=parts_model([loaded for group in self.by_kind.values() for loaded in group]),
        )

    def _roles(self) -> Iterable[items.Role]:
        for n, role in enumerate(self.record.roles):
            yield items.Role(origin=base.Origin(self.loaded, ("roles", n)), id=role.id, name=role.name)
        for n, source in enumerate(self.record.sources):
            yield items.Role(
                origin=base.Origin(self.loaded, ("sources", n)),
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
                        origin=base.Origin(loaded),
                        id=record.id,
                        title=record.title,
                        aim=record.aim,
                        objectives=objectives,
                    )
                )
        return sorted(found, key=lambda p: natural(p.id))

    def _objectives(self, pillar_folder: str, pillar_id: str) -> Iterable[model.Objective]:
        for loaded in self._by_folder("objective").get(pillar_folder, []):
            if isinstance(loaded.record, pillar_records.ObjectiveRecord):
                record, folder = loaded.record, _folder(loaded.path)
                yield model.Objective(
                    origin=base.Origin(loaded),
                    id=record.id,
                    pillar_id=pillar_id,
                    title=record.title,
                    text=record.objective,
                    lead=self.roles.get(record.lead or ""),
                    source=_source(record.source),
                    goals=tuple(self._goals(loaded, record)),
                    milestones=tuple(self._milestones(folder, record)),
                    story=self.stories.get(story_of(loaded.path), ""),
                )

    def _by_folder(self, kind: str) -> dict[str, list[Loaded]]:
        """Return the files of one kind, by the folder that holds them (objectives: the pillar's)."""
        if kind not in self.folders:
            grouped: dict[str, list[Loaded]] = {}
            for loaded in self.by_kind.get(kind, []):
                folder = _folder(loaded.path)
                grouped.setdefault(_folder(folder) if kind == "objective" else folder, []).append(loaded)
            self.folders[kind] = grouped
        return self.folders[kind]

    def _goals(self, loaded: Loaded, record: pillar_records.ObjectiveRecord) -> Iterable[items.Goal]:
        for n, goal in enumerate(record.goals):
            path: Path = ("goals", n)
            yield items.Goal(
                origin=base.Origin(loaded, path),
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
        for loaded in self._by_folder("milestone").get(folder, []):
            year = self.years.get(loaded.path.rsplit("/", 1)[-1].removesuffix(".yml"))
            if year and isinstance(loaded.record, pillar_records.MilestoneRecord):
                found[year.id] = model.Milestone(
                    origin=base.Origin(loaded),
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
    ) -> Iterable[items.Action]:
        for n, action in enumerate(record.actions):
            path: Path = ("actions", n)
            yield items.Action(
                origin=base.Origin(loaded, path),
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
                every_school=action.schools == [EVERY],
                schools=tuple(action.schools) if action.schools != [EVERY] else (),
            )

    def _updates(
        self, loaded: Loaded, path: Path, records: list[report_records.UpdateRecord]
    ) -> tuple[items.Update, ...]:
        """Return the updates whose reporter is known; the gate has reported the others."""
        return tuple(
            items.Update(
                origin=base.Origin(loaded, (*path, "updates", n)),
                date=record.date,
                status=status_model(record.status),
                note=record.note,
                reporter=self.roles[record.reported_by],
                moved_to=record.moved_to,
                reason=record.reason,
                trustees_note=record.trustees_note,
                evidence=evidence_model(loaded, (*path, "updates", n), record.evidence),
                schools=school_reports(loaded, (*path, "updates", n), record.schools),
                correction=record.correction,
            )
            for n, record in enumerate(records)
            if record.reported_by in self.roles
        )

    def _growth(self) -> Iterator[Growth]:
        for loaded in self.by_kind.get("growth", []):
            if isinstance(loaded.record, growth_records.GrowthRecord):
                yield growth_model(loaded, loaded.record)

    def _schools(self) -> Iterable[School]:
        found = [
            school_model(loaded, loaded.record)
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


def _source(record: report_records.SourceRecord | None) -> items.Source | None:
    return items.Source(**dict(record)) if record else None
