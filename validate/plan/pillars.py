"""Pillars, objectives, milestones, actions and goals, with their reports: what each is beyond what its record says."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from validate.plan.entry import Entry
from validate.reading.stories import story_of
from validate.records.pillar import ActionRecord, GoalRecord, MilestoneRecord, ObjectiveRecord, PillarRecord
from validate.records.plan import PlanRecord, ReportingSourceRecord, RoleRecord
from validate.records.report import EvidenceRecord, SchoolStatusRecord, UpdateRecord
from validate.status import ReportedStatus, Status
from validate.values.every import EVERY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.academic import AcademicYear

Evidence: TypeAlias = Entry[EvidenceRecord]

Role: TypeAlias = Entry[RoleRecord] | Entry[ReportingSourceRecord]
"""Somebody who may report: a role in the trust, or a source outside it."""


def natural(code: str) -> tuple[tuple[int, str], ...]:
    """Return a sorting key that puts 1.9 before 1.10."""
    parts = code.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdecimal() else (10**9, part) for part in parts)


class Pillar(Entry[PillarRecord]):
    """A pillar with its objectives."""

    of = PillarRecord

    @cached_property
    def objectives(self) -> tuple[Objective, ...]:
        """The objectives in the order of their numbers."""
        return tuple(sorted(self.below(Objective), key=lambda objective: natural(objective.record.id)))


class Objective(Entry[ObjectiveRecord]):
    """An objective with its milestones and goals."""

    of = ObjectiveRecord

    @property
    def pillar(self) -> Pillar:
        """The pillar that it belongs to."""
        return self.within(Pillar)

    @property
    def lead(self) -> Role | None:
        """The role that answers for it."""
        return self.refers("lead")

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """What is to be true in the end, in the order of the file."""
        return self.below(Goal)

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """One for each year of the plan whose file could be used, in the order of the years."""
        found = {milestone.key: milestone for milestone in self.below(Milestone)}
        return tuple(found[year.id] for year in self.tree.years if year.id in found)

    @property
    def story(self) -> str:
        """The narrative in Markdown; empty where there is none."""
        return self.tree.stories.get(story_of(self.file_path), "")

    @property
    def actions(self) -> Iterator[Action]:
        """Every action of every year, in order."""
        return (action for milestone in self.milestones for action in milestone.actions)

    @property
    def items(self) -> Iterator[Item]:
        """Every action, then every goal."""
        yield from self.actions
        yield from self.goals

    def milestone(self, year: str) -> Milestone | None:
        """Return the milestone of this year, or nothing where its file could not be used."""
        return next((milestone for milestone in self.milestones if milestone.key == year), None)


class Milestone(Entry[MilestoneRecord]):
    """What one objective is to do in one academic year."""

    of = MilestoneRecord

    @property
    def objective(self) -> Objective:
        """The objective that it belongs to."""
        return self.within(Objective)

    @cached_property
    def year(self) -> AcademicYear:
        """Its academic year. Raises LookupError where the plan does not have it."""
        return self.tree.year(self.key)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What is to be done, in the order of the file."""
        return self.below(Action)


class Action(Entry[ActionRecord]):
    """One commitment inside a milestone."""

    of = ActionRecord

    @property
    def objective(self) -> Objective:
        """The objective that it belongs to."""
        return self.within(Objective)

    @property
    def text(self) -> str:
        """What is to be done."""
        return self.record.action

    @property
    def year(self) -> str:
        """The academic year in which it is to be done."""
        return self.within(Milestone).key

    @cached_property
    def due(self) -> date:
        """Its own date, or else the last day of its year."""
        return self.record.due or self.within(Milestone).year.ends

    @property
    def lead(self) -> Role | None:
        """The role that answers for it: its own, or else the objective's."""
        return self.refers("lead") if self.record.lead else self.objective.lead

    @cached_property
    def updates(self) -> tuple[Update, ...]:
        """Its log, oldest first."""
        return self.below(Update)

    @property
    def every_school(self) -> bool:
        """Whether it is tracked at every school of the trust."""
        return self.record.schools == [EVERY]

    @property
    def schools(self) -> list[str]:
        """The ids of the schools at which it is tracked, where the plan names them."""
        return [] if self.every_school else self.record.schools

    @property
    def is_by_school(self) -> bool:
        """Tell whether it is tracked school by school, and not for the trust as a whole."""
        return bool(self.record.schools)


class Goal(Entry[GoalRecord]):
    """A statement an objective wants to be true by its date."""

    of = GoalRecord

    @property
    def objective(self) -> Objective:
        """The objective that it belongs to."""
        return self.within(Objective)

    @property
    def text(self) -> str:
        """What is to be true."""
        return self.record.goal

    @property
    def due(self) -> date:
        """Its own date, or else the plan's. Raises LookupError where plan.yml is not sound."""
        plan = self.tree.only(PlanRecord)
        if plan is None:
            raise LookupError("without plan.yml there is no goal date")
        return self.record.due or plan.record.goal_date

    @property
    def lead(self) -> Role | None:
        """The role that answers for it, which is the objective's."""
        return self.objective.lead

    @property
    def is_by_school(self) -> bool:
        """Tell that it is the trust's as a whole; only an action may be tracked school by school."""
        return False

    @cached_property
    def updates(self) -> tuple[Update, ...]:
        """Its log, oldest first."""
        return self.below(Update)


Item: TypeAlias = Action | Goal
"""What has a date and a log of updates."""


class SchoolReport(Entry[SchoolStatusRecord]):
    """What an update says of one school."""

    of = SchoolStatusRecord

    @property
    def status(self) -> Status | None:
        """Where it stands there; nothing where the status is left as it was."""
        return reported(self.record.status)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its proofs."""
        return self.below(EvidenceRecord)


class Update(Entry[UpdateRecord]):
    """A dated report."""

    of = UpdateRecord

    @property
    def status(self) -> Status | None:
        """Where it stands; nothing where the status is left as it was, or is said school by school."""
        return reported(self.record.status)

    @property
    def reporter(self) -> Role:
        """Who says so. Raises LookupError where the plan defines no such role or source."""
        found = self.refers("reported_by")
        if found is None:
            raise LookupError(self.record.reported_by)
        return found

    @property
    def schools(self) -> tuple[SchoolReport, ...]:
        """What it says of single schools, in the order of the file."""
        return self.below(SchoolReport)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its proofs."""
        return self.below(EvidenceRecord)

    @property
    def proofs(self) -> tuple[Evidence, ...]:
        """Every proof, for the whole and for single schools."""
        return (*self.evidence, *(proof for school in self.schools for proof in school.evidence))

    @property
    def gives_status(self) -> bool:
        """Tell whether it names a status, if only for one school."""
        return self.status is not None or any(school.status for school in self.schools)


def reported(status: ReportedStatus | None) -> Status | None:
    """Return the status that a report gives, if it gives one."""
    return None if status in (None, ReportedStatus.NO_CHANGE) else Status(status)
