"""Growth and capacity: where the trust stands, what each phase needs, the plan's limits, and a what-if."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.charts import COLUMN, Block, column
from hooks.page import Page
from hooks.page_paths import GROWTH_PAGE
from hooks.views.growth_filled import FilledView, filled_view
from hooks.views.growth_phases import PhasesView, phases_view
from hooks.views.growth_what_if import WhatIfView, what_if
from hooks.views.growth_years import GrowthRecordView, growth_record, phases_that_fit
from validate.standing.capacity import years_of_growth
from validate.standing.membership import each_school
from validate.words import day, listed, number_word, schools, schools_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.growth import Growth
    from validate.standing.capacity import YearOfGrowth


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureYearView:
    """One column of the growth picture, with what it shows in words."""

    label: str
    schools: str
    joined: str
    phases: str
    blocks: tuple[Block, ...]
    """One for each school."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GrowthPictureView:
    """How the number of schools grew, year by year."""

    height: int
    years: tuple[PictureYearView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GrowthView:
    """The page on growth. Phases and what-if are missing where the plan gives none."""

    sentence: str
    picture: GrowthPictureView
    record: GrowthRecordView
    phases: PhasesView | None
    filled: FilledView | None
    """Nothing where no file says how much of any post is filled."""
    what_if: WhatIfView | None


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page on growth."""
    yield Page(
        path=GROWTH_PAGE,
        title="Growth and capacity",
        template="pages/growth.md",
        view=growth_view(context),
    )


def growth_view(context: SiteContext) -> GrowthView:
    """Return the view of the page on growth."""
    growth, now = context.plan.growth, len(context.plan.schools_on(context.as_at))
    return GrowthView(
        sentence=f"On {day(context.as_at)} the trust had {schools(now)}. {_fits(growth, now)}",
        picture=growth_picture(context),
        record=growth_record(context),
        phases=phases_view(growth) if growth else None,
        filled=filled_view(context),
        what_if=what_if(growth, now) if growth else None,
    )


def _fits(growth: Growth | None, now: int) -> str:
    if growth is None:
        return "The plan says nothing of phases, posts or limits of growth."
    fitting = [
        f"{phase.record.name} ({schools_between(phase.record.schools_from, phase.record.schools_to)})"
        for phase in growth.phases
        if phase.fits(now)
    ]
    if not fitting:
        return "None of the plan's phases is meant for that number."
    if len(fitting) == 1:
        return f"That fits {fitting[0]}."
    return f"That fits {number_word(len(fitting))} of the plan's phases, because they overlap: {listed(fitting)}."


def growth_picture(context: SiteContext) -> GrowthPictureView:
    """Return the picture of growth for the years that had begun on the day."""
    known = [entry for entry in years_of_growth(context.plan, context.as_at) if entry.is_known]
    most = max((entry.schools for entry in known), default=0)
    return GrowthPictureView(height=COLUMN, years=tuple(_picture_year(entry, most, context) for entry in known))


def _picture_year(entry: YearOfGrowth, most: int, context: SiteContext) -> PictureYearView:
    end = min(entry.year.ends, context.as_at)
    new = sum(school.belongs_on(end) for school in each_school(entry.joined))
    growth = context.plan.growth
    return PictureYearView(
        label=entry.year.id,
        schools=schools(entry.schools),
        joined=f"{len(entry.joined) or 'none'} joined",
        phases=phases_that_fit(growth, entry.schools) if growth else "",
        blocks=column(entry.schools, new, most),
    )
