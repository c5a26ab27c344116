"""The kinds of thing that can be begun with `trustplan new`.

What a kind consists of and what each of its fields means come from its record class, and where it stands from the
layout of files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.layout import KINDS as FILES
from validate.records.measures import MeasureRecord, ObservationRecord
from validate.records.pillar import ActionRecord, GoalRecord, MilestoneRecord, ObjectiveRecord, PillarRecord
from validate.records.school import SchoolRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from validate.layout import FileKind
    from validate.records.base import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of thing that can be begun."""

    name: str
    about: str
    """What it is, in a few words."""
    called: str
    """What it is called in the message of the commit; may speak of its `{place}` and of its fields."""
    record: type[Record]
    place: str = ""
    """What it belongs to, in words with an example; empty where it belongs to the plan as a whole."""
    seldom: tuple[str, ...] = ()
    """The fields that are asked for only by name; a star stands for what a group can do without."""
    needed_if: Mapping[str, Callable[[Mapping[str, object]], bool]] = field(default_factory=dict)
    """Fields that must be there after all where an entry is such, as the check wants it."""
    closed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Words that a field may hold, but not from the start, each with the reason."""
    next_step: str = ""
    """What is worth doing after it is written; may speak of its `{name}`, its `{id}` and the `{first_year}`."""

    @property
    def a_new_one(self) -> str:
        """It, with its article."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"

    @property
    def is_of_year(self) -> bool:
        """Tell whether it belongs to one year of an objective."""
        return self.name in ("action", "milestone")

    @property
    def file(self) -> FileKind:
        """The kind of file that holds it, alone or in a list."""
        return self._home[0]

    @property
    def list_name(self) -> str:
        """The list of the file in which it stands; empty where it is the whole file."""
        return self._home[1]

    @property
    def _home(self) -> tuple[FileKind, str]:
        return next(
            (file, name)
            for file in FILES
            for name, record in [("", file.record), *((n, about.record) for n, about in fields_of(file.record).items())]
            if record is self.record
        )


NOT_PLANNED_YET = (
    "A planned year needs an action: write it as nothing-published, and add the action after. It becomes planned then."
)
REPORT = "When there is news of it: trustplan report {name}"

KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            name="action",
            about="one commitment in a year of an objective",
            called="{place}/{id}",
            record=ActionRecord,
            place="the objective and year that it belongs to, such as 4.1/2022-23",
            seldom=("lead", "due_note", "source"),
            next_step=REPORT,
        ),
        Kind(
            name="goal",
            about="what an objective wants to be true in the end",
            called="{place}/goal/{id}",
            record=GoalRecord,
            place="the objective that it belongs to, such as 4.1",
            seldom=("due_note", "source"),
            next_step=REPORT,
        ),
        Kind(
            name="objective",
            about="an objective, with an empty file for each year",
            called="objective {id}",
            record=ObjectiveRecord,
            place="the pillar that it belongs to, such as 4",
            seldom=("source", "goals"),
            next_step="Its years say that nothing is published. "
            "To plan one: trustplan new action --in {id}/{first_year}",
        ),
        Kind(
            name="pillar",
            about="a pillar of the plan",
            called="pillar {id}",
            record=PillarRecord,
            next_step="It has no objectives yet. To add one: trustplan new objective --in {id}",
        ),
        Kind(
            name="milestone",
            about="a year's file that an objective lacks",
            called="{place}",
            record=MilestoneRecord,
            place="the objective and year that it is, such as 4.1/2022-23",
            closed={"focus": {"planned": NOT_PLANNED_YET}},
        ),
        Kind(
            name="school",
            about="a school in the trust or on its way",
            called="schools/{id}",
            record=SchoolRecord,
            seldom=(
                *("kind", "type", "age_from", "age_to", "predecessor", "pupils", "inspections", "support_levels"),
                *("evidence", "membership.*", "joining.*"),
            ),
            needed_if={"joining.route": lambda entry: "membership" not in entry},
        ),
        Kind(
            name="measure",
            about="something that is counted, with its targets",
            called="measures/{id}",
            record=MeasureRecord,
            seldom=("counts_people", "sensitive", "baseline", "comparator", "source", "goals"),
            needed_if={"tolerance": lambda entry: entry.get("better") == "near-target"},
            next_step="It has no figures yet. To add one: trustplan new observation --set measure={id}",
        ),
        Kind(
            name="observation",
            about="a figure of a measure",
            called="a figure of {measure}",
            record=ObservationRecord,
            seldom=("url",),
        ),
    )
}
"""Every kind by its name."""

NOT_ASKED = frozenset({"updates", "actions"})
"""Fields that other commands fill in."""
