"""The kinds of thing that can be begun: which record each is, what it belongs to, and what is worth asking."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from validate.records.measures import MeasureRecord, ObservationRecord
from validate.records.pillar import ActionRecord, GoalRecord, MilestoneRecord, ObjectiveRecord, PillarRecord
from validate.records.school import SchoolRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from validate.records.base import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of thing that can be begun."""

    name: str
    about: str
    """What it is, in a few words."""
    record: type[Record]
    place: str = ""
    """What it belongs to, in words with an example; empty where it belongs to the plan as a whole."""
    first: tuple[str, ...] = ()
    """The fields that are asked for first, in this order: its words, then an id made from them."""
    asked: tuple[str, ...] = ()
    """The fields that need not be there and are worth asking for."""
    needed_if: Mapping[str, Callable[[Mapping[str, object]], bool]] = field(default_factory=dict)
    """Those of them that must be there after all where an entry is such, as the check wants it."""
    closed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Words that a field may hold, but not from the start, each with the reason."""

    @property
    def a_new_one(self) -> str:
        """It, with its article."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"

    @property
    def is_of_year(self) -> bool:
        """Tell whether it belongs to one year of an objective."""
        return self.name in ("action", "milestone")

    def asked_in(self, group: str) -> tuple[str, ...]:
        """Return what is asked of a group, in order."""
        return tuple(name for name in self.asked if name.startswith(f"{group}."))


NOT_PLANNED_YET = (
    "A planned year needs an action: write it as nothing-published, and add the action after. It becomes planned then."
)

KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            name="action",
            about="one commitment in a year of an objective",
            record=ActionRecord,
            place="the objective and year that it belongs to, such as 4.1/2022-23",
            first=("action", "id"),
            asked=("due", "schools"),
        ),
        Kind(
            name="goal",
            about="what an objective wants to be true in the end",
            record=GoalRecord,
            place="the objective that it belongs to, such as 4.1",
            first=("goal", "id"),
            asked=("due",),
        ),
        Kind(
            name="objective",
            about="an objective, with an empty file for each year",
            record=ObjectiveRecord,
            place="the pillar that it belongs to, such as 4",
            first=("title", "id"),
            asked=("lead",),
        ),
        Kind(name="pillar", about="a pillar of the plan", record=PillarRecord, first=("title", "id")),
        Kind(
            name="milestone",
            about="a year's file that an objective lacks",
            record=MilestoneRecord,
            place="the objective and year that it is, such as 4.1/2022-23",
            closed={"focus": {"planned": NOT_PLANNED_YET}},
        ),
        Kind(
            name="school",
            about="a school in the trust or on its way",
            record=SchoolRecord,
            first=("name", "id"),
            asked=("urn", "phase", "place", "opened", "membership.joined", "joining.route"),
            needed_if={"joining.route": lambda entry: "membership" not in entry},
        ),
        Kind(
            name="measure",
            about="something that is counted, with its targets",
            record=MeasureRecord,
            first=("title", "id"),
            asked=(
                "about",
                "decimals",
                "tolerance",
                "owner",
                "objectives",
                "targets.year",
                "targets.value",
                "targets.words",
            ),
            needed_if={"tolerance": lambda entry: entry.get("better") == "near-target"},
        ),
        Kind(
            name="observation",
            about="a figure of a measure",
            record=ObservationRecord,
            first=("measure",),
            asked=("school", "term", "group_size"),
        ),
    )
}
"""Every kind by its name."""

NOT_ASKED = frozenset({"updates", "actions"})
"""Fields that other commands fill in."""
