"""What waits, as text for a terminal and as JSON: by role, then by what is the matter."""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from desk.status.due import DueKind, lead_id
from desk.terminal import wrapped
from hooks.views.items import NO_LEAD
from validate.words import count, day, its, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desk.status.due import Wait, Waiting

COUNTED = {
    DueKind.OVERDUE: "past {its} date",
    DueKind.STALE: "with a report that has grown old",
    DueKind.UNREPORTED: "not reported",
    DueKind.DUE: "due soon",
}
"""How a number of each kind is said; `{its}` becomes their for more than one."""

DATES = {DueKind.OVERDUE: ("has passed", "have passed"), DueKind.DUE: ("comes soon", "come soon")}
"""How one date and more dates of each kind are said."""


def counts_in_words(found: Sequence[Wait]) -> str:
    """Say how many there are of each kind: 2 past their date and 1 due soon."""
    counts = Counter(wait.kind for wait in found)
    return listed([f"{counts[kind]} {COUNTED[kind].format(its=its(counts[kind]))}" for kind in DueKind if counts[kind]])


def dates_in_words(found: Sequence[Wait]) -> str:
    """Say how many of some dates have passed and how many come soon; nothing where none has or does."""
    counts = Counter(wait.kind for wait in found)
    return listed([count(counts[kind], *words) for kind, words in DATES.items() if counts[kind]])


def render_text(waits: Waiting, width: int) -> str:
    """Return what waits as text: the counts, then each role with what it has."""
    on_day = waits.on_day
    blocks = [wrapped(f"{on_day.plan.record.title}, as at {day(on_day.as_at)}", width)]
    blocks += [
        wrapped(sentence, width) for sentence in (on_day.warning, _on_items(waits), _on_dates(waits)) if sentence
    ]
    for role, name in waits.names.items():
        if found := waits.of(role):
            title = name if role == NO_LEAD else f"{name} ({role})"
            blocks.append(wrapped(f"{title}: {counts_in_words(found)}", width))
            for kind, group in groupby(found, key=lambda wait: wait.kind):
                blocks.append(wrapped(kind.heading, width, indent=2))
                blocks += ["\n".join(_lines(wait, width)) for wait in group]
    if waits.found and (clear := _clear(waits)):
        blocks.append(wrapped(f"Nothing waits for: {listed(clear)}.", width))
    return "\n\n".join(blocks) + "\n"


def _lines(wait: Wait, width: int) -> Iterator[str]:
    yield wrapped(wait.due.id, width, indent=4)
    yield wrapped(wait.due.text, width, indent=6)
    yield wrapped(f"{upper_first(wait.why)}.", width, indent=6)


def _on_items(waits: Waiting) -> str:
    led = [item for item in waits.on_day.plan.items if waits.role in (None, item.lead.id if item.lead else NO_LEAD)]
    whose = "" if waits.role is None else f" led by the role “{waits.names[waits.role]}”"
    if not led:
        return f"The plan has no actions or goals{whose}."
    found, of_all = waits.items, f"Of {count(len(led), 'action or goal', 'actions and goals')}{whose}, "
    if not found:
        return f"{of_all}none waits for a report."
    return f"{of_all}{count(len(found), 'waits', 'wait')} for a report: {counts_in_words(found)}."


def _on_dates(waits: Waiting) -> str:
    """Say how many other dates there are and how they stand; nothing where there are none."""
    dates = waits.all_dates
    if not dates:
        return ""
    sorts = listed([count(number, sort) for sort, number in Counter(found.sort for found in dates).items()])
    whose = "" if waits.role is None else " that this role answers for"
    if len(dates) == 1:
        near = DATES[waits.dates[0].kind][0] if waits.dates else "is not near"
        return f"Besides, {sorts}{whose} has a date, and it {near}."
    return f"Besides, {sorts}{whose} have dates: {dates_in_words(waits.dates) or 'none of them is near'}."


def _clear(waits: Waiting) -> list[str]:
    """Return the roles that lead something or answer for something, of which nothing waits."""
    busy = {lead_id(wait.due) for wait in waits.found}
    led = {found.lead.id for found in waits.on_day.plan.items if found.lead}
    led |= {found.role.id for found in waits.all_dates if found.role}
    return [name for role, name in waits.names.items() if waits.role is None and role in led - busy]


def render_json(waits: Waiting) -> str:
    """Return what waits as JSON."""
    found = waits.found
    counts = Counter(wait.kind for wait in found)
    answer = {
        "as_at": waits.on_day.as_at.isoformat(),
        "errors": waits.on_day.errors,
        "counts": {kind.value: counts[kind] for kind in DueKind},
        "items": [_entry(wait) for wait in found],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _entry(wait: Wait) -> dict[str, object]:
    due = wait.due
    return {
        "id": due.id,
        "sort": due.sort,
        "words": due.text,
        "role": due.role.id if due.role else None,
        "kind": wait.kind.value,
        "why": wait.why,
        "days": wait.days,
        "due": due.due.isoformat() if due.due else None,
        "status": wait.status.value if wait.status else None,
    }
