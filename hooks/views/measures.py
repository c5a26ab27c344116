"""Measures: all of them in a table with where each stands, the rule of the verdicts, and a page for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.page_paths import measure_page
from hooks.views.measure import measure_view
from hooks.views.measure_figures import (
    MEASURES_PAGE,
    MeasureLineView,
    VerdictCounts,
    measure_line,
    verdict_counts,
)
from validate.figures import SYMBOLS
from validate.standing.measures import Verdict, measures_of
from validate.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.standing.measures import Measured


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasuresView:
    """The page of all measures."""

    sentence: str
    counts: VerdictCounts
    by_school: int
    """How many measures have figures of schools only."""
    rows: tuple[MeasureLineView, ...]
    verdicts: tuple[Verdict, ...]
    """Every verdict that there is, for the rule."""
    symbols: tuple[tuple[str, str], ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page of all measures and each measure's page."""
    measured = measures_of(context.plan)
    yield Page(
        path=MEASURES_PAGE, title="Measures", template="pages/measures.md", view=measures_view(context, measured)
    )
    for one in measured:
        yield Page(
            path=measure_page(one.id),
            title=one.measure.record.title,
            template="pages/measure.md",
            view=measure_view(context, one),
            trail=(("Measures", MEASURES_PAGE),),
        )


def measures_view(context: SiteContext, measured: tuple[Measured, ...]) -> MeasuresView:
    """Return the view of the page of all measures."""
    judged = [one.verdict for one in measured if not one.by_school]
    return MeasuresView(
        sentence=_sentence(len(measured)),
        counts=verdict_counts(judged),
        by_school=len(measured) - len(judged),
        rows=tuple(measure_line(context, one) for one in measured),
        verdicts=tuple(Verdict),
        symbols=tuple(SYMBOLS.items()),
    )


def _sentence(measures: int) -> str:
    if not measures:
        return "The plan names no measures."
    return f"The plan has {count(measures, 'measure')}. Each figure is set beside the target for its year."
