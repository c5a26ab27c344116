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
    from validate.plan.entry import Entry
    from validate.records.growth import FilledRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class PostView:
    """A post with what is filled of it, and what each school calls for and misses."""

    name: str
    entry: Entry[FilledRecord] | None
    note: str
    filled: str
    needs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ComingView:
    """Schools on their way, the limits and posts they meet, and what is late after joining."""

    brief: str
    all: JoiningView
    coming: tuple[CaseView, ...]
    late_after: tuple[CaseView, ...]
    """Schools that joined, of which a stage is past its day."""
    posts: tuple[PostView, ...]
    """The posts in which something is missing with any of them, then the sum; empty where there is none."""
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


def _posts(joiners: tuple[JoinerNeedView, ...]) -> tuple[PostView, ...]:
    names = dict.fromkeys(post.name for joiner in joiners for post in joiner.need.short)
    if not names:
        return ()
    by_name = [{post.name: post for post in (*joiner.need.short, *joiner.need.others)} for joiner in joiners]
    rows = [_post(tuple(posts[name] for posts in by_name)) for name in names]
    return (*rows, _post(tuple(joiner.need.total for joiner in joiners)))


def _post(needs: tuple[PostNeedView, ...]) -> PostView:
    first = needs[0]
    return PostView(
        name=first.name,
        entry=first.entry,
        note=first.filled_note,
        filled=first.filled,
        needs=tuple((need.called_for, f"{need.missing} missing" if need.missing else "") for need in needs),
    )
