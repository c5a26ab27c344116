"""The plan as pages and rules see it: frozen, linked and free of any clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.model.base import Part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.academic import AcademicYear, Term
    from validate.model.growth import Growth
    from validate.model.items import Action, Goal, Item, Role, Source
    from validate.model.parts import Parts
    from validate.model.schools import School
    from validate.status import Focus


@dataclass(frozen=True, kw_only=True, slots=True)
class Milestone(Part):
    """What one objective is to do in one academic year."""

    id: str
    """For example 4.1/2022-23."""
    objective_id: str
    year: AcademicYear
    focus: Focus
    actions: tuple[Action, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Objective(Part):
    """An objective with its milestones in order of years."""

    id: str
    pillar_id: str
    title: str
    text: str
    lead: Role | None
    source: Source | None
    goals: tuple[Goal, ...]
    milestones: tuple[Milestone, ...]
    story: str
    """The narrative in Markdown; empty where there is none."""

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
        return next((m for m in self.milestones if m.year.id == year), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pillar(Part):
    """A pillar with its objectives."""

    id: str
    title: str
    aim: str
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Trust:
    """The trust whose plan this is."""

    name: str
    opened: date
    place: str | None
    company_number: str | None
    group_reference: str | None
    website: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """The trust's own words."""

    pillar: str
    pillars: str
    goal: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Reporting:
    """How reports are counted."""

    as_at: date | None
    stale_after_days: int
    nothing_found: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan(Part):
    """The whole plan."""

    title: str
    trust: Trust
    published_title: str | None
    published_url: str | None
    notice: str | None
    years: tuple[AcademicYear, ...]
    goal_date: date
    roles: dict[str, Role]
    """Roles and outside sources by id."""
    wording: Wording
    reporting: Reporting
    pillars: tuple[Pillar, ...]
    growth: Growth | None
    schools: tuple[School, ...]
    parts: Parts

    @property
    def objectives(self) -> Iterator[Objective]:
        """Every objective, in order of pillars."""
        return (objective for pillar in self.pillars for objective in pillar.objectives)

    @property
    def actions(self) -> Iterator[Action]:
        """Every action."""
        return (action for objective in self.objectives for action in objective.actions)

    @property
    def goals(self) -> Iterator[Goal]:
        """Every goal."""
        return (goal for objective in self.objectives for goal in objective.goals)

    @property
    def items(self) -> Iterator[Item]:
        """Every action and goal, objective by objective."""
        return (item for objective in self.objectives for item in objective.items)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term of every year, in order."""
        return tuple(term for year in self.years for term in year.terms)

    def schools_on(self, day: date) -> tuple[School, ...]:
        """Return the schools in the trust on this day."""
        return tuple(school for school in self.schools if school.belongs_on(day))
