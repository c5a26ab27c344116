"""The whole plan as nested JSON: what its files say, with where each part stands on the day of the site."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from hooks.downloads.derived import standing_values, tally_values
from validate.plan.entry import Entry
from validate.plan.pillars import Item, Milestone, Role
from validate.records.base import Record, own_values

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.standing.standing import Progress

SAID_ONCE = frozenset({"origin", "objective_id", "pillar_id", "year"})
"""Left out of nested parts: where they were read, and what they are nested in."""


def plan_json(context: SiteContext) -> str:
    """Return the plan as JSON."""
    whole = {
        "as_at": context.as_at.isoformat(),
        "percent_of_time_elapsed": context.progress.percent_elapsed,
        **_plain(context.plan, context.progress),
    }
    return json.dumps(whole, ensure_ascii=False) + "\n"


def _plain(value: Any, progress: Progress) -> Any:
    """Return a part of the model as what JSON can hold."""
    match value:
        case Role():
            found: Any = value.id
        case Entry():
            found = _plain(value.record, progress)
        case Record():
            found = _known(own_values(value), progress)
        case date():
            found = value.isoformat()
        case Decimal():
            found = int(value) if value == value.to_integral_value() else float(value)
        case dict():
            found = [_fields(role, progress) for role in value.values()]
        case tuple() | list():
            found = [_plain(part, progress) for part in value]
        case Item():
            found = {**_fields(value, progress), "standing": _known(standing_values(value, progress), progress)}
        case Milestone():
            named = {"id": value.id, "year": value.year.id, **_fields(value, progress)}
            found = {**named, "standing": _known(tally_values(progress.of(value.actions)), progress)}
        case _:
            found = _fields(value, progress) if is_dataclass(value) else value
    return found


def _fields(part: Any, progress: Progress) -> dict[str, Any]:
    return _known({name: getattr(part, name) for name in _names(part.__class__)}, progress)


@cache
def _names(part: type[Any]) -> tuple[str, ...]:
    return tuple(about.name for about in fields(part) if about.name not in SAID_ONCE)


def _known(named: dict[str, Any], progress: Progress) -> dict[str, Any]:
    """Return the values without those that are not known, so that nothing stands for nothing."""
    return {name: _plain(value, progress) for name, value in named.items() if value not in (None, "")}
