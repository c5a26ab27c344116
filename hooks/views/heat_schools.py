"""The heatmap of schools by objectives: where each school stands in what is tracked school by school."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hooks.page_paths import asked_place, school_page
from hooks.views.heat_parts import EMPTY, HeatCell, HeatGroup, HeatRow, HeatView, cells_in, legend, number_of_cells
from hooks.views.standing import group_status
from validate.standing.tally import Tally
from validate.status import Status
from validate.words import count, listed

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.pillars import Objective
    from validate.plan.schools import School
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing

LABELS = (*((f"status-{status.value}", status.word) for status in Status), (EMPTY, "Not asked of this school"))

Tallies = dict[tuple[str, str], Tally]
"""Counts by school and objective."""


def schools_heat(context: SiteContext) -> HeatView | None:
    """Return the heatmap of schools by objectives; nothing where no action is tracked at any school."""
    tallies = school_tallies(context.progress)
    if not tallies:
        return None
    objectives = [o for o in context.plan.objectives if any(found == o.id for _, found in tallies)]
    schools = [s for s in context.plan.schools if any(found == s.id for found, _ in tallies)]
    rows = tuple(_row(school, objectives, tallies) for school in schools)
    groups = (HeatGroup(title="Schools", href="schools.md", rows=rows),)
    cells = cells_in(groups)
    return HeatView(
        key="schools",
        title="Where each school stands",
        sentence=_sentence(context.progress, tallies),
        caption="The status of each school in the actions of an objective that are tracked school by school, and how "
        "many of them are complete there",
        columns=tuple(f"{objective.id} {objective.record.title}" for objective in objectives),
        groups=groups,
        legend=legend(LABELS, (cell.look for cell in cells), always=0),
        counted=number_of_cells(cells),
        csv="data/heatmap-schools.csv",
    )


def school_tallies(progress: Progress) -> Tallies:
    """Return where each school stands in each objective that asks something of it."""
    found: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for school, standings in progress.by_school.items():
        for standing in standings:
            found[school, standing.item.objective.id].append(standing)
    return {names: Tally.of(standings) for names, standings in found.items()}


def _row(school: School, objectives: list[Objective], tallies: Tallies) -> HeatRow:
    cells = (_cell(tallies.get((school.id, o.id)), asked_place(school.id, o.id)) for o in objectives)
    return HeatRow(id="", title=school.record.name, href=school_page(school.id), cells=tuple(cells))


def _cell(tally: Tally | None, href: str) -> HeatCell:
    if tally is None:
        return HeatCell(look=EMPTY, text="Not asked")
    code = tally.status.value
    silent = f", {tally.not_reported} not reported" if tally.not_reported else ""
    return HeatCell(
        look=f"status-{code}",
        text=f"{group_status(tally).word}{silent}",
        note=f"{tally.complete} of {tally.total}",
        more="complete",
        symbol=f"symbol-{code}",
        href=href,
    )


def _sentence(progress: Progress, tallies: Tallies) -> str:
    tracked = [standing for standing in progress.standings.values() if standing.schools]
    objectives = {standing.item.objective.id for standing in tracked}
    statuses = [status for tally in tallies.values() for status, number in tally.adds_up for _ in range(number)]
    said = [f"{statuses.count(status):,} {status.word.lower()}" for status in Status if status in statuses]
    of = f"of {count(len(objectives), 'objective')}"
    return (
        f"{count(len(tracked), f'action {of} is', f'actions {of} are')} tracked school by school. "
        f"One action at one school counts once: of {len(statuses):,}, {listed(said)}."
    )
