"""The plan as pages and rules see it: frozen, linked and free of any clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from validate.academic import AcademicYear, Term
    from validate.problems import Place
    from validate.shape import Loaded
    from validate.status import EvidenceKind, Focus, Status
    from validate.yaml_tree import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a part of the model was read from, for pointing at it in a problem."""

    loaded: Loaded
    path: Path = ()

    def place(self, *steps: str | int) -> Place:
        """Return where this part, or a value inside it, stands in its file."""
        return self.loaded.place((*self.path, *steps))

    @property
    def file(self) -> str:
        """The file's path from the root."""
        return self.loaded.path


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Anything that was read from a file."""

    origin: Origin = field(repr=False, compare=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Role(Part):
    """Someone who may report: a role in the trust, or a source outside it."""

    id: str
    name: str
    about: str = ""
    outside: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence(Part):
    """One proof. `date` is a day, a month or a year as text."""

    title: str
    kind: EvidenceKind
    date: str | None
    url: str | None
    file: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Update(Part):
    """A dated report. `status` is None where it left the status as it was."""

    date: date
    status: Status | None
    note: str | None
    reporter: Role
    moved_to: str | None
    reason: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where the published plan says it."""

    pillar: str
    cell: str
    paragraph: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Item(Part):
    """What actions and goals share: a promise with a date and a log of updates."""

    id: str
    """The full name, such as 4.1/2022-23/one-or-two-join."""
    slug: str
    objective_id: str
    text: str
    due: date
    has_own_date: bool
    lead: Role | None
    source: Source | None
    updates: tuple[Update, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Action(Item):
    """One commitment inside a milestone."""

    year: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Goal(Item):
    """A statement an objective wants to be true by its date."""

    due_note: str | None


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
    story: str | None
    """Path of the narrative in Markdown, from the root."""

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
class Phase(Part):
    """A phase of growth. `schools_to` is None where it has no upper end."""

    id: str
    name: str
    schools_from: int
    schools_to: int | None
    as_published: str | None
    overlap_note: str | None

    def fits(self, schools: int) -> bool:
        """Tell whether the phase is meant for this number of schools."""
        return self.schools_from <= schools and (self.schools_to is None or schools <= self.schools_to)


@dataclass(frozen=True, kw_only=True, slots=True)
class PostSize(Part):
    """A post in one phase. `fte` is None where the plan gives no figure."""

    phase_id: str
    fte: Decimal | None
    as_published: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Post(Part):
    """A central post, or support from outside."""

    id: str
    name: str
    internal: bool
    sizes: tuple[PostSize, ...]

    def size(self, phase: Phase) -> PostSize | None:
        """Return the post's size in this phase, or nothing where the phase does not have it."""
        return next((size for size in self.sizes if size.phase_id == phase.id), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class GrowthRule(Part):
    """A limit on how many schools join in one academic year."""

    id: str
    rule: str
    schools_a_year: int
    if_sponsored: int | None
    needing_intensive_support: int | None
    source: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Growth(Part):
    """Phases, posts and limits."""

    source: str | None
    footnote: str | None
    phases: tuple[Phase, ...]
    posts: tuple[Post, ...]
    rules: tuple[GrowthRule, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Membership(Part):
    """A time in the trust."""

    joined: date
    left: date | None
    sponsored: bool | None
    note: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Predecessor(Part):
    """The school whose place an academy took."""

    urn: str
    closed: date | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pupils(Part):
    """A count of pupils."""

    count: int
    when: str | None
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection(Part):
    """One inspection. `grades` are area and grade."""

    date: str | None
    seen: str | None
    framework: str
    overall: str | None
    grades: tuple[tuple[str, str], ...]
    predecessor: bool
    note: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class School(Part):
    """A school that belongs, or belonged, to the trust."""

    id: str
    name: str
    urn: str | None
    phase: str | None
    kind: str | None
    type: str | None
    age_from: int | None
    age_to: int | None
    place: str | None
    opened: date | None
    membership: tuple[Membership, ...]
    predecessor: Predecessor | None
    pupils: tuple[Pupils, ...]
    inspections: tuple[Inspection, ...]
    evidence: tuple[Evidence, ...]

    def belongs_on(self, day: date) -> bool:
        """Tell whether the school is in the trust on this day."""
        return any(m.joined <= day and (m.left is None or day < m.left) for m in self.membership)


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
