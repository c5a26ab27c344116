"""Academic years and terms, worked out from the plan's own cut-off days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Term:
    """One term of one academic year. It belongs to its academic year, not the calendar year."""

    id: str
    """For example 2022-23/autumn."""
    name: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class AcademicYear:
    """One academic year, from the first day of its first term to the day before the next."""

    id: str
    """Written like 2022-23."""
    starts: date
    ends: date
    terms: tuple[Term, ...]

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in this year."""
        return self.starts <= day <= self.ends


def academic_year(year: str, terms: list[tuple[str, str, str]]) -> AcademicYear:
    """Return the year written like 2022-23, with terms given as id, name and starting month-day.

    A term whose month-day comes before the first term's starts in the second calendar year.
    """
    first_year = int(year[:4])
    opening = terms[0][2]
    starts = [_day(first_year + (start < opening), start) for _, _, start in terms]
    end = _day(first_year + 1, opening) - timedelta(days=1)
    ends = [*(later - timedelta(days=1) for _, later in pairwise(starts)), end]
    return AcademicYear(
        id=year,
        starts=starts[0],
        ends=end,
        terms=tuple(
            Term(f"{year}/{slug}", f"{name} {year}", start, stop)
            for (slug, name, _), start, stop in zip(terms, starts, ends, strict=True)
        ),
    )


def year_holding(day: date, like: AcademicYear) -> AcademicYear:
    """Return the academic year that holds this day, also outside the plan, with the terms of another year."""
    opening = like.starts
    first = day.year - ((day.month, day.day) < (opening.month, opening.day))
    terms = [
        (term.id.rsplit("/", 1)[-1], term.name.removesuffix(f" {like.id}"), f"{term.starts:%m-%d}")
        for term in like.terms
    ]
    return academic_year(f"{first}-{(first + 1) % 100:02d}", terms)


def _day(year: int, month_day: str) -> date:
    month, day = map(int, month_day.split("-"))
    return date(year, month, min(day, 28) if month == 2 else day)
