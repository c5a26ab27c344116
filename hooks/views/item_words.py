"""Why an action or goal has its status, and which schools are silent, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.plan.pillars import Action
from validate.status import Status
from validate.words import count, have, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from validate.plan.pillars import Item
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing
    from validate.standing.tally import Tally

MOST_NAMED = 6
"""Where more schools than this have no report, they are only counted."""


def why_item(item: Item, progress: Progress) -> str:
    """Say how the status of an action or goal came about."""
    if isinstance(item, Action) and item.is_by_school:
        return f"It is tracked school by school. {_why_schools(progress.of_schools(item))}"
    standing = progress.standings[item.id]
    if standing.decided_by:
        return (
            f"The newest report that names a status says so. It comes from: {standing.decided_by.reporter.record.name}."
        )
    if standing.newest:
        return "Something was found, but it shows only part of what was promised, so it gives no status."
    return progress.plan.record.reporting.nothing_found


def _why_schools(tally: Tally) -> str:
    schools = count(tally.total, "school")
    if not tally.total:
        return "None of its schools was in the trust yet."
    if not tally.reported:
        return f"No report gives a status for any of its {schools}."
    if tally.complete == tally.total:
        return f"It is complete at {f'each of its {schools}' if tally.total > 1 else 'its one school'}."
    silent = have(tally.not_reported, "no report that gives a status", of=schools)
    if tally.status is Status.COMPLETE:
        return f"Where it was reported it is complete; {silent}."
    beside = f" {upper_first(silent)}." if tally.not_reported else ""
    return f"“{tally.status.word}” is the worst status reported at its {schools}.{beside}"


def silence(schools: Sequence[Standing]) -> str:
    """Say at which of an action's schools no report gives a status."""
    silent = [standing.school.record.name for standing in schools if standing.school and not standing.is_reported]
    if not silent:
        return ""
    if len(silent) == len(schools):
        return f"no status at any of its {count(len(schools), 'school')}"
    names = f": {listed(silent)}" if len(silent) <= MOST_NAMED else ""
    return f"no status at {len(silent)} of {count(len(schools), 'school')}{names}"
