"""Views of statuses, of the counts of groups, and of proofs: what templates show of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import proof_address
from hooks.views.kept import kept_words
from validate.status import Status
from validate.words import are, have, listed, name_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.records.report import EvidenceRecord
    from validate.standing.tally import Tally

PARTLY = (Status.COMPLETE, Status.DEFERRED, Status.CANCELLED)
"""Statuses that are said of a part only, where they do not hold for the whole group."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusView:
    """A status as a symbol's name, a word and a count."""

    code: str
    word: str
    count: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceView:
    """One proof with its link; `href` is empty where there is none, and starts with evidence/ for a file."""

    title: str
    kind: str
    date: str
    href: str
    is_file: bool
    kept: str = ""
    """The words of the tag beside what the public does not see; mostly empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    """Counts of a group, with the status that speaks for it."""

    status: StatusView
    counts: tuple[StatusView, ...]
    """Each status present; the counts add up to the total."""
    total: int
    complete: int
    counted: int
    not_reported: int
    overdue: int
    stale: int
    percent: int | None
    why: str


def status_view(status: Status, count: int = 1) -> StatusView:
    """Return the view of a status."""
    return StatusView(code=status.value, word=status.word, count=count)


def partly_view(status: Status, count: int = 1) -> StatusView:
    """Return the view of a status that holds for a part only."""
    return StatusView(code=status.value, word=f"Partly {status.word.lower()}", count=count)


def evidence_view(evidence: EvidenceRecord, as_at: date | None = None) -> EvidenceView:
    """Return the view of one proof.

    With the day of the site it also tells until when the public does not see it for its own sake; what it stands in has
    its own tag.
    """
    return EvidenceView(
        title=evidence.title,
        kind=name_in_words(evidence.kind),
        date=evidence.date or "",
        href=proof_address(evidence),
        is_file=evidence.file is not None,
        kept=kept_words(for_trustees=evidence.for_trustees, until=evidence.publish_after, as_at=as_at),
    )


def group_view(tally: Tally) -> GroupView:
    """Return the view of a group's counts."""
    return GroupView(
        status=group_status(tally),
        counts=tuple(_counts(tally)),
        total=tally.total,
        complete=tally.complete,
        counted=tally.counted,
        not_reported=tally.not_reported,
        overdue=tally.overdue,
        stale=tally.stale,
        percent=tally.percent,
        why=_why_group(tally),
    )


def group_status(tally: Tally) -> StatusView:
    """Return the status that speaks for a group; some are said of a part only, where they do not hold for all."""
    is_whole = tally.counts[tally.status] - tally.partly[tally.status] == tally.total
    return status_view(tally.status) if is_whole or tally.status not in PARTLY else partly_view(tally.status)


def _counts(tally: Tally) -> Iterator[StatusView]:
    for status, number in tally.adds_up:
        partly = tally.partly[status] if status in PARTLY else 0
        if number > partly:
            yield status_view(status, number - partly)
        if partly:
            yield partly_view(status, partly)


def _why_group(tally: Tally) -> str:
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
