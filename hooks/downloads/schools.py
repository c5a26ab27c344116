"""The tables of what is tracked school by school: each action at each school, and schools by objectives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hooks.downloads.specs import COUNTED_STATUSES, count_name
from hooks.views.heat_schools import school_tallies
from validate.plan.pillars import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext


def school_standing_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each action at each school at which it is tracked."""
    for school, standings in context.progress.by_school.items():
        for standing in standings:
            yield {
                "id": f"{school}/{standing.item.id}",
                "school": school,
                "action": standing.item.id,
                "objective": standing.item.objective.id,
                "year": standing.item.year if isinstance(standing.item, Action) else None,
                "status": standing.status.value,
                "overdue": standing.overdue,
                "stale": standing.stale,
                "due": standing.due,
                "last_reported": standing.newest.record.date if standing.newest else None,
                "days_since_report": standing.days_since_report,
            }


def school_heat_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each school and objective that asks something of it."""
    for (school, objective), tally in school_tallies(context.progress).items():
        yield {
            "id": f"{school}/{objective}",
            "school": school,
            "objective": objective,
            "status": tally.status.value,
            **{count_name(status): tally.counts[status] for status in COUNTED_STATUSES},
            "total": tally.total,
            "overdue": tally.overdue,
            "stale": tally.stale,
        }
