"""Whatever is changed in a plan is told: each value of each kind of record, and each entry that is taken out or added.

What is tried is made from the record classes, so that a new field is told of with no edit anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.grown import grown
from tests.site_build import QUILLBROOK
from validate.fields import fields_of
from validate.figures import OBSERVED
from validate.history.comparison import compare
from validate.history.logs import lost, rewritten
from validate.history.matching import Matched
from validate.layout import KINDS
from validate.pipeline import load_plan
from validate.plan.gathered import is_promise
from validate.plan.known import has_day
from validate.records.base import Record
from validate.records.plan import PlanRecord
from validate.standing.progress import Progress
from validate.values.dates import MONTH_DAY, WHEN, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.fields import Field
    from validate.plan.entry import Entry
    from validate.plan.plan import Plan
    from validate.reading.yaml_tree import Path as Steps

A_DAY = timedelta(days=1)
DAY = date(2026, 1, 31)
SHAPES = {YEAR: "2019-20", WHEN: "2019", MONTH_DAY: "02-01", OBSERVED: "12.3"}
"""Values for fields of which not every text is one."""


def _classes(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for about in fields_of(record).values():
        if about.record:
            yield from _classes(about.record)


RECORDS = list(dict.fromkeys(record for kind in KINDS for record in _classes(kind.record)))
VALUES = [(record, about) for record in RECORDS for about in fields_of(record).values() if not about.record]
LOGS = [
    about.record
    for record in RECORDS
    for about in fields_of(record).values()
    if about.record and about.many and has_day(about.record)
]


@cache
def _plan() -> Plan:
    """Return the part of the example that has an entry of every kind, with what it lacks made from the classes."""
    plan = load_plan(QUILLBROOK.root).plan
    assert plan is not None
    found: dict[type[Record], Entry[Any]] = {}
    for entry in plan.tree.every(Record):
        found.setdefault(type(entry.record), entry)
    kept = [*found.values(), *plan.schools]
    part = grown({id(entry.loaded): entry.loaded for first in kept for entry in first.lineage}.values())
    for record in RECORDS:
        for name, about in fields_of(record).items():
            if about.record and about.record not in found:
                entry = next(part.tree.every(record))
                part = _with(part, entry, entry.record.model_copy(update={name: _example(about.record)}))
    return part


def _example(record: type[Record]) -> Record:
    return record.model_validate({name: about.example for name, about in fields_of(record).items() if about.required})


@cache
def _before() -> Progress:
    return Progress(_plan(), DAY)


def _first(record: type[Record]) -> Entry[Any]:
    return next(_plan().tree.every(record))


CAN_BE_GONE = [kind.record for kind in KINDS if kind.record is not PlanRecord] + [
    about.record
    for record in RECORDS
    for about in fields_of(record).values()
    if about.record and not (about.default or (about.required and not about.many))
]


def _name(record: type[Record]) -> str:
    return record.__name__


def _other(entry: Entry[Any], about: Field) -> Any:
    """Return another value for a field, such as its check would let pass."""
    value = getattr(entry.record, about.name)
    if about.reference:
        names = (
            name for table in about.reference.among or (about.reference.table,) for name in entry.tree.table(table)
        )
        found = next((name for name in names if name != value and name not in (value or ())), "another")
        return [*value, found] if about.many else found
    if about.many:
        return [*value, "2030-31"]
    if about.choices:
        return next(choice for choice in about.choices if choice != value)
    if about.value_type == "date":
        return (value or date(2024, 1, 1)) + A_DAY
    if about.value_type == "boolean":
        return not value
    return (value or 0) + 1 if about.value_type in ("integer", "number") else SHAPES.get(about.pattern, f"{value}-x")


def _plan_with(entry: Entry[Any], record: Record | None) -> Plan:
    return _with(_plan(), entry, record)


def _with(plan: Plan, entry: Entry[Any], record: Record | None) -> Plan:
    """Return a plan with another record in an entry's place; without the entry where there is none."""
    files = {id(found.loaded): found.loaded for found in plan.tree.every(Record)}
    return grown(
        loaded if loaded is not entry.loaded else replace(loaded, record=_inside(loaded.record, entry.path, record))
        for loaded in files.values()
    )


def _inside(whole: Any, path: Steps, record: Record | None) -> Any:
    if not path:
        return record
    name, *rest = path
    if isinstance(whole, list):
        found = _inside(whole[int(name)], tuple(rest), record)
        return [one for n, old in enumerate(whole) if (one := found if n == name else old) is not None]
    return whole.model_copy(update={str(name): _inside(getattr(whole, str(name)), tuple(rest), record)})


@pytest.mark.parametrize(("record", "about"), VALUES, ids=lambda one: getattr(one, "name", "") or one.__name__)
def test_every_value(record: type[Record], about: Field) -> None:
    """Another value is told."""
    entry = _first(record)
    changed = entry.record.model_copy(update={about.name: _other(entry, about)})
    assert not compare(_before(), Progress(_plan_with(entry, changed), DAY)).is_empty


@pytest.mark.parametrize("record", CAN_BE_GONE, ids=_name)
def test_every_entry(record: type[Record]) -> None:
    """An entry less is told, and so is one more."""
    less = Progress(_plan_with(_first(record), None), DAY)
    assert not compare(_before(), less).is_empty
    assert not compare(less, _before()).is_empty


@pytest.mark.parametrize("record", LOGS, ids=_name)
def test_every_log(record: type[Record]) -> None:
    """A past entry of a log that is taken out, or says something else, is found; a new one is no matter."""
    entry = _first(record)
    less = _plan_with(entry, None)
    (removed,) = rewritten(Matched(_plan().tree, less.tree), DAY)
    assert (removed.was, removed.now) == (entry, None)
    assert not list(rewritten(Matched(less.tree, _plan().tree), DAY))
    about = next(about for about in entry.fields.values() if not about.record and about.required)
    other = _plan_with(entry, entry.record.model_copy(update={about.name: _other(entry, about)}))
    assert list(rewritten(Matched(_plan().tree, other.tree), DAY))


@pytest.mark.parametrize("record", LOGS, ids=_name)
def test_every_holder(record: type[Record]) -> None:
    """What is removed with past entries in it is found, unless it is a promise, of which an amendment has to tell."""
    entry = _first(record)
    holder = next(above for above in [*entry.lineage][1:] if not above.path or isinstance(above.path[-1], int))
    matched = Matched(_plan().tree, _plan_with(holder, None).tree)
    found = [one.was for one in lost(matched, DAY)]
    assert found == ([] if any(is_promise(type(above.record)) for above in entry.lineage) else [holder])
