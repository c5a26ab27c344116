"""What a record class may note of itself and its fields beside their types, for everything that works with records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from validate.records.promises import What


@dataclass(frozen=True, slots=True)
class Reference:
    """Says that a value is the id of a row of another table, and how that is spoken of."""

    table: str
    code: str = ""
    """The problem that a value which names nothing is; none where the value is not written by a person."""
    thing: str = ""
    """What a value must be, as in: "hed" is not a role that the plan defines."""
    add: str = ""
    """What to do where it is right and the other is missing."""
    among: tuple[str, ...] = ()
    """The tables from which its own table gathers names, where it is no table of entries itself."""

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables of entries that a value may name."""
        return self.among or (self.table,)


@dataclass(frozen=True, slots=True)
class Table:
    """Says that entries of this kind are rows of a table, and how one of them is named.

    An entry's own name is its key, or its number in its list, or the name of its file. Its id is that of the row it
    stands in and its own name, with a mark between.
    """

    name: str
    about: str
    """What the table holds."""
    one: str = ""
    """What one entry is called in a sentence; the column that leads to it from the rows inside it is named so too."""
    key: str = "id"
    """The field that tells entries of one list apart; where a record has none of that name, entries are numbered."""
    alone: bool = False
    """Whether its own name is its id, unique in the whole plan."""
    bare: bool = False
    """Whether that id says enough by itself, as 4.1 does; else it is spoken of with its table, as in schools/elm."""
    mark: str = "/"
    named: Reference | None = None
    """What the name of its file must be the id of, where that is its key."""
    single: bool = False
    """Whether a plan has one such entry at most."""
    anywhere: bool = False
    """Whether such entries stand in many kinds of others: each row then names the table and row that it belongs to."""


@dataclass(frozen=True, slots=True)
class Values:
    """Says that a list of single values is a table: one row for each value."""

    name: str
    about: str
    one: str
    """The column that holds the value."""
    alone: bool = False
    """Whether the values are ids themselves, unique in the whole plan."""


@dataclass(frozen=True, slots=True)
class Promised:
    """Says that a value is a part of what the plan promises, which changes only by a decision on record."""

    what: What


class Seen(Enum):
    """Says that a field decides what is seen of a record on a day, or by whom."""

    ENTRY_FROM = "the whole entry is known from this day"
    VALUE_FROM = "the value is known from this day"
    PUBLIC_ENTRY_FROM = "the public sees the entry from this day, and never without one"
    TRUSTEES_VALUE = "only trustees see the value"


ROLE = Reference("roles", "unknown-role", "a role that the plan defines", 'add it to "roles" in plan/plan.yml')
REPORTER = Reference(
    "reporters",
    "unknown-role",
    "a role or source that the plan defines",
    'add it to "roles" or "sources" in plan/plan.yml',
    among=("roles", "reporting_sources"),
)
YEAR = Reference("years", "unknown-year", "a year of the plan", 'add it to "years" in plan/plan.yml')
TERM = Reference("terms", "unknown-term", "a term that the plan defines", 'add it to "terms" in plan/plan.yml')
PHASE = Reference("phases", "unknown-phase", "a phase that the plan defines", 'add it to "phases" in plan/growth.yml')
POST = Reference("posts", "unknown-post", "a post that the plan defines", 'add it to "posts" in plan/growth.yml')
OBJECTIVE = Reference(
    "objectives", "unknown-objective", "an objective of the plan", "give it a folder of its own in plan/pillars/"
)
GOAL = Reference("goals", "unknown-objective", "a goal of the plan", 'add it to "goals" in its objective.yml')
SCHOOL = Reference("schools", "unknown-school", "a school with a file in schools/", "give it a file of its own there")
LEVEL = Reference(
    "support_levels",
    "unknown-level",
    "a level of support that the plan defines",
    'add it to "levels" in plan/support.yml',
)
TRIGGER = Reference(
    "support_triggers", "unknown-level", "a trigger that the plan defines", 'add it to "triggers" in plan/support.yml'
)
STAGE = Reference(
    "joining_stages", "unknown-stage", "a stage that the plan defines", 'add it to "stages" in plan/joining.yml'
)
TASK = Reference(
    "joining_tasks", "unknown-stage", "a task that the plan defines", 'add it to "tasks" in plan/joining.yml'
)
AREA = Reference(
    "joining_areas", "unknown-stage", "an area that the plan defines", 'add it to "areas" in plan/joining.yml'
)
CHARGE = Reference(
    "charges", "unknown-charge", "a charge that the plan defines", 'add it to "charges" in plan/services.yml'
)
BODY = Reference(
    "governance_bodies", "unknown-body", "a body that the plan defines", 'add it to "bodies" in plan/governance.yml'
)
POWER = Reference(
    "governance_powers", "unknown-body", "a part that the plan defines", 'add it to "powers" in plan/governance.yml'
)
MEASURE = Reference(
    "measures", "unknown-measure", "a measure with a file in plan/measures/", "give it a file of its own there"
)
PROMISE = Reference(
    "promises",
    "amendment-unknown",
    "a promise of the plan",
    'say that it was removed, in an entry with "what: removed"',
)
DECIDER = Reference(
    "deciders",
    "unknown-body",
    "a body or a role that the plan defines",
    'add it to "bodies" in plan/governance.yml or to "roles" in plan/plan.yml',
    among=("roles", "governance_bodies"),
)
