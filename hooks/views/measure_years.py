"""A measure's figures for the trust over the years, beside its targets and what it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.line_chart import LinePlan, line_chart
from hooks.views.measure_figures import FigureView, TargetView, figure_view, target_view
from hooks.views.measure_words import SHORTENED, amount, brief, observed_text
from validate.figures import number_of
from validate.records.measures import ComparatorValueRecord
from validate.standing.measures import ADD_UP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from hooks.context import SiteContext
    from hooks.line_chart import LineChart
    from validate.plan.entry import Entry
    from validate.standing.measures import Figure, Measured

    Compared = Entry[ComparatorValueRecord]


@dataclass(frozen=True, kw_only=True, slots=True)
class YearRowView:
    """One row: a year or a term, with what is known of it."""

    when: str
    figure: FigureView | None
    beginning: str
    """Where it stood at the beginning of the plan, if that is what is known of this year."""
    target: TargetView | None
    compared: Compared | None
    """What it is set beside."""
    compared_text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class YearsView:
    """The rows, and the chart where there is anything to draw."""

    rows: tuple[YearRowView, ...]
    compared_with: str
    """The name of what figures are set beside; empty where there is nothing."""
    chart: LineChart | None
    words: str
    """What the chart shows, for those who do not see it."""
    has_targets: bool
    has_provisional: bool
    from_zero: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a measure, by year."""

    targets: dict[str, Decimal | None]
    baseline: dict[str, Decimal]
    compared: dict[str, Compared]


def years_view(context: SiteContext, measured: Measured) -> YearsView | None:
    """Return the view of the trust's years; nothing where neither figure, target nor comparison is known."""
    measure = measured.measure.record
    start, _compared = measure.baseline, measure.comparator.values if measure.comparator else []
    known = _Known(
        targets={target.year: target.value for target in measure.targets},
        baseline={start.year: start.value} if start and start.year and start.value is not None else {},
        compared={e.record.year: e for e in measured.measure.every(ComparatorValueRecord)},
    )
    rows = tuple(_rows(context, measured, known))
    if not rows:
        return None
    chart = _chart(measured, known)
    return YearsView(
        rows=rows,
        compared_with=measure.comparator.name if measure.comparator and known.compared else "",
        chart=chart,
        words="; ".join(map(_in_words, rows)) if chart else "",
        has_targets=any(value is not None for value in known.targets.values()),
        has_provisional=any(figure.is_provisional for figure in measured.trust.figures),
        from_zero=measure.unit in ADD_UP,
    )


def _rows(context: SiteContext, measured: Measured, known: _Known) -> Iterator[YearRowView]:
    figures: dict[str, list[Figure]] = {}
    for figure in measured.trust.figures:
        figures.setdefault(figure.year, []).append(figure)
    for year in sorted({*figures, *known.targets, *known.baseline, *known.compared}):
        terms = [figure for figure in figures.get(year, []) if figure.newest.record.term]
        whole = next((figure for figure in figures.get(year, []) if not figure.newest.record.term), None)
        for figure in terms:
            view = figure_view(context, measured, figure)
            yield YearRowView(
                when=view.shown.when, figure=view, beginning="", target=view.target, compared=None, compared_text=""
            )
        if whole or not terms or year in known.compared:
            yield _year_row(context, measured, known, year, whole)


def _year_row(context: SiteContext, measured: Measured, known: _Known, year: str, figure: Figure | None) -> YearRowView:
    compared = known.compared.get(year)
    start = known.baseline.get(year) if figure is None else None
    return YearRowView(
        when=year,
        figure=figure_view(context, measured, figure) if figure else None,
        beginning=amount(start, measured.measure.record) if start is not None else "",
        target=target_view(measured, year),
        compared=compared,
        compared_text=amount(compared.record.value, measured.measure.record) if compared else "",
    )


def _chart(measured: Measured, known: _Known) -> LineChart | None:
    measure, by_year = measured.measure.record, measured.trust.by_year
    observed = {year: figure.newest.record for year, figure in by_year.items()}
    figures = {year: value for year, found in observed.items() if (value := number_of(found.value)) is not None}
    values = {**{year: value for year, value in known.baseline.items() if year not in observed}, **figures}
    targets = {year: value for year, value in known.targets.items() if value is not None}
    years = _every_year({*observed, *values, *targets, *known.compared})
    if not figures or len(years) < 2:
        return None
    return line_chart(
        LinePlan(
            years=years,
            values=values,
            labels={
                year: observed_text(observed[year], measure)
                if year in figures and abs(value) < SHORTENED
                else brief(value, measure)
                for year, value in values.items()
            },
            symbols={year: found.value for year, found in observed.items() if year not in figures},
            provisional=frozenset(year for year, figure in by_year.items() if figure.is_provisional),
            targets=targets,
            target_labels={year: brief(value, measure) for year, value in targets.items()},
            others={year: entry.record.value for year, entry in known.compared.items()},
            from_zero=measure.unit in ADD_UP,
        )
    )


def _every_year(found: set[str]) -> tuple[str, ...]:
    """Return the years from the first to the last, with those of which nothing is known."""
    if not found:
        return ()
    first, last = int(min(found)[:4]), int(max(found)[:4])
    return tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(first, last + 1))


def _in_words(row: YearRowView) -> str:
    figure = row.figure.shown.text if row.figure else row.beginning or "no figure"
    target = f", target {row.target.text}" if row.target else ""
    return f"{row.when}: {figure}{target}"
