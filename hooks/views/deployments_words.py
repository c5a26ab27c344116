"""Words that every part of the page on support between schools uses: days, times, and who lends and borrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import school_page
from validate.standing.deployments import Lent, Party
from validate.words import count, span, upper_first

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from validate.plan.plan import Plan
    from validate.standing.deployments import End

PARTIES = {Party.CENTRAL_TEAM: "Central team", Party.OUTSIDE: "Outside the trust"}


@dataclass(frozen=True, kw_only=True, slots=True)
class EndView:
    """Who lends or borrows. A school of the trust has a link to its page; the others have a word on who they are."""

    name: str
    href: str
    about: str


def end_view(plan: Plan, end: End, name: str | None = None) -> EndView:
    """Return one end of deployments, or of one deployment that gives a name of its own."""
    if isinstance(end, Party):
        about = PARTIES[end] if name else ""
        return EndView(name=name or PARTIES[end], href="", about=about)
    school = next(school for school in plan.schools if school.id == end)
    return EndView(name=school.record.name, href=school_page(end), about="")


def days(number: Decimal | None) -> str:
    """Return a number of days in words: 1 day, 2.5 days; nothing where there is none."""
    return "" if number is None else count(number, "day")


def days_of(lent: Lent) -> str:
    """Return the days of some deployments; where none of them has any recorded, say so."""
    if not lent.deployments:
        return ""
    return days(lent.days) if lent.deployments > lent.not_counted else "Days not recorded"


def left_out(lent: Lent) -> str:
    """Say how many of some deployments the days leave out; nothing where they count all or none."""
    return f"{lent.not_counted} without days" if 0 < lent.not_counted < lent.deployments else ""


def time_of(starts: date | None, ends: date | None) -> str:
    """Return a time in words; what goes on, or ends after the day of the site, has no end."""
    return upper_first(span(starts, ends))
