"""What became of a plan's promises: their fingerprint, and how they were amended between two states of the plan."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from validate.promise_words import PromiseKind, What
from validate.promised import Promise, Said, promises_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.model import Plan

__all__ = ["Amended", "Promise", "Said", "amended", "fingerprint", "known_to_public", "moved_actions", "promises_of"]

NOTHING = Said("", "")


def known_to_public(promises: Iterable[Promise], day: date) -> Iterator[Promise]:
    """Yield the promises that were not to be kept from the public on a day."""
    for promise in promises:
        until = promise.part.publish_after
        if not promise.part.for_trustees and (until is None or until < day):
            yield promise


def fingerprint(promises: Iterable[Promise]) -> str:
    """Return 64 characters that change with any promise, and with nothing else.

    Anybody can work them out again. Each promise is one line of JSON: a list of its id, its kind and an object of
    what it says, in plain form, with names in alphabetical order and no spaces between the signs. The lines are put
    in order of their ids by code point, joined by line feeds, put into Unicode's form NFC and encoded in UTF-8. The
    fingerprint is the SHA-256 of that in small hexadecimal digits. In plain form, dates are written 2024-08-31,
    numbers in digits without zeros at the end of decimals, lists in alphabetical order with a comma and a space
    between, and texts with single spaces.
    """
    lines = [
        json.dumps(
            [promise.id, promise.kind, {what: said.plain for what, said in promise.says.items()}],
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        for promise in sorted(promises, key=lambda promise: promise.id)
    ]
    return sha256(unicodedata.normalize("NFC", "\n".join(lines)).encode()).hexdigest()


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


def _amended(before: dict[str, Promise], after: dict[str, Promise]) -> Iterator[Amended]:
    moved = moved_actions(before, after)
    for promise in after.values():
        former = before.get(moved.get(promise.id, promise.id))
        if former is None:
            yield Amended(promise=promise, what=What.ADDED, was=NOTHING, now=promise.text)
        else:
            yield from _differences(former, promise)
    told = {*after, *moved.values()}
    for promise in before.values():
        if promise.id not in told:
            yield Amended(promise=promise, what=What.REMOVED, was=promise.text, now=NOTHING, former=promise)


def _differences(before: Promise, after: Promise) -> Iterator[Amended]:
    for what in What:
        was, now = before.says.get(what, NOTHING), after.says.get(what, NOTHING)
        if was.plain != now.plain and not (what in before.inherited and what in after.inherited):
            yield Amended(promise=after, what=what, was=was, now=now, former=before)
