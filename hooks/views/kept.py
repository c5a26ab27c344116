"""The words of the tag that stands, in the trustees' site, beside what the public does not see or not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.words import day

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.entry import Entry
    from validate.records.base import Shareable


TRUSTEES_ONLY = "Trustees only"


def kept(part: Entry[Any] | Shareable, as_at: date, around: Entry[Any] | None = None) -> str:
    """Return the tag's words; nothing where the public sees the part, or where the part around it has the same tag.

    An entry has the tag of what it stands in too, and a record only its own.
    """
    words = _words(part, as_at)
    is_said_around = words and around is not None and words == _words(around, as_at)
    return "" if is_said_around else words


def _words(part: Entry[Any] | Shareable, as_at: date) -> str:
    return kept_words(for_trustees=part.for_trustees, until=part.publish_after, as_at=as_at)


def kept_words(*, for_trustees: bool, until: date | None, as_at: date | None) -> str:
    """Return the tag's words for what is kept for trustees or until a day; that is not said without today's."""
    if for_trustees:
        return TRUSTEES_ONLY
    return f"To be published after {day(until)}" if until and as_at and until >= as_at else ""
