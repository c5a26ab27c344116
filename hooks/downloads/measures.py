"""The table of verdicts on measures: the figure of each year beside its target, for the trust and each school."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.figures import SYMBOLS
from validate.plan.columns import Column, key
from validate.plan.tables import Spec
from validate.records.notes import MEASURE, SCHOOL
from validate.standing.measures import TRUST, Verdict, measures_of
from validate.words import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.standing.measures import Figure, Measured, Series


def _choice(name: str, choices: tuple[str, ...], description: str, *, required: bool = True) -> Column:
    return Column(
        name=name, type="string", title=upper_first(name), description=description, required=required, choices=choices
    )


MEASURE_VERDICTS = Spec(
    name="measure-verdicts",
    description="How each measure stood: one row for each year of the trust and of each school, with the figure that stands for "
    "the year.",
    columns=(
        key("id", "Its name, unique in this table."),
        key("measure", "The measure.", MEASURE),
        key("school", "The school; empty for the trust as a whole.", SCHOOL, required=False),
        key("year", "The academic year."),
        key("term", "The term, where the year has no figure of its own yet.", required=False),
        key("value", "The figure; empty where a symbol stands.", value_type="number", required=False),
        _choice("symbol", tuple(SYMBOLS), "What stands in place of a figure.", required=False),
        key("target", "The target it is set beside, if there is one.", value_type="number", required=False),
        _choice("verdict", tuple(Verdict), "What the figure comes to beside its target."),
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
