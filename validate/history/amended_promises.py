"""How a plan's promises were amended between two states of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.history.promise import Promise, Said, promises_of
from validate.records.promises import PromiseKind, What

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.plan import Plan

NOTHING = Said("", "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Amended:
    """One change of one promise."""

    promise: Promise
    """The promise as it is now; as it was, where it was removed."""
    what: What
    was: Said
    """What it said before; nothing where that is new."""
    now: Said
    """What it says now; nothing where that is gone."""
    former: Promise | None = None
    """The promise as it was, where there was one."""
    same_as: Promise | None = None
    """Of one that was added or removed: the one that says the same under another id, on the other side."""

    @property
    def id(self) -> str:
        """The promise's id now, or its last one."""
        return self.promise.id

    @property
    def before(self) -> str:
        """What it said before, in words."""
        return self.was.words

    @property
    def after(self) -> str:
        """What it says now, in words."""
        return self.now.words

    @property
    def is_addition(self) -> bool:
        """Tell whether something is promised on which nothing was said before."""
        return not self.was.plain


def amended(before: Plan, after: Plan) -> tuple[Amended, ...]:
    """Return what became of the promises of a plan, in the order of the later plan; removed ones come last.

    With a promise that was removed or added, those that belong to it are told as well. An action that was moved to
    another year of its objective is one promise, with a new id.
    """
    return tuple(_amended(promises_of(before), promises_of(after)))


def moved_actions(before: dict[str, Promise], after: dict[str, Promise]) -> dict[str, str]:
    """Return the former ids of actions that were moved to another year, by their ids now."""
    gone = _by_name(before, after)
    return {
        found[0]: gone[name][0]
        for name, found in _by_name(after, before).items()
        if len(found) == 1 and len(gone.get(name, ())) == 1
    }


def _by_name(promises: dict[str, Promise], others: dict[str, Promise]) -> dict[tuple[str, str], list[str]]:
    """Return the ids of actions that the other state does not have, by objective and their name within the year."""
    found: dict[tuple[str, str], list[str]] = {}
    for promise in promises.values():
        if promise.kind is PromiseKind.ACTION and promise.id not in others:
            found.setdefault((promise.parent, promise.id.rsplit("/", 1)[-1]), []).append(promise.id)
    return found


def renamed(before: dict[str, Promise], after: dict[str, Promise]) -> dict[str, Promise]:
    """Return, by id, for each promise that was added or removed the one of the other side that says the same."""
    found: dict[tuple[object, ...], tuple[list[Promise], list[Promise]]] = {}
    moved = moved_actions(before, after)
    told = {*moved, *moved.values()}
    for side, (promises, others) in enumerate(((before, after), (after, before))):
        for promise in promises.values():
            if promise.id not in others and promise.id not in told and promise.kind is not PromiseKind.TARGET:
                key = (promise.kind, tuple((what, said.plain) for what, said in promise.says.items()))
                found.setdefault(key, ([], []))[side].append(promise)
    pairs = [(gone[0], new[0]) for gone, new in found.values() if len(gone) == len(new) == 1]
    return {gone.id: new for gone, new in pairs} | {new.id: gone for gone, new in pairs}


def _amended(before: dict[str, Promise], after: dict[str, Promise]) -> Iterator[Amended]:
    moved, same = moved_actions(before, after), renamed(before, after)
    for promise in after.values():
        former = before.get(moved.get(promise.id, promise.id))
        if former is None:
            same_as = same.get(promise.id)
            yield Amended(promise=promise, what=What.ADDED, was=NOTHING, now=promise.text, same_as=same_as)
        else:
            yield from _differences(former, promise)
    told = {*after, *moved.values()}
    for promise in before.values():
        if promise.id not in told:
            yield Amended(
                promise=promise,
                what=What.REMOVED,
                was=promise.text,
                now=NOTHING,
                former=promise,
                same_as=same.get(promise.id),
            )


def _differences(before: Promise, after: Promise) -> Iterator[Amended]:
    for what in What:
        was, now = before.says.get(what, NOTHING), after.says.get(what, NOTHING)
        if was.plain != now.plain and not (what in before.inherited and what in after.inherited):
            yield Amended(promise=after, what=what, was=was, now=now, former=before)
