"""Figures and lists in words, as sentences on the pages use them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from validate.plan.growth import Phase


def fte(value: Decimal) -> str:
    """Return an FTE with at least one decimal place: 1.0, 0.6, 0.75."""
    exponent = value.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return f"{value:.{max(1, places)}f}"


def fte_each(value: Decimal, schools: int) -> str:
    """Return an FTE shared among schools, to two decimal places."""
    return str((value / schools).quantize(Decimal("0.01"), ROUND_HALF_UP))


def schools_of(phase: Phase) -> str:
    """Return the number of schools that a phase is meant for: 4 schools, 5 to 6 schools, 8 or more schools."""
    if phase.record.schools_to is None:
        return f"{phase.record.schools_from} or more schools"
    if phase.record.schools_to == phase.record.schools_from:
        return schools(phase.record.schools_from)
    return f"{phase.record.schools_from} to {phase.record.schools_to} schools"


def schools(number: int) -> str:
    """Return a number of schools: 1 school, 4 schools, no schools."""
    return f"{number or 'no'} school{'' if number == 1 else 's'}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as a list in a sentence: a, b and c."""
    *first, end = names or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def time_span(months: int) -> str:
    """Return a number of months as people say it: 3 years, 1 year, 18 months."""
    years, rest = divmod(months, 12)
    number, unit = (months, "month") if rest or not years else (years, "year")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def every(months: int) -> str:
    """Return how often something comes round: every 3 years, every year, every 18 months."""
    return f"every {time_span(months).removeprefix('1 ')}"
