"""The heatmap of pillars by status: counts with totals that add up both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks.page_paths import pillar_page
from hooks.views.heat_parts import EMPTY, HeatCell, HeatGroup, HeatRow, HeatView, cells_in, legend, number_of_cells
from hooks.views.standing import PARTLY
from validate.status import Status
from validate.words import are, count, count_in_words, have, upper_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hooks.context import SiteContext
    from validate.plan.pillars import Item, Pillar
    from validate.standing.tally import Tally

LABELS = (
    ("step-1", "Up to 33% of the row"),
    ("step-2", "34% to 66%"),
    ("step-3", "67% to 99%"),
    ("step-4", "All of the row"),
    (EMPTY, "None"),
)
TOTAL = "total"
"""The look of a total, which has no shade."""


def pillars_heat(context: SiteContext) -> HeatView:
    """Return the heatmap of pillars by status, for actions and then for goals."""
    groups = (
        _group(context, "Actions", lambda pillar: (a for o in pillar.objectives for a in o.actions)),
        _group(context, "Goals", lambda pillar: (g for o in pillar.objectives for g in o.goals)),
    )
    shaded = [cell for cell in cells_in(groups) if cell.look != TOTAL]
    return HeatView(
        key="pillars",
        title=f"Where each {context.plan.record.wording.pillar} stands",
        sentence=_sentence(context),
        caption="How many actions and goals stand at each status",
        columns=(*(status.word for status in Status), "Total"),
        groups=groups,
        legend=legend(LABELS, (cell.look for cell in shaded), always=len(LABELS)),
        counted=f"{number_of_cells(shaded)}, without the totals",
        csv="data/heatmap-pillars.csv",
    )


def _group(context: SiteContext, title: str, items: Callable[[Pillar], Iterable[Item]]) -> HeatGroup:
    tallies = [(pillar, context.progress.of(items(pillar))) for pillar in context.plan.pillars]
    rows = [
        HeatRow(id=pillar.id, title=pillar.record.title, href=pillar_page(pillar.id), cells=_cells(tally))
        for pillar, tally in tallies
    ]
    whole = context.progress.of(item for pillar in context.plan.pillars for item in items(pillar))
    totals = tuple(HeatCell(look=TOTAL, text=cell.text) for cell in _cells(whole))
    return HeatGroup(title=title, href="", rows=(*rows, HeatRow(id="", title="Total", href="", cells=totals)))


def _cells(tally: Tally) -> tuple[HeatCell, ...]:
    counted = tuple(
        HeatCell(look=_look(tally.counts[status], tally.total), text=_figure(tally, status)) for status in Status
    )
    return (*counted, HeatCell(look=TOTAL, text=f"{tally.total:,}"))


def _figure(tally: Tally, status: Status) -> str:
    partly = tally.partly[status] if status in PARTLY else 0
    return f"{tally.counts[status]:,}" + (f" ({partly:,} partly)" if partly else "")


def _look(part: int, whole: int) -> str:
    if not part:
        return EMPTY
    percent = part * 100 / whole
    return f"step-{1 + sum(percent >= limit for limit in (34, 67, 100))}"


def _sentence(context: SiteContext) -> str:
    plan = context.plan
    if not plan.pillars:
        return f"The plan has no {plan.record.wording.pillars}."
    tally = context.progress.of(plan.items)
    wording = plan.record.wording
    pillars = count_in_words(len(plan.pillars), wording.pillar, wording.pillars)
    actions, goals = count(sum(1 for _ in plan.actions), "action"), count(sum(1 for _ in plan.goals), "goal")
    return (
        f"{upper_first(pillars)} with {actions} and {goals}: "
        f"{have(tally.reported, 'a status from a report', of=f'these {tally.total:,}')}, "
        f"and {are(tally.complete, 'complete', of='them')}."
    )
