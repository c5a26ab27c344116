"""Posts that are filled, beside what the plan asks for at the number of schools there is now, with their history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.joining_capacity import NeedView, need_view
from validate.standing.capacity_filled import has_filled, need_now

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.plan.growth import Post
    from validate.records.growth import FilledRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class FilledView:
    """What is filled now beside what is called for, and how that came about."""

    need: NeedView
    posts: tuple[tuple[Post, list[Entry[FilledRecord]]], ...]
    """Those with a record, each with everything recorded of how it was filled, newest first."""


def filled_view(context: SiteContext) -> FilledView | None:
    """Return the view of the posts that are filled; nothing where no file says so."""
    growth, as_at = context.plan.growth, context.as_at
    if growth is None or not has_filled(growth, as_at):
        return None
    return FilledView(
        need=need_view(need_now(context.plan, growth, as_at)),
        posts=tuple((post, _newest_first(post)) for post in growth.posts if post.filled),
    )


def _newest_first(post: Post) -> list[Entry[FilledRecord]]:
    return sorted(post.filled, key=lambda entry: entry.record.date, reverse=True)
