"""The transformation map before and after, small enough for a summary: pillars by years, with counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.plan.pillars import Action

if TYPE_CHECKING:
    from validate.history.between import Between
    from validate.plan.pillars import Item, Pillar
    from validate.standing.progress import Progress
    from validate.standing.tally import Tally


@dataclass(frozen=True, kw_only=True, slots=True)
class CellMove:
    """One pillar in one year, or its goals, before and after. None where the plan asks nothing there."""

    before: Tally | None
    after: Tally | None

    @property
    def is_changed(self) -> bool:
        """Tell whether anything in the cell is counted otherwise than before."""
        return _counts(self.before) != _counts(self.after)


@dataclass(frozen=True, kw_only=True, slots=True)
class RowMove:
    """One pillar's row."""

    pillar: Pillar
    cells: tuple[CellMove, ...]
    """One for each year, then the goals."""

    @property
    def is_changed(self) -> bool:
        """Tell whether any cell changed."""
        return any(cell.is_changed for cell in self.cells)


@dataclass(frozen=True, kw_only=True, slots=True)
class MapMove:
    """The map before and after."""

    years: tuple[str, ...]
    rows: tuple[RowMove, ...]

    @property
    def changed_rows(self) -> tuple[RowMove, ...]:
        """The rows in which any cell changed."""
        return tuple(row for row in self.rows if row.is_changed)


GOALS = "goals"
"""Stands for a pillar's goals where a year could stand."""

_Tallies = dict[tuple[str, str], "Tally"]


def map_move(between: Between) -> MapMove:
    """Return the map of both sides, with every pillar and year of either; those of today come first."""
    before, after = between.before.plan, between.after.plan
    years = dict.fromkeys(year.id for year in (*after.years, *before.years))
    pillars = {pillar.id: pillar for pillar in (*before.pillars, *after.pillars)}
    order = dict.fromkeys(pillar.id for pillar in (*after.pillars, *before.pillars))
    were, are = _tallies(between.before), _tallies(between.after)
    columns = (*sorted(years), GOALS)
    rows = tuple(
        RowMove(
            pillar=pillars[pillar],
            cells=tuple(CellMove(before=were.get((pillar, c)), after=are.get((pillar, c))) for c in columns),
        )
        for pillar in order
    )
    return MapMove(years=tuple(sorted(years)), rows=rows)


def _tallies(progress: Progress) -> _Tallies:
    held: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    for pillar in progress.plan.pillars:
        for objective in pillar.objectives:
            for item in objective.items:
                held[pillar.id, item.year if isinstance(item, Action) else GOALS].append(item)
    return {cell: progress.of(items) for cell, items in held.items()}


def _counts(tally: Tally | None) -> object:
    return (tally.counts, tally.partly) if tally else None
