"""What waits for a report, as text for a terminal and as JSON: by role, then by what is the matter."""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from desk.due import NO_LEAD_NAME, DueKind
from desk.terminal import wrapped
from hooks.filters import count, day, upper_first
from hooks.views.items import NO_LEAD
from hooks.views.numbers import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desk.due import DueItem
    from desk.plan_on_day import PlanOnDay

COUNTED = {
    DueKind.OVERDUE: "past {its} date",
    DueKind.STALE: "with a report that has grown old",
    DueKind.UNREPORTED: "not reported",
    DueKind.DUE: "due soon",
}
"""How a number of each kind is said; `{its}` becomes their for more than one."""


def counts_in_words(found: Sequence[DueItem]) -> str:
    """Say how many there are of each kind: 2 past their date and 1 due soon."""
    counts = Counter(due.kind for due in found)
    its = {kind: "its" if counts[kind] == 1 else "their" for kind in DueKind}
    return listed([f"{counts[kind]} {COUNTED[kind].format(its=its[kind])}" for kind in DueKind if counts[kind]])


def by_lead(on_day: PlanOnDay, found: Iterable[DueItem]) -> Iterator[tuple[str, str, list[DueItem]]]:
    """Yield each role that has something, in the plan's order, as id, name and what it has; what nobody leads last."""
    led: dict[str, list[DueItem]] = {}
    for due in found:
        led.setdefault(due.lead_id, []).append(due)
    names = {**{role.id: role.name for role in on_day.plan.roles.values()}, NO_LEAD: NO_LEAD_NAME}
    yield from ((role, name, led[role]) for role, name in names.items() if role in led)


def render_text(on_day: PlanOnDay, found: Sequence[DueItem], role: str | None, width: int) -> str:
    """Return what waits for a report as text: the counts, then each role with what it has."""
    blocks = [wrapped(f"{on_day.plan.title}, as at {day(on_day.as_at)}", width)]
    if on_day.warning:
        blocks.append(wrapped(on_day.warning, width))
    blocks.append(wrapped(_sentence(on_day, found, role), width))
    for lead, name, led in by_lead(on_day, found):
        title = name if lead == NO_LEAD else f"{name} ({lead})"
        blocks.append(wrapped(f"{title}: {counts_in_words(led)}", width))
        for kind, group in groupby(led, key=lambda due: due.kind):
            blocks.append(wrapped(kind.heading, width, indent=2))
            blocks += ["\n".join(_lines(due, width)) for due in group]
    return "\n\n".join(blocks) + "\n"


def _lines(due: DueItem, width: int) -> Iterator[str]:
    yield wrapped(due.item.id, width, indent=4)
    yield wrapped(due.item.text, width, indent=6)
    yield wrapped(f"{upper_first(due.why)}.", width, indent=6)


def _sentence(on_day: PlanOnDay, found: Sequence[DueItem], role: str | None) -> str:
    led = [item for item in on_day.plan.items if role in (None, item.lead.id if item.lead else NO_LEAD)]
    whose = "" if role is None else f" led by the role “{on_day.plan.roles[role].name}”"
    if not led:
        return f"The plan has no actions or goals{whose}."
    of_all = f"Of {count(len(led), 'action or goal', 'actions and goals')}{whose}, "
    if not found:
        return f"{of_all}none waits for a report."
    return f"{of_all}{len(found)} {'waits' if len(found) == 1 else 'wait'} for a report: {counts_in_words(found)}."


def render_json(on_day: PlanOnDay, found: Sequence[DueItem]) -> str:
    """Return what waits for a report as JSON."""
    counts = Counter(due.kind for due in found)
    answer = {
        "as_at": on_day.as_at.isoformat(),
        "errors": on_day.outcome.errors,
        "counts": {kind.value: counts[kind] for kind in DueKind},
        "items": [_entry(due) for due in found],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _entry(due: DueItem) -> dict[str, object]:
    return {
        "id": due.item.id,
        "words": due.item.text,
        "role": due.item.lead.id if due.item.lead else None,
        "kind": due.kind.value,
        "why": due.why,
        "days": due.days,
        "due": due.standing.due.isoformat(),
        "status": due.standing.status.value,
    }
