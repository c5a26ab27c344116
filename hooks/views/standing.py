"""Statuses as they are said, of single things and of groups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from validate.status import Status
from validate.words import are, have, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.standing.tally import Tally

PARTLY = (Status.COMPLETE, Status.DEFERRED, Status.CANCELLED)
"""Statuses that are said of a part only, where they do not hold for the whole group."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusView:
    """A status as a symbol's name, a word and a count."""

    code: str
    word: str
    count: int = 1


@cache
def status_view(status: Status, count: int = 1) -> StatusView:
    """Return the view of a status."""
    return StatusView(code=status.value, word=status.word, count=count)


@cache
def partly_view(status: Status, count: int = 1) -> StatusView:
    """Return the view of a status that holds for a part only."""
    return StatusView(code=status.value, word=f"Partly {status.word.lower()}", count=count)


def group_status(tally: Tally) -> StatusView:
    """Return the status that speaks for a group; some are said of a part only, where they do not hold for all."""
    is_whole = tally.counts[tally.status] - tally.partly[tally.status] == tally.total
    return status_view(tally.status) if is_whole or tally.status not in PARTLY else partly_view(tally.status)


def status_counts(tally: Tally) -> tuple[StatusView, ...]:
    """Return each status present in a group; the counts add up to its total."""
    return tuple(_counts(tally))


def _counts(tally: Tally) -> Iterator[StatusView]:
    for status, number in tally.adds_up:
        partly = tally.partly[status] if status in PARTLY else 0
        if number > partly:
            yield status_view(status, number - partly)
        if partly:
            yield partly_view(status, partly)


def why_group(tally: Tally) -> str:
    """Say how the status that speaks for a group came about."""
    if not tally.reported:
        return "Nothing in this cell has a report, so it is shown as not reported."
    if tally.complete == tally.total:
        return "Everything in this cell is complete."
    silent = have(tally.not_reported, "no report", of=tally.total) if tally.not_reported else ""
    if tally.status is Status.COMPLETE:
        partly = tally.partly[Status.COMPLETE]
        at_a_part = are(partly, "so at a part of the schools only", of=tally.total) if partly else ""
        return f"What was reported is complete; {listed((at_a_part, silent))}."
    return f"“{tally.status.word}” is the worst status reported in this cell.{f' {silent}.' * bool(silent)}"
