"""Amendments: about something that the promise says, with what it said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.history.amendments import amendments_of, newest_amendments, says_the_same
from validate.history.promise import promises_of
from validate.records.amendments import AmendmentRecord
from validate.records.promises import OF_ALL, What
from validate.rules.rule import Found, rule, rule_of
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene


@rule("amendment-unknown")
def amendment_unknown(scene: Scene) -> Iterator[Found]:
    """Report amendments of what their promise cannot say, and of promises that were removed and are still there."""
    if not scene.every(AmendmentRecord):
        return
    promises = promises_of(scene.plan)
    for entry in amendments_of(scene.plan):
        promise, what = promises.get(entry.promise), entry.record.what
        if promise and what not in (*promise.can_say, *OF_ALL):
            yield Found(
                entry.entry.place("what"),
                f'"{short(promise.id)}" is a promise of the kind "{promise.kind}", which has no "{what}"',
                "Write what was changed. The target of a measure is a promise of its own: the measure's id, "
                "a slash and the year."
                if what is What.TARGET
                else "Write what was changed, or correct the id of the promise.",
                allowed=", ".join((*promise.can_say, *OF_ALL)),
            )
    for entry in newest_amendments(scene.plan):
        if entry.record.what is What.REMOVED and entry.promise in promises:
            yield Found(
                entry.entry.place("what"),
                f'"{short(entry.promise)}" was removed, as this says, and is still in the plan',
                'Write what of it was changed. If it was put back later, add an entry with "what: added".',
            )


@rule_of(AmendmentRecord, "amendment-was")
def former_words_missing(entry: Entry[AmendmentRecord]) -> Iterator[Found]:
    """Report amendments without the former words, and former words of what was added."""
    what, was = entry.record.what, entry.record.was
    if what is What.ADDED and was:
        yield Found(
            entry.place("was"),
            "this promise was added, so it cannot have said anything before",
            'Remove "was", or write what was changed in place of "added".',
        )
    elif what is not What.ADDED and not was:
        yield Found(
            entry.place(),
            f'"was" is missing: this does not say what {what.word} was before',
            'Add "was" with the former words, or the former date as year-month-day.',
        )


@rule("amendment-was")
def former_words_unchanged(scene: Scene) -> Iterator[Found]:
    """Report amendments whose former words still stand in the plan."""
    promises = promises_of(scene.plan) if scene.every(AmendmentRecord) else {}
    for entry in newest_amendments(scene.plan):
        promise = promises.get(entry.promise)
        said = promise.says.get(entry.record.what) if promise else None
        if said and entry.record.was and says_the_same(entry.record.was, said):
            yield Found(
                entry.entry.place("was"),
                f'{entry.record.what.word} is "{short(said.plain)}" now, as this says that it was before',
                'Write the former words in "was", change the promise in its own file, or remove this entry.',
            )
