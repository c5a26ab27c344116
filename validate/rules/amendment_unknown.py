"""Amendments are about something that the promise says, and only a promise that is gone was removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.history.amendments import amendments_of, newest_amendments
from validate.history.promise import promises_of
from validate.problems import Problem
from validate.records.amendments import AmendmentRecord
from validate.records.promises import OF_ALL, SAYS, What
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report amendments of what their promise cannot say, and of promises that were removed and are still there."""
    if not scene.plan.entries(AmendmentRecord):
        return
    promises = promises_of(scene.plan)
    for entry in amendments_of(scene.plan):
        promise, what = promises.get(entry.record.promise), entry.record.what
        if promise and what not in (*SAYS[promise.kind], *OF_ALL):
            known = ", ".join((*SAYS[promise.kind], *OF_ALL))
            yield Problem(
                code="amendment-unknown",
                place=entry.place("what"),
                message=f'"{short(promise.id)}" is a promise of the kind "{promise.kind}", which has no "{what}"',
                allowed=known,
                cure="Write what was changed. The target of a measure is a promise of its own: the measure's id, "
                "a slash and the year."
                if what is What.TARGET
                else "Write what was changed, or correct the id of the promise.",
            )
    for entry in newest_amendments(scene.plan):
        if entry.record.what is What.REMOVED and entry.record.promise in promises:
            yield Problem(
                code="amendment-unknown",
                place=entry.place("what"),
                message=f'"{short(entry.record.promise)}" was removed, as this says, and is still in the plan',
                cure='Write what of it was changed. If it was put back later, add an entry with "what: added".',
            )
