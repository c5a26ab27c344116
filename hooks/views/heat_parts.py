"""The pieces that every heatmap is made of: cells with a shade and a text, rows by pillar, and a legend that counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import objective_page, pillar_page
from validate.words import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hooks.context import SiteContext
    from validate.plan.pillars import Objective

UNKNOWN = "unknown"
"""The look of a cell of which nothing is known: hatched, so that it is never taken for a low figure."""
EMPTY = "empty"
"""The look of a cell in which there is nothing to know."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatCell:
    """One cell. What it says is in its text, so that the shade is never needed."""

    look: str
    """unknown, empty, step-0 to step-4, or status- with the status's name."""
    text: str
    note: str = ""
    more: str = ""
    symbol: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatRow:
    """One row with its name and, where there is a page for it, its link."""

    id: str
    title: str
    href: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatGroup:
    """Rows under a heading of their own."""

    title: str
    href: str
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LegendView:
    """What a look means, and how many cells have it. The counts add up to all the cells."""

    look: str
    label: str
    count: int
    symbol: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatView:
    """One heatmap."""

    key: str
    """Its anchor."""
    title: str
    sentence: str
    caption: str
    columns: tuple[str, ...]
    groups: tuple[HeatGroup, ...]
    legend: tuple[LegendView, ...]
    counted: str
    """What the legend counts, such as 90 cells."""
    csv: str
    spans: tuple[tuple[str, int], ...] = ()
    """Headings above the columns, each with how many of them it is for: years and their terms."""


def by_pillar(context: SiteContext, cells: Callable[[Objective], Iterable[HeatCell]]) -> tuple[HeatGroup, ...]:
    """Return a row for each objective, in groups by pillar."""
    return tuple(
        HeatGroup(
            title=f"{pillar.id} {pillar.record.title}",
            href=pillar_page(pillar.id),
            rows=tuple(
                HeatRow(id=o.id, title=o.record.title, href=objective_page(o.id), cells=tuple(cells(o)))
                for o in pillar.objectives
            ),
        )
        for pillar in context.plan.pillars
        if pillar.objectives
    )


def legend(labels: Sequence[tuple[str, str]], looks: Iterable[str], *, always: int) -> tuple[LegendView, ...]:
    """Return how many cells have each look: the first ones always, the others where there are any."""
    counts = Counter(looks)
    found = [LegendView(look=look, label=label, count=counts[look], symbol=_symbol(look)) for look, label in labels]
    return tuple(entry for n, entry in enumerate(found) if entry.count or n < always)


def _symbol(look: str) -> str:
    return look.replace("status-", "symbol-") if look.startswith("status-") else ""


def cells_in(groups: Iterable[HeatGroup]) -> list[HeatCell]:
    """Return every cell of these groups."""
    return [cell for group in groups for row in group.rows for cell in row.cells]


def number_of_cells(cells: Sequence[HeatCell]) -> str:
    """Return how many cells there are, in words."""
    return count(len(cells), "cell")
