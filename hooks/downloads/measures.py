"""The table of verdicts on measures: the figure of each year beside its target, for the trust and each school."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.figures import SYMBOLS
from validate.plan.columns import choice, key
from validate.plan.tables import Spec
from validate.records.notes import MEASURE, SCHOOL
from validate.standing.measures import TRUST, Verdict, measures_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.standing.measures import Figure, Measured, Series


MEASURE_VERDICTS = Spec(
    name="measure-verdicts",
    description="How each measure stood: one row for each year of the trust and of each school, with the figure "
    "that stands for the year.",
    columns=(
        key("id", "Its name, unique in this table."),
        key("measure", "The measure.", MEASURE),
        key("school", "The school; empty for the trust as a whole.", SCHOOL, required=False),
        key("year", "The academic year."),
        key("term", "The term, where the year has no figure of its own yet.", required=False),
        key("value", "The figure; empty where a symbol stands.", value_type="number", required=False),
        choice("symbol", "What stands in place of a figure.", tuple(SYMBOLS), required=False),
        key("target", "The target it is set beside, if there is one.", value_type="number", required=False),
        choice("verdict", "What the figure comes to beside its target.", tuple(Verdict)),
        key("provisional", "True where the figure may still change.", value_type="boolean"),
    ),
)


def verdict_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each year of each measure, for the trust and for each school."""
    for measured in measures_of(context.plan):
        for series in (measured.trust, *measured.schools):
            for figure in series.by_year.values():
                yield _row(measured, series, figure)


def _row(measured: Measured, series: Series, figure: Figure) -> dict[str, Any]:
    observed, judgement = figure.newest.record, figure.judgement
    is_judged = judgement.target is not None and judgement.unjudged is None
    return {
        "id": "/".join(filter(None, (measured.id, series.school, figure.year))),
        "measure": measured.id,
        "school": None if series.school == TRUST else series.school,
        "year": figure.year,
        "term": observed.term,
        "value": judgement.value,
        "symbol": observed.value if judgement.value is None else None,
        "target": judgement.target.value if judgement.target and is_judged else None,
        "verdict": judgement.verdict.value,
        "provisional": figure.is_provisional,
    }
