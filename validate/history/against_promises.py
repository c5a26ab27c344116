"""Promises that were changed or removed between two states of a plan, and no amendment says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from validate.history.amended_promises import amended, hidden
from validate.history.amendments import amendments_of, says_the_same
from validate.history.promise import promises_of
from validate.layout import AMENDMENTS_FILE, PLAN_FILE
from validate.problems import Place, Problem
from validate.records.promises import What
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.history.amended_promises import Amended
    from validate.history.amendments import Amendment
    from validate.history.matching import Matched
    from validate.history.promise import Promise
    from validate.pipeline import Outcome
    from validate.plan.entry import Entry
    from validate.plan.plan import Plan


def unamended(before: Plan, outcome: Outcome, after: Plan, matched: Matched) -> Iterator[Problem]:
    """Yield a problem for each changed promise that no new amendment is about, or that one tells wrongly."""
    new = [amendment for amendment in amendments_of(after) if amendment.entry not in matched.former]
    day = outcome.as_at or date.min
    were, are = promises_of(before), promises_of(after)
    changes = [change for change in amended(were, are, matched) if not change.is_addition]
    changes += hidden(were, are, matched, day)
    removed = {change.id for change in changes if change.what is What.REMOVED}
    for change in changes:
        if change.what is What.REMOVED and change.promise.parent in removed:
            continue
        about = [entry for entry in new if entry.record.what is change.what and entry.promise == change.id]
        right = [entry for entry in about if _tells(entry, change)]
        if not about:
            yield _missing(change, outcome)
        elif not right:
            yield _wrong(change, about[-1])
        yield from _told_too_early(change, right, day)


def _tells(entry: Amendment, change: Amended) -> bool:
    was = entry.record.was or ""
    if change.what is What.REMOVED:
        return was == change.promise.name or any(says_the_same(was, one) for one in change.promise.says.values())
    return says_the_same(was, change.was)


def _missing(change: Amended, outcome: Outcome) -> Problem:
    if change.same_as:
        return _renamed(change, change.same_as)
    if change.what is What.REMOVED:
        message = f'"{short(change.id)}" was removed: "{short(change.before)}"'
    elif change.what is What.AUDIENCE:
        message = f'"{short(change.id)}" could be read by everybody, and is kept from the public now'
    else:
        became = f'is "{short(change.now.plain)}" now' if change.now.plain else "is gone"
        message = f'in "{short(change.id)}", {change.what.word} was "{short(change.was.plain)}", and {became}'
    entry = f'"promise: {change.id}", "what: {change.what}", "was: {change.was.plain}"'
    return Problem(
        code="amendment-missing",
        place=_place(change, outcome),
        message=f"{message}; no amendment says so",
        cure=f"Put it back, or add an entry to {AMENDMENTS_FILE} with {entry}, and with why, decided_by and decided.",
    )


def _renamed(change: Amended, now: Promise) -> Problem:
    return Problem(
        code="amendment-missing",
        place=now.part.place("id"),
        message=f'what "{short(change.id)}" promised is called "{short(now.id)}" now, and an id is for good: reports, '
        "links and approvals go by it",
        cure="Put the former id back. If one promise ended and another began, add an entry to "
        f'{AMENDMENTS_FILE} with "promise: {change.id}", "what: removed", "was: {change.was.plain}", and with why, '
        "decided_by and decided.",
    )


def _place(change: Amended, outcome: Outcome) -> Place:
    part = change.promise.part
    if change.what is What.AUDIENCE:
        return part.place("audience" if part.for_trustees else "publish_after")
    if change.what is not What.REMOVED:
        return part.place(change.promise.field_of(change.what))
    return place_of_removed(part, outcome)


def place_of_removed(entry: Entry[Any], outcome: Outcome) -> Place:
    """Return a place for what was removed: its file, or one that is there."""
    present = {loaded.path for loaded in outcome.loaded}
    return Place(next((file for file in (entry.file_path, AMENDMENTS_FILE) if file in present), PLAN_FILE))


def _wrong(change: Amended, entry: Amendment) -> Problem:
    return Problem(
        code="amendment-was",
        place=entry.entry.place("was"),
        message=f'in "{short(change.id)}", {change.what.word} was not "{short(entry.record.was or "")}" before',
        allowed=change.was.plain,
        cure="Write what stood there before, word for word.",
    )


def _told_too_early(change: Amended, entries: list[Amendment], day: date) -> Iterator[Problem]:
    """Report entries that the public sees of promises that it did not see as they were."""
    until = _kept_until(change.former.part) if change.former else date.min
    for entry in entries:
        # An amendment of a promise that is still kept goes with it; of one that is gone, nothing is left to go with.
        with_promise = date.min if change.what is What.REMOVED else _kept_until(change.promise.part)
        if day <= until and max(_kept_until(entry.entry), with_promise) < until:
            yield Problem(
                code="amendment-public",
                place=entry.entry.place(),
                message=f'"{short(change.id)}" was kept from the public, and this tells the public what it said',
                cure='Keep this entry from the public as well, with the "audience" or "publish_after" of the promise.',
            )


def _kept_until(part: Entry[Any]) -> date:
    """Return the last day on which the public does not see something."""
    return date.max if part.for_trustees else part.publish_after or date.min
