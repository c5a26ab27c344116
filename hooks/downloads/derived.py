"""The tables that are worked out from the plan: where everything stands, and the figures of each heatmap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hooks.downloads.deadlines import (
    DEADLINES,
    GOVERNANCE_REVIEWS_DUE,
    MARKET_TESTS_DUE,
    deadline_rows,
    governance_review_rows,
    market_test_rows,
)
from hooks.downloads.joining import CAPACITY_NEEDED, PIPELINE, capacity_rows, pipeline_rows
from hooks.downloads.measures import MEASURE_VERDICTS, verdict_rows
from hooks.downloads.schools import school_heat_rows, school_standing_rows
from hooks.downloads.specs import (
    CELLS,
    COUNTED_STATUSES,
    FRESHNESS,
    PILLARS,
    SCHOOL_HEAT,
    SCHOOL_STANDING,
    STANDING,
    TERMS,
    count_name,
)
from hooks.downloads.support import (
    DEPLOYMENT_DAYS,
    DEPLOYMENTS_FROM_TO,
    SCHOOL_SUPPORT_NOW,
    deployment_day_rows,
    from_to_rows,
    school_support_rows,
)
from hooks.downloads.table import DataTable
from hooks.heat import freshness, moments, tallies_over_time
from validate.plan.pillars import Action
from validate.status import Focus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.pillars import Item
    from validate.standing.progress import Progress
    from validate.standing.tally import Tally


def derived_tables(context: SiteContext) -> tuple[DataTable, ...]:
    """Return every derived table that has rows."""
    sources = (
        (STANDING, standing_rows),
        (CELLS, cell_rows),
        (TERMS, term_rows),
        (PILLARS, pillar_rows),
        (FRESHNESS, freshness_rows),
        (SCHOOL_STANDING, school_standing_rows),
        (SCHOOL_HEAT, school_heat_rows),
        (PIPELINE, pipeline_rows),
        (CAPACITY_NEEDED, capacity_rows),
        (DEADLINES, deadline_rows),
        (MARKET_TESTS_DUE, market_test_rows),
        (GOVERNANCE_REVIEWS_DUE, governance_review_rows),
        (MEASURE_VERDICTS, verdict_rows),
        (SCHOOL_SUPPORT_NOW, school_support_rows),
        (DEPLOYMENT_DAYS, deployment_day_rows),
        (DEPLOYMENTS_FROM_TO, from_to_rows),
    )
    tables = (DataTable(spec=spec, rows=tuple(rows(context)), is_derived=True) for spec, rows in sources)
    return tuple(table for table in tables if table.rows)


def standing_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each action and goal."""
    for item in context.plan.items:
        yield {
            "id": item.id,
            "kind": "action" if isinstance(item, Action) else "goal",
            "objective": item.objective.id,
            "year": item.year if isinstance(item, Action) else None,
            **standing_values(item, context.progress),
        }


def standing_values(item: Item, progress: Progress) -> dict[str, Any]:
    """Return what is worked out for one action or goal."""
    standing, schools = progress.standings[item.id], progress.of_schools(item)
    return {
        "status": standing.status.value,
        "overdue": standing.overdue,
        "stale": standing.stale,
        "due": item.due,
        "last_reported": standing.newest.record.date if standing.newest else None,
        "days_since_report": standing.days_since_report,
        "reports": len(item.updates),
        "evidence": sum(len(update.proofs) for update in item.updates),
        "schools": schools.total or None,
        "schools_complete": schools.complete if schools.total else None,
        "schools_not_reported": schools.not_reported if schools.total else None,
    }


def cell_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each cell of the map."""
    progress = context.progress
    for objective in context.plan.objectives:
        for milestone in objective.milestones:
            yield {
                "id": milestone.id,
                "objective": objective.id,
                "year": milestone.year.id,
                "kind": "action",
                "focus": milestone.record.focus.value,
                **tally_values(progress.of(milestone.actions)),
            }
        yield {
            "id": f"{objective.id}/goal",
            "objective": objective.id,
            "year": None,
            "kind": "goal",
            "focus": Focus.PLANNED.value if objective.goals else None,
            **tally_values(progress.of(objective.goals)),
        }


def tally_values(tally: Tally) -> dict[str, Any]:
    """Return a group's counts with the status that speaks for it."""
    return {
        "status": tally.status.value if tally.total else None,
        **{count_name(status): tally.counts[status] for status in COUNTED_STATUSES},
        "total": tally.total,
        "partly_complete": tally.partly[Status.COMPLETE],
        "counted": tally.counted,
        "percent": tally.percent,
        "overdue": tally.overdue,
        "stale": tally.stale,
    }


def term_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each objective at the end of each term."""
    looked_at = moments(context.plan, context.as_at)
    for objective in context.plan.objectives:
        actions = tuple(objective.actions)
        tallies = tallies_over_time(context.progress, actions, looked_at)
        for moment, tally in zip(looked_at, tallies, strict=True):
            yield {
                "id": f"{objective.id}/{moment.id}",
                "objective": objective.id,
                "year": moment.year or None,
                "term": moment.name,
                "day": moment.day,
                "known": moment.is_known,
                "status": tally.status.value if moment.is_known and actions else None,
                "reported": tally.reported if moment.is_known else None,
                "total": len(actions),
            }


def pillar_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield two rows for each pillar: its actions and its goals."""
    for pillar in context.plan.pillars:
        groups: dict[str, list[Item]] = {
            "action": [action for objective in pillar.objectives for action in objective.actions],
            "goal": [goal for objective in pillar.objectives for goal in objective.goals],
        }
        for kind, items in groups.items():
            tally = context.progress.of(items)
            counts = {count_name(status): tally.counts[status] for status in COUNTED_STATUSES}
            yield {"id": f"{pillar.id}/{kind}", "pillar": pillar.id, "kind": kind, **counts, "total": tally.total}


def freshness_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each objective."""
    for objective in context.plan.objectives:
        found = freshness(context.progress, objective.items)
        yield {
            "id": objective.id,
            "last_reported": found.newest,
            "days_since_report": found.days,
            "reported": found.reported,
            "never": found.never,
            "total": found.items,
            "open": found.open,
        }
