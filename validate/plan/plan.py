"""The plan as a whole: its years, and the ways from it to everything else."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from validate.plan.entry import Entry
from validate.plan.growth import Growth
from validate.plan.pillars import Pillar, natural
from validate.plan.schools import School
from validate.records.plan import PlanRecord, ReportingSourceRecord, RoleRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.academic import AcademicYear, Term
    from validate.plan.entry import OtherRecord
    from validate.plan.pillars import Action, Goal, Item, Objective, Role


class Plan(Entry[PlanRecord]):
    """The whole plan."""

    of = PlanRecord

    @property
    def years(self) -> tuple[AcademicYear, ...]:
        """The academic years, in the order of the file."""
        return self.tree.years

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term of every year, in order."""
        return tuple(term for year in self.years for term in year.terms)

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Roles and outside sources by id."""
        found: list[Role] = [*self.below(RoleRecord), *self.below(ReportingSourceRecord)]
        return {role.record.id: role for role in found}

    @cached_property
    def pillars(self) -> tuple[Pillar, ...]:
        """The pillars in the order of their numbers."""
        return tuple(sorted(self.tree.below(Pillar), key=lambda pillar: natural(pillar.record.id)))

    @cached_property
    def schools(self) -> tuple[School, ...]:
        """The schools in the order of their names."""
        return tuple(sorted(self.tree.below(School), key=lambda school: school.record.name))

    @property
    def growth(self) -> Growth | None:
        """Phases, posts and limits on joining, where a file tells of them."""
        return next(iter(self.tree.below(Growth)), None)

    def part(self, kind: type[OtherRecord]) -> Entry[OtherRecord] | None:
        """Return the entry of a file of which there is one at most, such as services.yml."""
        return self.tree.only(kind)

    def entries(self, kind: type[OtherRecord]) -> tuple[Entry[OtherRecord], ...]:
        """Return every entry of a kind, wherever it stands, in the order of the files."""
        return self.tree.all_of(kind)

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

    def schools_on(self, day: date) -> tuple[School, ...]:
        """Return the schools in the trust on this day."""
        return tuple(school for school in self.schools if school.belongs_on(day))
