"""How a plan's promises were amended between two states of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.history.fingerprint import known_to_public
from validate.history.promise import Promise, Said
from validate.records.promises import EVERYBODY, What

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.history.matching import Matched

Promises = dict[str, Promise]
"""Every promise of a plan by its id, in the order of the plan."""

NOTHING = Said("", "")
PUBLIC = Said("public", EVERYBODY["public"])
TRUSTEES = Said("trustees", "trustees alone")


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


def amended(were: Promises, are: Promises, matched: Matched) -> Iterator[Amended]:
    """Yield what became of the promises of a plan, in the order of the later plan; removed ones come last.

    With a promise that was removed or added, those that belong to it are told as well. An action that was moved to
    another year of its objective is one promise, with a new id.
    """
    told = set()
    for promise in are.values():
        former = _former(promise, were, matched)
        if former and (former.id == promise.id or (former.part.key == promise.part.key and _is_moved(former, promise))):
            told.add(former.id)
            yield from _differences(former, promise)
        else:
            same_as = former if former and _same_words(former, promise) else None
            yield Amended(promise=promise, what=What.ADDED, was=NOTHING, now=promise.text, same_as=same_as)
    for promise in were.values():
        if promise.id not in told:
            later = matched.latter.get(promise.part)
            now = are.get(later.full_name) if later else None
            yield Amended(
                promise=promise,
                what=What.REMOVED,
                was=promise.text,
                now=NOTHING,
                former=promise,
                same_as=now if now and _same_words(promise, now) else None,
            )


def hidden(were: Promises, are: Promises, matched: Matched, day: date) -> Iterator[Amended]:
    """Yield each promise that the public could read on a day as it was, and cannot as it is.

    What belongs to another promise that is hidden is not told again.
    """
    read = {promise.id for promise in known_to_public(were.values(), day)}
    readable = {promise.id for promise in known_to_public(are.values(), day)}
    formers = {id_: former for id_, now in are.items() if (former := _former(now, were, matched))}
    gone = {id_ for id_, former in formers.items() if id_ not in readable and former.id in read}
    for id_, promise in are.items():
        if id_ in gone and promise.parent not in gone:
            yield Amended(promise=promise, what=What.AUDIENCE, was=PUBLIC, now=TRUSTEES, former=formers[id_])


def _former(promise: Promise, were: Promises, matched: Matched) -> Promise | None:
    part = matched.former.get(promise.part)
    return were.get(part.full_name) if part else None


def _is_moved(former: Promise, promise: Promise) -> bool:
    """Tell whether a promise has another id only because it stands in the file of another year."""
    return former.parent == promise.parent and What.YEAR in promise.says


def _same_words(promise: Promise, other: Promise) -> bool:
    plain, others = ({what: said.plain for what, said in one.says.items()} for one in (promise, other))
    return plain == others


def _differences(before: Promise, after: Promise) -> Iterator[Amended]:
    for what in What:
        was, now = before.says.get(what, NOTHING), after.says.get(what, NOTHING)
        if was.plain != now.plain and not (what in before.inherited and what in after.inherited):
            yield Amended(promise=after, what=what, was=was, now=now, former=before)
