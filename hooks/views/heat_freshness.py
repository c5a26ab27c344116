"""The heatmap of freshness: how many days ago each objective was last reported on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks.heat import Freshness, freshness
from hooks.views.heat_parts import EMPTY, UNKNOWN, HeatCell, HeatView, by_pillar, legend
from validate.words import count, day, listed

if TYPE_CHECKING:
    from hooks.context import SiteContext

YEAR_OF_DAYS = 365
COLUMNS = ("Newest report", "Days since then", "Have a report", "Have none", "Still open")
DAYS = COLUMNS.index("Days since then")
PLAIN = "plain"
"""The look of a figure that says nothing good or bad."""


def freshness_heat(context: SiteContext) -> HeatView:
    """Return the heatmap of freshness, actions and goals together."""
    stale = context.plan.record.reporting.stale_after_days
    found = {o.id: freshness(context.progress, o.items) for o in context.plan.objectives}
    groups = by_pillar(context, lambda objective: _cells(found[objective.id], stale))
    looks = [row.cells[DAYS].look for group in groups for row in group.rows]
    labels = _labels(stale)
    return HeatView(
        key="freshness",
        title="How fresh the reports are",
        sentence=_sentence(list(found.values()), context),
        caption=f"Newest report on each objective's actions and goals, as known on {day(context.as_at)}. "
        "Sources without a date may be older than the report",
        columns=COLUMNS,
        groups=groups,
        legend=legend(labels, looks, always=len(labels) - 1),
        counted=count(len(looks), "objective"),
        csv="data/freshness.csv",
    )


def _labels(stale: int) -> tuple[tuple[str, str], ...]:
    old = max(stale, YEAR_OF_DAYS)
    between = (("step-2", f"{stale + 1:,} to {old} days: stale where work is open"),) if stale < old else ()
    return (
        ("step-4", f"Up to {count(stale, 'day')} ago"),
        *between,
        ("step-1", f"More than {old:,} days ago"),
        (UNKNOWN, "Never reported on"),
        (EMPTY, "Nothing to report on"),
    )


def _look(found: Freshness, stale: int) -> str:
    if not found.items:
        return EMPTY
    if found.days is None:
        return UNKNOWN
    if found.days <= stale:
        return "step-4"
    return "step-2" if found.days <= YEAR_OF_DAYS else "step-1"


def _cells(found: Freshness, stale: int) -> tuple[HeatCell, ...]:
    never = "Nothing to report on" if not found.items else "Never"
    of_all = (f"{found.reported} of {found.items}", str(found.never), str(found.open))
    return (
        HeatCell(look=PLAIN, text=day(found.newest) or never),
        HeatCell(look=_look(found, stale), text="No report" if found.days is None else f"{found.days:,}"),
        *(HeatCell(look=PLAIN, text=text) for text in of_all),
    )


def _sentence(found: list[Freshness], context: SiteContext) -> str:
    days = [one.days for one in found if one.days is not None]
    if not days:
        return f"Nothing in the plan had been reported on by {day(context.as_at)}."
    newest = max(one.newest for one in found if one.newest)
    stale = context.plan.record.reporting.stale_after_days
    fresh = sum(age <= stale for age in days)
    older, silent = len(days) - fresh, len(found) - len(days)
    said = [f"{fresh} of {count(len(found), 'objective')} had a report no older than {count(stale, 'day')}"]
    said += [f"{older} had only older ones"] if older else []
    said += [f"{silent} had none"] if silent else []
    return (
        f"On {day(context.as_at)}, {listed(said)}. "
        f"The newest report of all is of {day(newest)}. Finished work needs no further report."
    )
