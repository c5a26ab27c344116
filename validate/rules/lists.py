"""What holds of every list that its records say it of: logs stand in order of time, and nothing stands in them twice.

A new kind of log needs a note on its record class and nothing here, unless messages are to speak of it in other words.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from validate.fields import fields_of
from validate.layout import record_classes
from validate.problems import Problem
from validate.records.notes import Seen
from validate.rules.rule import Rule
from validate.rules.support import level_term
from validate.rules.updates import update_outside_plan
from validate.values.dates import earliest, latest
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.plan.entry import Entry
    from validate.problems import Place
    from validate.records.base import Record
    from validate.records.notes import Log, Once
    from validate.rules.scene import Scene

SLIPS = (update_outside_plan, level_term)
"""Rules by which a day is wrong in itself, so that nothing else is made of it."""


class Words(NamedTuple):
    """What is said of an entry, and its cure."""

    found: str
    cure: str


IN_ORDER = Words(
    "this {name} of {day} stands below one of {before}",
    "Put the oldest first and the newest last, or correct the date.",
)
IN_ORDER_OF = {
    "update-order": Words(IN_ORDER.found, "Put the oldest update first and the newest last, or correct the date."),
    "level-order": Words(
        "this level, reviewed on {day}, stands below one of {before}",
        "Put the oldest level first and the newest last, or correct the date.",
    ),
    "opening-order": Words(
        "this opening date was set on {day}, and stands below one set on {before}",
        "Put the oldest first and the newest last, or correct the day on which it was set.",
    ),
}

AS_AT = "If the day of the check is wrong, correct as_at in plan/plan.yml."
HAPPENED = f"report it when it has happened. {AS_AT}"
"""What to do with an entry of a day that has not come, besides correcting its date."""
HAPPENED_OF = {
    "review-in-future": f"add it when it has taken place. {AS_AT}",
    "decision-in-future": f"add it when it has been decided. {AS_AT}",
    "case-in-future": "write it down when it has happened.",
}

TWICE = Words('"{value}" stands here twice; it first stands on line {line}', "Remove one of the two.")
TWICE_OF = {
    "delegation-twice": Words(
        '"{value}" has the power "{other.power}" in this decision already',
        "Keep the one that goes further, and say the rest in its note.",
    ),
    "level-repeated": Words(
        "line {line} gives a level for the same term, reviewed on the same day, {value}",
        "Remove one of the two. If the level was changed within the term, give the later one the day on which it was "
        "changed.",
    ),
    "observation-repeated": Words(
        "line {line} gives a figure for the same measure, time and school, published on the same day",
        "Remove one of the two. Only a provisional figure may be followed by another, published on a later day.",
    ),
}


def _logs(kinds: Iterable[type[Record]]) -> dict[type[Record], Log]:
    """Return those of these kinds that stand in logs."""
    return {kind: kind.log for kind in kinds if kind.log}


def _only_once(kinds: Iterable[type[Record]]) -> dict[type[Record], Once]:
    """Return those of which a list holds one for each value of something."""
    return {kind: kind.once for kind in kinds if kind.once}


def _slips(scene: Scene) -> set[Place]:
    return {problem.place for rule in SLIPS for problem in rule.check(scene)}


@cache
def _day_field(record: type[Record]) -> str:
    return next(name for name, about in fields_of(record).items() if about.seen is Seen.ENTRY_FROM)


def _dated(entries: Iterable[Entry[Any]], slips: set[Place]) -> Iterator[tuple[str, Place]]:
    """Yield the day, month or year of each entry that has a credible one, and where that stands."""
    for entry in entries:
        record: type[Record] = type(entry.record)
        field = _day_field(record)
        when = getattr(entry.record, field)
        place = entry.place(field)
        if when and place not in slips:
            yield str(when), place


def _in_future(scene: Scene) -> Iterator[Problem]:
    """Report entries that are dated after the newest day there is."""
    slips = _slips(scene)
    for kind, log in _logs(scene.entries).items():
        for when, place in _dated(scene.every(kind), slips) if log.future else ():
            if scene.newest_day and earliest(when) > scene.newest_day:
                yield Problem(
                    code=log.future,
                    place=place,
                    message=f"{day(when)} is later than the day of this check, {day(scene.newest_day)}",
                    cure=f"Correct the date, or {HAPPENED_OF.get(log.future, HAPPENED)}",
                )


def _out_of_order(scene: Scene) -> Iterator[Problem]:
    """Report entries that are older than the one above them."""
    slips = {*_slips(scene), *(problem.place for problem in _in_future(scene))}
    for kind, log in _logs(scene.entries).items():
        words = IN_ORDER_OF.get(log.order, IN_ORDER)
        for entries in scene.lists(kind) if log.order else ():
            for (before, _), (when, place) in pairwise(_dated(entries, slips)):
                if latest(when) < earliest(before):
                    name = log.one or (kind.table.one if kind.table else "entry")
                    found = words.found.format(name=name, day=day(when), before=day(before))
                    yield Problem(code=log.order, place=place, message=found, cure=words.cure)


def _repeated(scene: Scene) -> Iterator[Problem]:
    """Report entries of which the list holds another for the same."""
    slips = _slips(scene)
    for kind, once in _only_once(scene.entries).items():
        words = TWICE_OF.get(once.code, TWICE)
        for entries in scene.lists(kind):
            known: dict[tuple[object, ...], Entry[Record]] = {}
            for entry in entries:
                first = known.setdefault(tuple(getattr(entry.record, name) for name in once.by), entry)
                if first is not entry and (place := entry.place(once.by[0])) not in slips:
                    value, line = getattr(first.record, once.by[0]), first.place(once.by[0]).line
                    said = day(value) if isinstance(value, date) else value
                    found = words.found.format(value=said, line=line, other=first.record)
                    yield Problem(code=once.code, place=place, message=found, cure=words.cure)


entries_in_future = Rule(tuple({log.future for log in _logs(record_classes()).values() if log.future}), _in_future)
logs_in_order = Rule(tuple({log.order for log in _logs(record_classes()).values() if log.order}), _out_of_order)
entries_only_once = Rule(tuple({once.code for once in _only_once(record_classes()).values()}), _repeated)
