"""Posts that are filled, beside what the plan asks for at the number of schools there is now, with their history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.joining_capacity import NeedView, need_view
from hooks.views.kept import kept
from hooks.views.standing import evidence_view
from validate.standing.capacity_filled import has_filled, need_now
from validate.words import day, fte

if TYPE_CHECKING:
    from datetime import date

    from hooks.context import SiteContext
    from hooks.views.standing import EvidenceView
    from validate.plan.entry import Entry
    from validate.plan.growth import Growth, Post
    from validate.records.growth import FilledRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class FilledEntryView:
    """How much of a post was filled from a day on."""

    date: str
    fte: str
    is_temporary: bool
    note: str
    evidence: tuple[EvidenceView, ...]
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FilledPostView:
    """A post with everything recorded of how it was filled, newest first."""

    name: str
    entries: tuple[FilledEntryView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FilledView:
    """What is filled now beside what is called for, and how that came about."""

    need: NeedView
    posts: tuple[FilledPostView, ...]
    """Those with a record."""


def filled_view(context: SiteContext) -> FilledView | None:
    """Return the view of the posts that are filled; nothing where no file says so."""
    growth, as_at = context.plan.growth, context.as_at
    if growth is None or not has_filled(growth, as_at):
        return None
    return FilledView(
        need=need_view(need_now(context.plan, growth, as_at), as_at),
        posts=tuple(_post(post, growth, as_at) for post in growth.posts if post.filled),
    )


def _post(post: Post, growth: Growth, as_at: date) -> FilledPostView:
    newest_first = sorted(post.filled, key=lambda entry: entry.record.date, reverse=True)
    return FilledPostView(name=post.record.name, entries=tuple(_entry(entry, growth, as_at) for entry in newest_first))


def _entry(entry: Entry[FilledRecord], growth: Growth, as_at: date) -> FilledEntryView:
    record = entry.record
    return FilledEntryView(
        date=day(record.date),
        fte=fte(record.fte),
        is_temporary=record.temporary,
        note=record.note or "",
        evidence=tuple(map(evidence_view, record.evidence)),
        kept=kept(entry, as_at, growth),
    )
