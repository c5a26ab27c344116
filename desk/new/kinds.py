"""The kinds of thing that can be begun with `trustplan new`.

What a kind consists of and what each of its fields means come from its record class, and where it stands from the
layout of files. Only what is special to a kind is said here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from inspect import getdoc
from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.layout import KINDS as FILES
from validate.plan.nesting import holders, homes, list_in
from validate.records.measures import MeasureRecord, ObservationRecord
from validate.records.pillar import ActionRecord, GoalRecord, MilestoneRecord, ObjectiveRecord, PillarRecord
from validate.records.school import SchoolRecord
from validate.words import listed, lower_first, singular

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from validate.layout import FileKind
    from validate.records.base import Record
    from validate.records.notes import Table


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
    held_by: str = ""
    """What that is called when it is asked for; nothing for the plan's own word for a pillar."""
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
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name.replace('-', ' ')}"

    @property
    def is_of_year(self) -> bool:
        """Tell whether it belongs to one year of an objective."""
        return self.name in ("action", "milestone")

    @property
    def table(self) -> Table:
        """The table of which it becomes a row. Raises LookupError where its record has none."""
        if self.record.table is None:
            raise LookupError(f"{self.name} is a row of no table")
        return self.record.table

    @property
    def file(self) -> FileKind:
        """The kind of file that holds it, alone or in a list."""
        return homes()[self.table.name].file

    @property
    def list_name(self) -> str:
        """The list in which it stands; empty where it is the whole file."""
        return homes()[self.table.name].field


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
            held_by="objective",
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
"""What is begun most often, by name."""

NOT_ASKED = frozenset({"updates", "actions", "approvals"})
"""Fields that other commands fill in."""


def every_kind() -> dict[str, Kind]:
    """Return every kind by its name: what is begun most often, then whatever else a plan has many of."""
    known = {kind.record for kind in KINDS.values()}
    records = [record for record in _of_which_there_are_many() if record not in known and record.table]
    ones = Counter(record.table.one for record in records if record.table)
    others = (_kind(record, record.table, is_shared=ones[record.table.one] > 1) for record in records if record.table)
    return KINDS | {kind.name: kind for kind in others if kind.name not in KINDS}


def _of_which_there_are_many() -> dict[type[Record], None]:
    """Return the classes of records that stand in lists, or each in a file of its own, and that no command writes."""
    found: dict[type[Record], None] = {}

    def walk(record: type[Record], *, is_many: bool) -> None:
        if is_many:
            found[record] = None
        for about in fields_of(record).values():
            if about.record and about.name not in NOT_ASKED:
                walk(about.record, is_many=about.many)

    for file in FILES:
        walk(file.record, is_many=not file.is_single)
    return found


def _kind(record: type[Record], table: Table, *, is_shared: bool) -> Kind:
    """Return a kind of which nothing is said here; it has the name of its table where others are called the same."""
    is_plain = re.fullmatch("[a-z ]+", table.one) and not is_shared
    name = (table.one if is_plain else singular(table.name)).replace(" ", "-").replace("_", "-")
    above = [holder for holder in holders() if list_in(holder, record)]
    whole_files = {file.record for file in FILES if file.is_single}
    held_by = "" if whole_files.issuperset(above) else listed(_ones(record), "or")
    own = f"{{{table.key}}}" if table.key in fields_of(record) else ""
    return Kind(
        name=name,
        about=lower_first((getdoc(record) or "").split(". ")[0].replace("\n", " ").removesuffix(".")),
        called=_called(table, own, held_by),
        record=record,
        place=f"the {held_by} that it belongs to{_example(record)}" if held_by else "",
        held_by=held_by,
    )


def _called(table: Table, own: str, held_by: str) -> str:
    if own and (table.alone or not held_by):
        return f"{table.name}/{own}"
    if own:
        return f"{{place}}{table.mark}{own}"
    return f"{table.one} of {{place}}" if held_by else table.one


def _ones(record: type[Record]) -> list[str]:
    return [holder.table.one for holder in holders()[record] if holder.table and not holder.table.single]


def _example(record: type[Record]) -> str:
    (first, *_) = (holder.table for holder in holders()[record] if holder.table and not holder.table.single)
    return f", such as {first.name}/ID" if first.alone and not first.bare else ""
