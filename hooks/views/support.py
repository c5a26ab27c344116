"""School improvement: the levels of support, how a school's level is decided, and how autonomy is earned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.kept import kept
from hooks.views.support_levels import LevelView, level_views
from hooks.views.support_schools import SchoolLevelsView, school_levels
from validate.records.support import AutonomyRecord, ReviewRecord, SupportRecord
from validate.words import number_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.entry import Entry

SUPPORT_PAGE = "support.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewView:
    """A regular look at every school. What the plan does not say is empty."""

    name: str
    about: str
    how_often: str
    followed_up: str
    lead: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AutonomyView:
    """How far schools decide for themselves."""

    about: str
    earned_by: tuple[str, ...]
    reduced_by: tuple[str, ...]
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SupportView:
    """What the plan says of support for its schools."""

    sentence: str
    about: str
    source: str
    kept: str
    is_public: bool
    levels: tuple[LevelView, ...]
    reviews: tuple[ReviewView, ...]
    autonomy: AutonomyView | None
    schools: SchoolLevelsView


@dataclass(frozen=True, kw_only=True, slots=True)
class SupportPageView:
    """The page on school improvement. Without a file on support there is nothing to show."""

    support: SupportView | None


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page on school improvement."""
    support = context.plan.part(SupportRecord)
    view = SupportPageView(support=_support(context, support) if support else None)
    yield Page(path=SUPPORT_PAGE, title="School improvement", template="pages/support.md", view=view)


def _support(context: SiteContext, support: Entry[SupportRecord]) -> SupportView:
    record = support.record
    return SupportView(
        sentence=_sentence(len(record.levels)),
        about=record.about or "",
        source=record.source or "",
        kept=kept(support, context.as_at),
        is_public=context.is_public,
        levels=level_views(context, support),
        reviews=tuple(_review(context, entry, support) for entry in support.below(ReviewRecord)),
        autonomy=_autonomy(context, support),
        schools=school_levels(context),
    )


def _sentence(levels: int) -> str:
    if levels == 1:
        return "There is one level of support, for all schools."
    return f"There are {number_word(levels)} levels of support, here from the least to the most."


def _review(context: SiteContext, entry: Entry[ReviewRecord], support: Entry[SupportRecord]) -> ReviewView:
    record = entry.record
    return ReviewView(
        name=record.name,
        about=record.about,
        how_often=record.how_often,
        followed_up=record.followed_up or "",
        lead=context.plan.roles[record.lead].record.name if record.lead else "",
        kept=kept(entry, context.as_at, support),
    )


def _autonomy(context: SiteContext, support: Entry[SupportRecord]) -> AutonomyView | None:
    autonomy = support.only(AutonomyRecord)
    if autonomy is None:
        return None
    record = autonomy.record
    return AutonomyView(
        about=record.about,
        earned_by=tuple(record.earned_by),
        reduced_by=tuple(record.reduced_by),
        kept=kept(autonomy, context.as_at, support),
    )
