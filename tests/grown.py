"""Plans that are grown anew with something changed, for tests of what follows from one value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from validate.plan.growing import grow
from validate.plan.seen import plan_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.plan.entry import AnyEntry, Entry
    from validate.plan.plan import Plan
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path as Steps
    from validate.records.base import Record


def with_values(plan: Plan, entry: Entry[Any], **values: object) -> Plan:
    """Return the plan with other values in one of its entries."""
    return grown(_with(loaded, entry, values) for loaded in _files(plan))


def changed(entry: AnyEntry, **values: object) -> AnyEntry:
    """Return an entry as it is in its plan with other values in it."""
    plan = plan_in(entry.tree)
    assert plan is not None
    every = with_values(plan, entry, **values).tree.every(type(entry.record))
    return next(
        found
        for found in every
        if isinstance(found, type(entry)) and (found.file_path, found.path) == (entry.file_path, entry.path)
    )


def without(plan: Plan, *kinds: type[Record]) -> Plan:
    """Return the plan without the files of these kinds."""
    return grown(loaded for loaded in _files(plan) if not isinstance(loaded.record, kinds))


def grown(files: Iterable[Loaded]) -> Plan:
    """Return the plan that these files make."""
    plan = plan_in(grow(files, {}))
    assert plan is not None
    return plan


def _files(plan: Plan) -> list[Loaded]:
    found: dict[int, Loaded] = {}
    for loaded in _loaded(plan.tree.children):
        found.setdefault(id(loaded), loaded)
    return list(found.values())


def _loaded(entries: Iterable[Entry[Any]]) -> Iterable[Loaded]:
    for entry in entries:
        yield entry.loaded
        yield from _loaded(entry.children)


def _with(loaded: Loaded, entry: Entry[Any], values: dict[str, object]) -> Loaded:
    if loaded is not entry.loaded or loaded.record is None:
        return loaded
    return replace(loaded, record=_inside(loaded.record, entry.path, values))


def _inside(record: Record, path: Steps, values: dict[str, object]) -> Record:
    if not path:
        return record.model_copy(update=values)
    name, *rest = path
    value = getattr(record, str(name))
    if isinstance(value, list):
        number, *rest = rest
        value = [_inside(one, tuple(rest), values) if n == number else one for n, one in enumerate(value)]
    else:
        value = _inside(value, tuple(rest), values)
    return record.model_copy(update={str(name): value})
