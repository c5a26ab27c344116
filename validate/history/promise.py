"""What a plan promises: wording, dates, years, schools and targets, apart from everything said about keeping them.

The records note which of their values are promised. Each promise has an id: an action `4.1/2022-23/one-or-two-join`, a
goal `4.1/goal/three-schools-joined`, an objective `4.1`, a pillar `pillars/4`, a measure `measures/attendance`, its
target for a year `measures/attendance/2022-23`, and the plan itself `plan`. Reports, evidence, notes, leads, sources
and the layout of files are no part of a promise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from validate.plan.gathered import is_promise
from validate.plan.pillars import Action, Goal, natural
from validate.records.measures import BaselineRecord
from validate.records.notes import YEAR
from validate.records.promises import What
from validate.values.text import CODE
from validate.words import day as in_words
from validate.words import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from validate.plan.entry import Branch, Entry
    from validate.plan.plan import Plan

DIRECTIONS = {
    "higher": "higher is better",
    "lower": "lower is better",
    "near-target": "near the target is better",
}

EVERYWHERE = {"all": "every school", "trust": "the trust as a whole"}
"""How it is said where an action is to be done, if not by naming schools."""

ABSENT = {What.TOLERANCE: "0", What.TARGET: "not given"}
"""What holds where a promise says nothing of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a promise says: in the plain form that is compared, and in words for readers."""

    plain: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """One promise, with everything it says."""

    id: str
    kind: str
    """What one of its kind is called, such as action."""
    name: str
    """What to call it: its title or wording."""
    says: Mapping[What, Said]
    part: Entry[Any] = field(repr=False, compare=False)
    """Where it was read."""
    parent: str = ""
    """The id of the promise that it belongs to and is removed with."""
    inherited: frozenset[What] = frozenset()
    """What it does not say itself and takes from the plan, whose own promise tells of a change."""

    @property
    def text(self) -> Said:
        """The heart of what it says: a target, a wording or, where there is neither, a title."""
        return next(self.says[what] for what in (What.TARGET, What.WORDING, What.TITLE) if what in self.says)

    @property
    def can_say(self) -> tuple[What, ...]:
        """What promises of its kind may say."""
        noted = {about.promised for about in self.part.fields.values()}
        return tuple(what for what in What if what in noted or (what is What.YEAR and _is_for_a_year(self.part)))

    def field_of(self, what: What) -> str:
        """Return the field that says it; the id where that is said by the file in which it stands."""
        return next((name for name, about in self.part.fields.items() if about.promised is what), "id")


def promises_of(plan: Plan) -> dict[str, Promise]:
    """Return every promise of a plan by its id, in the order of the plan."""
    return {entry.full_name: promise(entry) for entry in _in_order(plan.tree) if is_promise(type(entry.record))}


def promise(entry: Entry[Any]) -> Promise:
    """Return what an entry promises."""
    above = next((found for found in list(entry.lineage)[1:] if is_promise(type(found.record))), None)
    says = {what: said for what in What if (said := _said(entry, what))}
    return Promise(
        id=entry.full_name,
        kind=entry.record.table.one,
        name=_name(entry, says, above),
        says=says,
        part=entry,
        parent=above.full_name if above else "",
        inherited=frozenset({What.DUE}) if isinstance(entry, Action | Goal) and not entry.record.due else frozenset(),
    )


def _in_order(branch: Branch) -> Iterator[Entry[Any]]:
    """Yield the entries of a plan with those of one kind in the order of their numbers, whatever their files' names."""
    kinds = list(dict.fromkeys(type(child.record) for child in branch.children))
    files = sorted(branch.children, key=lambda child: (kinds.index(type(child.record)), *_number(child)))
    for entry in files:
        yield entry
        yield from _in_order(entry)


def _number(entry: Entry[Any]) -> tuple[tuple[int, str], ...]:
    return () if entry.path else natural(entry.key)


def _name(entry: Entry[Any], says: Mapping[What, Said], above: Entry[Any] | None) -> str:
    """Return what to call a promise: its title, with its number if it has one, or its wording."""
    found = says.get(What.TITLE) or says.get(What.WORDING)
    if found is None:
        of = promise(above).name if above else ""
        return f"{of}, {entry.record.table.one} for {entry.key}"
    numbered = "id" in entry.fields and entry.fields["id"].pattern == CODE
    return f"{entry.key} {found.words}" if numbered else found.words


def _said(entry: Entry[Any], what: What) -> Said | None:
    """Return what an entry promises of one thing; nothing where it says nothing of it."""
    if what is What.YEAR and _is_for_a_year(entry) and entry.parent:
        return _text(entry.parent.key)
    noted = [getattr(entry.record, name) for name, about in entry.fields.items() if about.promised is what]
    values = [value for value in noted if value is not None]
    if not noted:
        return None
    if what is What.DUE and isinstance(entry, Action | Goal):
        return _day(entry.due)
    if not values:
        return _text(ABSENT[what]) if what in ABSENT else None
    return _in_words(entry, what, values)


def _in_words(entry: Entry[Any], what: What, values: list[Any]) -> Said:
    first, *more = values
    match what:
        case What.SCHOOLS:
            return _schools(entry, first)
        case What.YEAR:
            return _text(f"{', '.join(first)}, each from {day_and_month(entry.tree.years[0].starts)}")
        case What.DIRECTION:
            return Said(first, DIRECTIONS[first])
    return _text(f"{_value(first).plain} ({more[0]})") if more else _value(first)


def _value(value: Any) -> Said:
    if isinstance(value, BaselineRecord):
        return _text(_baseline(value))
    if isinstance(value, date):
        return _day(value)
    return _text(_number_text(value) if isinstance(value, Decimal) else str(value))


def _is_for_a_year(entry: Entry[Any]) -> bool:
    """Tell whether the file that an entry stands in is called by the year for which it is promised."""
    above = entry.parent.record.table if entry.parent else None
    return bool(above and above.named is YEAR)


def _schools(entry: Entry[Any], schools: list[str]) -> Said:
    plain = ", ".join(sorted(schools)) or "trust"
    names = (entry.tree.table("schools").get(school) for school in sorted(schools))
    words = (found.record.name if found else school for school, found in zip(sorted(schools), names, strict=True))
    return Said(plain, EVERYWHERE.get(plain) or ", ".join(words))


def _baseline(baseline: BaselineRecord) -> str:
    value = _number_text(baseline.value) if baseline.value is not None else baseline.note or "not given"
    return f"{value} in {baseline.year}" if baseline.year else value


def _number_text(value: Decimal) -> str:
    return f"{(value + 0).normalize():f}"


def _text(text: str) -> Said:
    return Said(text, text)


def _day(day: date) -> Said:
    return Said(day.isoformat(), in_words(day))
