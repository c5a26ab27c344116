"""Promises that were changed or removed between two states of a plan, and no amendment says so."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from validate.comparing.past_updates import said
from validate.layout import AMENDMENTS_FILE, PLAN_FILE
from validate.problems import Place, Problem
from validate.promises.amended import amended
from validate.promises.amendments import called_now, says_the_same
from validate.promises.words import PromiseKind, What
from validate.quoting import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.model.plan import Part, Plan
    from validate.pipeline import Outcome
    from validate.promises.amended import Amended
    from validate.promises.amendments import Amendment

FIELDS: dict[What, dict[str, str]] = {
    What.TITLE: {"": "title"},
    What.WORDING: {
        PromiseKind.ACTION: "action",
        PromiseKind.GOAL: "goal",
        PromiseKind.OBJECTIVE: "objective",
        PromiseKind.PILLAR: "aim",
    },
    What.DUE: {"": "due", PromiseKind.PLAN: "goal_date"},
    What.YEAR: {"": "id", PromiseKind.PLAN: "years"},
    What.SCHOOLS: {"": "schools"},
    What.UNIT: {"": "unit"},
    What.DIRECTION: {"": "better"},
    What.BASELINE: {"": "baseline"},
    What.TOLERANCE: {"": "tolerance"},
    What.TARGET: {"": "value"},
}
"""The field that says each thing, by the kind of promise where kinds differ."""


def unamended(before: Plan, outcome: Outcome, after: Plan) -> Iterator[Problem]:
    """Yield a problem for each changed promise that no new amendment is about, or that one tells wrongly."""
    entries, names = list(_new(before, after)), called_now(after)
    changes = [change for change in amended(before, after) if not change.is_addition]
    removed = {change.id for change in changes if change.what is What.REMOVED}
    for change in changes:
        if change.what is What.REMOVED and change.promise.parent in removed:
            continue
        about = [
            entry
            for entry in entries
            if entry.record.what is change.what and names.get(entry.record.promise, entry.record.promise) == change.id
        ]
        right = [entry for entry in about if _tells(entry, change)]
        if not about:
            yield _missing(change, outcome)
        elif not right:
            yield _wrong(change, about[-1])
        yield from _told_too_early(change, right, outcome.as_at or date.min)


def _new(before: Plan, after: Plan) -> Iterator[Amendment]:
    """Yield the amendments that were not there before."""
    known = Counter(said(entry.record) for entry in before.parts.amendments)
    for entry in after.parts.amendments:
        known[said(entry.record)] -= 1
        if known[said(entry.record)] < 0:
            yield entry


def _tells(entry: Amendment, change: Amended) -> bool:
    was = entry.record.was or ""
    if change.what is What.REMOVED:
        return was == change.promise.name or any(says_the_same(was, one) for one in change.promise.says.values())
    return says_the_same(was, change.was)


def _missing(change: Amended, outcome: Outcome) -> Problem:
    if change.what is What.REMOVED:
        message = f'"{short(change.id)}" was removed: "{short(change.before)}"'
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


def _place(change: Amended, outcome: Outcome) -> Place:
    origin = change.promise.part.origin
    if change.what is not What.REMOVED:
        names = FIELDS[change.what]
        return origin.place(names.get(change.promise.kind) or names[""])
    present = {loaded.path for loaded in outcome.loaded}
    return Place(next((file for file in (origin.file, AMENDMENTS_FILE) if file in present), PLAN_FILE))


def _wrong(change: Amended, entry: Amendment) -> Problem:
    return Problem(
        code="amendment-was",
        place=entry.origin.place("was"),
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
        if day <= until and max(_kept_until(entry), with_promise) < until:
            yield Problem(
                code="amendment-public",
                place=entry.origin.place(),
                message=f'"{short(change.id)}" was kept from the public, and this tells the public what it said',
                cure='Keep this entry from the public as well, with the "audience" or "publish_after" of the promise.',
            )


def _kept_until(part: Part) -> date:
    """Return the last day on which the public does not see something."""
    return date.max if part.for_trustees else part.publish_after or date.min
