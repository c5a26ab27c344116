"""Promises that the public could read and that are kept from it now: for the public, they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.history.amended_promises import Amended, moved_actions
from validate.history.fingerprint import known_to_public
from validate.history.promise import Said, promises_of
from validate.records.promises import EVERYBODY, What

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.plan import Plan

PUBLIC = Said("public", EVERYBODY["public"])
TRUSTEES = Said("trustees", "trustees alone")


def hidden(before: Plan, after: Plan, day: date) -> Iterator[Amended]:
    """Yield each promise that the public could read on a day as it was, and cannot as it is.

    What belongs to another promise that is hidden is not told again.
    """
    were, are = promises_of(before), promises_of(after)
    moved = moved_actions(were, are)
    read = {promise.id for promise in known_to_public(were.values(), day)}
    readable = {promise.id for promise in known_to_public(are.values(), day)}
    gone = {id_ for id_ in are.keys() - readable if moved.get(id_, id_) in read}
    for promise in are.values():
        if promise.id in gone and promise.parent not in gone:
            former = were[moved.get(promise.id, promise.id)]
            yield Amended(promise=promise, what=What.AUDIENCE, was=PUBLIC, now=TRUSTEES, former=former)
