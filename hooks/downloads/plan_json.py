"""The whole plan as nested JSON: what its files say, under the same names, with where each part stands on the site's day."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hooks.downloads.derived import standing_values, tally_values
from validate.layout import KINDS
from validate.plan.pillars import Action, Goal, Milestone, Objective
from validate.records.base import Record, own_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.standing.progress import Progress

FILES = {kind.record: kind for kind in KINDS}


def plan_json(context: SiteContext) -> str:
    """Return the plan as JSON."""
    plan, progress = context.plan, context.progress
    others = (entry for entry in plan.tree.children if entry is not plan)
    whole = {
        "as_at": context.as_at.isoformat(),
        "percent_of_time_elapsed": progress.percent_elapsed,
        **_entry(plan, progress),
        **dict(_by_kind(others, progress)),
    }
    return json.dumps(whole, ensure_ascii=False) + "\n"


def _by_kind(files: Iterable[Entry[Any]], progress: Progress) -> Iterator[tuple[str, Any]]:
    """Yield what files say: a list under the name of each table, and one value for a file of which there is only one."""
    found: dict[str, list[Entry[Any]]] = {}
    for entry in files:
        found.setdefault(entry.record.table.name if entry.record.table else entry.loaded.file.kind.name, []).append(
            entry
        )
    for name, entries in found.items():
        is_one = "*" not in entries[0].loaded.file.kind.pattern
        yield name, _entry(entries[0], progress) if is_one else [_entry(entry, progress) for entry in entries]


def _entry(entry: Entry[Any], progress: Progress) -> dict[str, Any]:
    """Return what an entry says, with its full id, the files that belong to it, and where it stands."""
    inner: dict[str, list[Any]] = {}
    for child in entry.children:
        if child.field:
            inner.setdefault(child.field, []).append(_entry(child, progress))
    values = {
        name: _value(value, entry.fields[name].many, inner.get(name))
        for name, value in own_values(entry.record).items()
    }
    known = {name: value for name, value in values.items() if value not in (None, "")}
    name = {"id": entry.id} if "id" in known or isinstance(entry, Milestone) else {}
    files = dict(_by_kind((child for child in _in_order(entry) if not child.field), progress))
    return {
        **name,
        **{key: value for key, value in known.items() if key != "id"},
        **files,
        **_standing(entry, progress),
    }


def _in_order(entry: Entry[Any]) -> Iterable[Entry[Any]]:
    return (*entry.milestones, *entry.goals) if isinstance(entry, Objective) else entry.children


def _standing(entry: Entry[Any], progress: Progress) -> dict[str, Any]:
    match entry:
        case Action() | Goal():
            values = standing_values(entry, progress)
        case Milestone():
            values = {"year": entry.key, **tally_values(progress.of(entry.actions))}
        case _:
            return {}
    return {"standing": {name: _value(value, False, None) for name, value in values.items() if value not in (None, "")}}


def _value(value: Any, many: bool, inner: list[Any] | None) -> Any:
    if inner is not None:
        return inner if many else inner[0]
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case list():
            return [_value(one, False, None) for one in value]
        case Record():
            return {name: _value(one, False, None) for name, one in own_values(value).items() if one not in (None, "")}
    return value
