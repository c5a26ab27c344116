"""Schools on their way, and the posts that each of them calls for, side by side in one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.joining import JoiningView, joining_view
from validate.words import schools

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from hooks.views.joining_capacity import JoinerNeedView, PostNeedView
    from hooks.views.joining_cases import CaseView


@dataclass(frozen=True, kw_only=True, slots=True)
class ComingView:
    """Schools on their way, the limits and posts they meet, and what is late after joining."""

    brief: str
    all: JoiningView
    coming: tuple[CaseView, ...]
    late_after: tuple[CaseView, ...]
    """Schools that joined, of which a stage is past its day."""
    posts: tuple[tuple[PostNeedView, ...], ...]
    """What each school calls for in the posts in which something is missing with any, then in all; mostly empty."""
    calls_for_extra: bool
    """Whether more is called for than the phases say."""


def coming_view(context: SiteContext) -> ComingView:
    """Return the schools on their way with all that they meet."""
    view = joining_view(context)
    cases = {group.code: group.cases for group in view.groups}
    coming = cases.get("coming", ())
    joiners = view.capacity.joiners if view.capacity else ()
    return ComingView(
        brief=f"{schools(len(coming))} on the way" if coming else "No school on its way",
        all=view,
        coming=coming,
        late_after=tuple(case for case in cases.get("joined", ()) if case.overdue),
        posts=_posts(joiners),
        calls_for_extra=any(post.extra for joiner in joiners for post in joiner.need.short),
    )


def _posts(joiners: tuple[JoinerNeedView, ...]) -> tuple[tuple[PostNeedView, ...], ...]:
    names = dict.fromkeys(post.name for joiner in joiners for post in joiner.need.short)
    if not names:
        return ()
    by_name = [{post.name: post for post in (*joiner.need.short, *joiner.need.others)} for joiner in joiners]
    rows = [tuple(posts[name] for posts in by_name) for name in names]
    return (*rows, tuple(joiner.need.total for joiner in joiners))
