"""The heatmap of objectives by years: how much of what was planned is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks.page_paths import objective_page
from hooks.views.heat_parts import (
    EMPTY,
    UNKNOWN,
    HeatCell,
    HeatView,
    by_pillar,
    cells_in,
    legend,
    number_of_cells,
)
from validate.status import Focus
from validate.words import are, commas, count, day, have, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.pillars import Objective
    from validate.standing.progress import Progress
    from validate.standing.tally import Tally

NOT_A_FOCUS, NOTHING_PUBLISHED, NO_GOALS = "Not a focus", "Nothing published", "No goals"
NONE_LEFT = "none-left"
"""The look of a cell in which everything was cancelled or deferred."""

LABELS = (
    ("step-0", "0% complete"),
    ("step-1", "Up to 33%"),
    ("step-2", "34% to 66%"),
    ("step-3", "67% to 99%"),
    ("step-4", "100% complete"),
    (UNKNOWN, "Not reported"),
    (NONE_LEFT, "All cancelled or deferred"),
    (EMPTY, "Nothing planned"),
)
ALWAYS = 6
"""How many entries the legend has even where no cell is like them."""


def years_heat(context: SiteContext) -> HeatView:
    """Return the heatmap of objectives by years, with their goals as the last column."""
    plan, progress = context.plan, context.progress
    groups = by_pillar(context, lambda objective: _cells(objective, progress))
    cells = cells_in(groups)
    return HeatView(
        key="years",
        title="How much is complete, year by year",
        sentence=f"{_sentence(cells)} {progress.percent_elapsed}% of the plan's time had passed by "
        f"{day(context.as_at)}.",
        caption="Complete actions and goals of each objective, out of those not cancelled or deferred",
        columns=(*(year.id for year in plan.years), plan.record.wording.goal),
        groups=groups,
        legend=legend(LABELS, (cell.look for cell in cells), always=ALWAYS),
        counted=number_of_cells(cells),
        csv="data/cells.csv",
    )


def _cells(objective: Objective, progress: Progress) -> Iterator[HeatCell]:
    page = objective_page(objective.id)
    for milestone in objective.milestones:
        if milestone.record.focus is Focus.PLANNED:
            yield _cell(progress.of(milestone.actions), f"{page}#{milestone.id}")
        else:
            not_a_focus = milestone.record.focus is Focus.NOT_A_FOCUS
            yield HeatCell(look=EMPTY, text=NOT_A_FOCUS if not_a_focus else NOTHING_PUBLISHED)
    if objective.goals:
        yield _cell(progress.of(objective.goals), f"{page}#{objective.id}/goal")
    else:
        yield HeatCell(look=EMPTY, text=NO_GOALS)


def _cell(tally: Tally, href: str) -> HeatCell:
    text = f"{tally.complete} of {tally.counted}"
    look = percent_look(tally)
    if look == UNKNOWN:
        return HeatCell(look=look, text=text, note="none reported", href=href)
    if tally.percent is None:
        return HeatCell(look=look, text="None left", note="all cancelled or deferred", href=href)
    gone = tally.total - tally.counted
    more = [
        f"{tally.not_reported} not reported" if tally.not_reported else "",
        f"{gone} cancelled or deferred" if gone else "",
    ]
    return HeatCell(look=look, text=text, note=f"{tally.percent}%", more=commas(more), href=href)


def percent_look(tally: Tally) -> str:
    """Return the look of a cell by how much of it is complete, where that is known."""
    if not tally.reported:
        return UNKNOWN
    if tally.percent is None:
        return NONE_LEFT
    return f"step-{(tally.complete > 0) + sum(tally.percent > limit for limit in (33, 66, 99))}"


def _sentence(cells: list[HeatCell]) -> str:
    filled = [cell for cell in cells if cell.look != EMPTY]
    if not filled:
        return "The plan has no actions and no goals."
    looks = [cell.look for cell in filled]
    partly = sum(looks.count(f"step-{step}") for step in (1, 2, 3))
    parts = [
        are(looks.count("step-4"), "complete"),
        are(partly, "partly complete") if partly else "",
        have(looks.count("step-0"), "reports but nothing complete") if "step-0" in looks else "",
        have(looks.count(NONE_LEFT), "nothing left, all being cancelled or deferred") if NONE_LEFT in looks else "",
        have(looks.count(UNKNOWN), "no report that gives a status"),
    ]
    return f"Of {count(len(filled), 'cell')} with actions or goals, {listed(parts)}."
