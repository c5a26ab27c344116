"""An amendment says what the promise said before, and that is not what it says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.history.amendments import amendments_of, newest_amendments, says_the_same
from validate.history.promise import promises_of
from validate.problems import Problem
from validate.records.amendments import AmendmentRecord
from validate.records.promises import What
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report amendments without the former words, and those whose former words still stand in the plan."""
    if not scene.plan.entries(AmendmentRecord):
        return
    for entry in amendments_of(scene.plan):
        if entry.record.what is What.ADDED and entry.record.was:
            yield Problem(
                code="amendment-was",
                place=entry.place("was"),
                message="this promise was added, so it cannot have said anything before",
                cure='Remove "was", or write what was changed in place of "added".',
            )
        elif entry.record.what is not What.ADDED and not entry.record.was:
            yield Problem(
                code="amendment-was",
                place=entry.place(),
                message=f'"was" is missing: this does not say what {entry.record.what.word} was before',
                cure='Add "was" with the former words, or the former date as year-month-day.',
            )
    promises = promises_of(scene.plan)
    for entry in newest_amendments(scene.plan):
        promise = promises.get(entry.record.promise)
        said = promise.says.get(entry.record.what) if promise else None
        if said and entry.record.was and says_the_same(entry.record.was, said):
            yield Problem(
                code="amendment-was",
                place=entry.place("was"),
                message=f'{entry.record.what.word} is "{short(said.plain)}" now, as this says that it was before',
                cure='Write the former words in "was", change the promise in its own file, or remove this entry.',
            )
