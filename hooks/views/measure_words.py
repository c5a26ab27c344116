"""Figures of measures in words: with their unit, their time, and what a symbol stands for."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from validate.figures import SYMBOLS, number_of
from validate.words import with_unit

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
NO_UNITS = ("number", "score")
NO_UNITS = ("number", "score")

SHORTENED = 10_000
"""From here on, a chart has no room for every digit."""

MOST_PLACES = 6
"""Decimal places that a figure may have."""


def amount(value: Decimal, measure: MeasureRecord) -> str:
    """Return a value with its unit, rounded to the places that the measure shows."""
    return _with_unit(_rounded(value, _places(measure)), measure.unit)


def brief(value: Decimal, measure: MeasureRecord) -> str:
    """Return a value with its unit, as short as a chart needs it: £118k for 118,400 pounds."""
    for size, mark in ((1_000_000, "m"), (1_000, "k")):
        if abs(value) >= max(size, SHORTENED):
            short = value / size
            places = max(0, 3 - len(f"{abs(short):.0f}"))
            number = _rounded(short, places)
            return _with_unit((number.rstrip("0").rstrip(".") if "." in number else number) + mark, measure.unit)
    return amount(value, measure)


def exact(value: Decimal, measure: MeasureRecord) -> str:
    """Return a value with its unit as it was recorded, with no fewer places than the measure shows."""
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return _with_unit(f"{value:,.{max(places, _places(measure))}f}", measure.unit)


def distance(value: Decimal, measure: MeasureRecord) -> str:
    """Return how far one value is from another."""
    if measure.unit == "percent":
        return with_unit(exact(value, measure).removesuffix("%"), "percentage points")
    return exact(value, measure)


def _places(measure: MeasureRecord) -> int:
    return min(measure.decimals, MOST_PLACES)


def _rounded(value: Decimal, places: int) -> str:
    # Adding 0 takes the sign from a rounded -0.
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0:,}"


def _with_unit(number: str, unit: str) -> str:
    return number if unit in NO_UNITS else with_unit(number, unit)


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
