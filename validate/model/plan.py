"""The plan as pages and rules see it: frozen, linked and free of any clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from validate.records.base import Record, Shareable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.academic import AcademicYear, Term
    from validate.model.growth import Growth
    from validate.model.parts import Parts
    from validate.model.schools import School
    from validate.problems import Place
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path
    from validate.records.report import CorrectionRecord
    from validate.status import EvidenceKind, Focus, Status

AnyRecord = TypeVar("AnyRecord", bound=Record)
OtherRecord = TypeVar("OtherRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a part of the model was read from, for pointing at it in a problem."""

    loaded: Loaded
    path: Path = ()

    def place(self, *steps: str | int) -> Place:
        """Return where this part, or a value inside it, stands in its file."""
        return self.loaded.place((*self.path, *steps))

    def at(self, *steps: str | int) -> Origin:
        """Return the origin of something inside this part."""
        return Origin(self.loaded, (*self.path, *steps))

    @property
    def file(self) -> str:
        """The file's path from the root."""
        return self.loaded.path

    @property
    def records(self) -> Iterator[Record]:
        """The records that this part stands in, from the file's own down to its own."""
        found: Any = self.loaded.record
        for step in (None, *self.path):
            if step is not None:
                found = found[step] if isinstance(step, int) else getattr(found, step)
            if isinstance(found, Record):
                yield found


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Anything that was read from a file."""

    origin: Origin = field(repr=False, compare=False)

    @property
    def for_trustees(self) -> bool:
        """Tell whether the public does not see it, for its own sake or that of something it stands in."""
        return any(record.for_trustees for record in self.origin.records)

    @property
    def publish_after(self) -> date | None:
        """Return the day up to which the public does not see it, if there is one."""
        days = (record.publish_after for record in self.origin.records if isinstance(record, Shareable))
        return max((day for day in days if day), default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry(Part, Generic[AnyRecord]):
    """A record as it stands in its file, for parts that need no links of their own."""

    record: AnyRecord

    def inside(self, name: str, records: Iterable[OtherRecord]) -> tuple[Entry[OtherRecord], ...]:
        """Return the entries of one of its lists."""
        return entries(self.origin, name, records)


def entries(origin: Origin, name: str, records: Iterable[AnyRecord]) -> tuple[Entry[AnyRecord], ...]:
    """Return these records as entries of the list of that name; a point in it leads into a group."""
    steps = name.split(".")
    return tuple(Entry(origin=origin.at(*steps, n), record=record) for n, record in enumerate(records))


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
class SchoolReport(Part):
    """What an update says of one school. `status` is None where it left the status there as it was."""

    school: str
    """The school's id."""
    status: Status | None
    note: str | None
    moved_to: str | None
    reason: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Update(Part):
    """A dated report. `status` is None where it left the status as it was, or says it school by school."""

    date: date
    status: Status | None
    note: str | None
    reporter: Role
    moved_to: str | None
    reason: str | None
    trustees_note: str | None
    evidence: tuple[Evidence, ...]
    schools: tuple[SchoolReport, ...] = ()
    """What it says of single schools, in the order of the file."""
    correction: CorrectionRecord | None = None
    """When and why it was written otherwise after it had been published."""


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
    every_school: bool = False
    """Whether it is tracked at every school of the trust."""
    schools: tuple[str, ...] = ()
    """The ids of the schools at which it is tracked, where the plan names them."""

    @property
    def is_by_school(self) -> bool:
        """Tell whether it is tracked school by school, and not for the trust as a whole."""
        return self.every_school or bool(self.schools)


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
