"""School improvement: the levels of support, how a school's level is decided, and how autonomy is earned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.support_levels import LevelView, level_views
from hooks.views.support_schools import SchoolLevelsView, school_levels
from validate.records.support import SupportRecord
from validate.words import number_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.entry import Entry

SUPPORT_PAGE = "support.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class SupportView:
    """The page on school improvement."""

    sentence: str
    support: Entry[SupportRecord] | None
    """Nothing where the plan has no file on support; then there is nothing to show."""
    levels: tuple[LevelView, ...]
    schools: SchoolLevelsView


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page on school improvement."""
    support = context.plan.part(SupportRecord)
    view = SupportView(
        sentence=_sentence(support), support=support, levels=level_views(context.plan), schools=school_levels(context)
    )
    yield Page(path=SUPPORT_PAGE, title="School improvement", template="pages/support.md", view=view)


def _sentence(support: Entry[SupportRecord] | None) -> str:
    if support is None:
        return "The plan's files say nothing of how the trust supports its schools."
    levels = len(support.record.levels)
    if levels == 1:
        return "There is one level of support, for all schools."
    return f"There are {number_word(levels)} levels of support, here from the least to the most."
