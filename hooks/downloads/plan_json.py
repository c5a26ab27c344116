"""The whole plan as nested JSON: what its files say, under the same names, and where each part stands on the day."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hooks.downloads.derived import standing_values, tally_values
from validate.plan.pillars import Action, Goal, Milestone, Objective
from validate.records.base import own_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.context import SiteContext
    from validate.layout import FileKind
    from validate.plan.entry import Entry
    from validate.standing.progress import Progress


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
    """Yield what files say: one value for a kind of which there is one at most, else a list named like its table."""
    found: dict[FileKind, list[Any]] = {}
    for entry in files:
        found.setdefault(entry.loaded.file.kind, []).append(_entry(entry, progress))
    for kind, said in found.items():
        if not kind.is_single and kind.record.table:
            yield kind.record.table.name, said
        else:
            yield kind.name, said[0]


def _entry(entry: Entry[Any], progress: Progress) -> dict[str, Any]:
    """Return what an entry says, with its full id, the files that belong to it, and where it stands."""
    own = own_values(entry.record)
    said = {name: _plain(value) for name, value in own.items() if not entry.fields[name].record}
    if "id" in own or isinstance(entry, Milestone):
        said = {"id": entry.id, **{name: value for name, value in said.items() if name != "id"}}
    for name, about in entry.fields.items():
        if about.record and name in own:
            inner = [_entry(child, progress) for child in entry.children if child.field == name]
            said[name] = inner if about.many else next(iter(inner), None)
    files = (child for child in _in_order(entry) if not child.field)
    return _known({**said, **dict(_by_kind(files, progress)), **_standing(entry, progress)})


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
    return {"standing": _known({name: _plain(value) for name, value in values.items()})}


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without those that are not known, so that nothing stands for nothing."""
    return {name: value for name, value in values.items() if value not in (None, "")}


def _plain(value: Any) -> Any:
    """Return a value as what JSON can hold."""
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case list():
            return [_plain(one) for one in value]
    return value
