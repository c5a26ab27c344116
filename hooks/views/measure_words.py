"""Figures of measures in words: with their unit, their time, and what a symbol stands for."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from validate.figures import SYMBOLS, number_of

if TYPE_CHECKING:
    from validate.records.measures import BaselineRecord, MeasureRecord, ObservationRecord, TargetRecord

NOT_PUBLISHED = "not published"

BETTER = {
    "higher": "Higher is better",
    "lower": "Lower is better",
    "near-target": "The nearer to the target, the better",
}
PER = {"trust": "One figure for the whole trust", "school": "One figure for each school"}
UNITS = {
    "percent": "Percent",
    "points": "Points",
    "number": "A number",
    "days": "Days",
    "pounds": "Pounds",
    "score": "A score",
}

SHORTENED = 10_000
"""From here on, a chart has no room for every digit."""


def amount(value: Decimal, measure: MeasureRecord) -> str:
    """Return a value with its unit, rounded to the places that the measure shows."""
    rounded = value.quantize(Decimal(1).scaleb(-measure.decimals), ROUND_HALF_UP)
    return _with_unit(f"{rounded:,}", measure.unit, one=rounded == 1)


def brief(value: Decimal, measure: MeasureRecord) -> str:
    """Return a value with its unit, as short as a chart needs it: £118k for 118,400 pounds."""
    for size, mark in ((1_000_000, "m"), (1_000, "k")):
        if abs(value) >= max(size, SHORTENED):
            return _with_unit(f"{value / size:.3g}{mark}", measure.unit, one=False)
    return amount(value, measure)


def exact(value: Decimal, measure: MeasureRecord) -> str:
    """Return a value with its unit as it was recorded, with no fewer places than the measure shows."""
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return _with_unit(f"{value:,.{max(places, measure.decimals)}f}", measure.unit, one=value == 1)


def distance(value: Decimal, measure: MeasureRecord) -> str:
    """Return how far one value is from another."""
    if measure.unit == "percent":
        return exact(value, measure).replace("%", " percentage points")
    return exact(value, measure)


def _with_unit(number: str, unit: str, *, one: bool) -> str:
    match unit:
        case "percent":
            return f"{number}%"
        case "pounds":
            return f"-£{number[1:]}" if number.startswith("-") else f"£{number}"
        case "points" | "days":
            return f"{number} {unit.removesuffix('s') if one else unit}"
        case _:
            return number


def observed_text(observed: ObservationRecord, measure: MeasureRecord) -> str:
    """Return an observation as it is shown: a number with its unit, or the symbol itself.

    It is rounded, unless that would make it look like its target.
    """
    value = number_of(observed.value)
    if value is None:
        return observed.value
    targets = [target.value for target in measure.targets if target.year == observed.year and target.value is not None]
    rounded = amount(value, measure)
    hides = any(target != value and amount(target, measure) == rounded for target in targets)
    return exact(value, measure) if hides else rounded


def meaning(observed: ObservationRecord) -> str:
    """Return what the symbol stands for; nothing where there is a number."""
    return SYMBOLS.get(observed.value, "")


def when(observed: ObservationRecord, terms: dict[str, str]) -> str:
    """Return the time of an observation: 2022-23, or Autumn 2022-23."""
    return f"{terms.get(observed.term, observed.term)} {observed.year}" if observed.term else observed.year


def target_text(target: TargetRecord | None, measure: MeasureRecord) -> str:
    """Return a target as a number, in words or both; nothing where there is none."""
    if target is None:
        return ""
    number = amount(target.value, measure) if target.value is not None else ""
    return f"{number} ({target.words})" if number and target.words else number or target.words or NOT_PUBLISHED


def baseline_text(baseline: BaselineRecord | None, measure: MeasureRecord) -> str:
    """Return where a measure stood at the beginning, or that nobody has published it."""
    if baseline is None:
        return NOT_PUBLISHED
    said = amount(baseline.value, measure) if baseline.value is not None else NOT_PUBLISHED
    return " ".join([said, *([f"in {baseline.year}"] if baseline.year else [])])
