"""The promises as they stood before some amendments, as far as the amendments tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from validate.history.promise import Said
from validate.plan.pillars import Goal
from validate.records.plan import PlanRecord
from validate.records.promises import What, former_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from validate.history.amendments import Amendment
    from validate.history.promise import Promise
    from validate.plan.plan import Plan


class CannotBeUndone(Exception):
    """An amendment does not say all that a promise said before."""


def undone(plan: Plan, promises: Iterable[Promise], amendments: Iterable[Amendment]) -> tuple[Promise, ...]:
    """Return the promises as they stood before these amendments, which may come in any order.

    Raises:
        CannotBeUndone: where a promise was removed or kept from the public, of which an amendment keeps one sentence
            only, or where the plan got other years.

    """
    before = {promise.id: promise for promise in promises}  # by its id of now, which amendments go by
    for amendment in sorted(amendments, key=lambda amendment: amendment.record.decided, reverse=True):
        name, what = amendment.promise, amendment.record.what
        promise = before.get(name)
        if what in (What.REMOVED, What.AUDIENCE) or promise is None:
            raise CannotBeUndone(name)
        if what is What.ADDED:
            before = _without(before, name)
        elif what not in promise.can_say or (what is What.YEAR and _is_plan(promise)):
            raise CannotBeUndone(name)
        else:
            before = _with_former(plan, before, name, what, amendment.record.was or "")
    return tuple(before.values())


def _without(promises: Mapping[str, Promise], gone: str) -> dict[str, Promise]:
    """Return the promises without one that was added, and without all that belongs to it."""
    inner = [id_ for id_, promise in promises.items() if promise.parent == gone]
    left = {id_: promise for id_, promise in promises.items() if id_ != gone}
    for id_ in inner:
        left = _without(left, id_)
    return left


def _with_former(plan: Plan, promises: Mapping[str, Promise], name: str, what: What, was: str) -> dict[str, Promise]:
    """Return the promises with what one of them said before, and with the dates that others take from it."""
    promise = promises[name]
    former = _saying(promise, what, was)
    changed = {name: _in_year(plan, former, was) if what is What.YEAR else former}
    if what is What.DUE and _is_plan(promise):
        goals = {id_: goal for id_, goal in promises.items() if isinstance(goal.part, Goal)}
        changed |= {id_: _saying(goal, what, was) for id_, goal in goals.items() if what in goal.inherited}
    return {**promises, **changed}


def _is_plan(promise: Promise) -> bool:
    return isinstance(promise.part.record, PlanRecord)


def _saying(promise: Promise, what: What, text: str) -> Promise:
    return replace(promise, says={**promise.says, what: Said(text, text)})


def _in_year(plan: Plan, action: Promise, year: str) -> Promise:
    """Return an action under the id that it had in a year, with that year's end where it has no date of its own."""
    ends = next((known.ends.isoformat() for known in plan.years if known.id == year), None)
    if ends is None:
        raise CannotBeUndone(action.id)
    former = replace(action, id=former_name(action.id, What.YEAR, year))
    return _saying(former, What.DUE, ends) if What.DUE in action.inherited else former
