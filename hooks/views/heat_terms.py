"""The heatmap of objectives by terms: how status moved, by what had been reported at the end of each term."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hooks.heat import Moment, moments, tallies_over_time
from hooks.views.heat_parts import (
    EMPTY,
    HeatCell,
    HeatGroup,
    HeatView,
    by_pillar,
    cells_in,
    legend,
    number_of_cells,
)
from hooks.views.standing import group_status
from validate.status import Status
from validate.words import count, day, number_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.pillars import Objective
    from validate.standing.progress import Progress

NOT_YET = "not-yet"
NOT_REPORTED = f"status-{Status.NOT_REPORTED.value}"
LABELS = (
    *((f"status-{status.value}", status.word) for status in Status),
    (NOT_YET, "Not yet: the term has not begun"),
    (EMPTY, "No actions planned"),
)


def terms_heat(context: SiteContext) -> HeatView:
    """Return the heatmap of objectives by terms."""
    looked_at = moments(context.plan, context.as_at)
    groups = by_pillar(context, lambda objective: _cells(objective, looked_at, context.progress))
    cells = cells_in(groups)
    years = groupby(looked_at, key=lambda moment: moment.year)
    return HeatView(
        key="terms",
        title="How status moved, term by term",
        sentence=_sentence(groups, looked_at),
        caption="The worst status that had been reported among each objective's actions by the end of each term, "
        "and how many of them had one",
        columns=tuple(map(_column, looked_at)),
        groups=groups,
        legend=legend(LABELS, (cell.look for cell in cells), always=0),
        counted=number_of_cells(cells),
        csv="data/heatmap-terms.csv",
        spans=tuple((year or "After the plan", len(list(terms))) for year, terms in years),
    )


def _column(moment: Moment) -> str:
    return f"{moment.name}, to {day(moment.day)}" if moment.is_known and not moment.is_over else moment.name


def _cells(objective: Objective, looked_at: tuple[Moment, ...], progress: Progress) -> Iterator[HeatCell]:
    actions = tuple(objective.actions)
    for moment, tally in zip(looked_at, tallies_over_time(progress, actions, looked_at), strict=True):
        if not actions:
            yield HeatCell(look=EMPTY, text="No actions")
        elif not moment.is_known:
            yield HeatCell(look=NOT_YET, text="Not yet")
        else:
            code = tally.status.value
            note = f"{tally.reported} of {tally.total}" if tally.reported else ""
            yield HeatCell(look=f"status-{code}", text=group_status(tally).word, note=note, symbol=f"symbol-{code}")


def _sentence(groups: tuple[HeatGroup, ...], looked_at: tuple[Moment, ...]) -> str:
    rows = [row for group in groups for row in group.rows]
    known = [n for n, moment in enumerate(looked_at) if moment.is_known]
    if not rows or not known:
        return "There is no term to look back on yet."
    silent = (NOT_REPORTED, EMPTY)
    last = looked_at[known[-1]].day
    reported = sum(row.cells[known[-1]].look not in silent for row in rows)
    first = next((n for n in known if any(row.cells[n].look not in silent for row in rows)), None)
    if first is None:
        return f"By {day(last)}, no report had given a status to any action of the {count(len(rows), 'objective')}."
    began = _when(looked_at[first])
    moved = sum(len({row.cells[n].look for n in known} - set(silent)) > 1 for row in rows)
    return (
        f"By {day(last)}, {reported} of {count(len(rows), 'objective')} had an action with a reported status; "
        f"the first such report came {began}. It changed again later in {number_word(moved)} of them."
    )


def _when(moment: Moment) -> str:
    return f"in the term {moment.name} {moment.year}" if moment.year else "after the plan"
