"""Which entry of a numbered list is which of the list as it was, by what they say."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from validate.history.saying import about_what, said
from validate.plan.known import known_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from validate.plan.entry import Entry

Entries = "Sequence[Entry[Any]]"
Pair = tuple[int, int]


def alike(before: Sequence[Entry[Any]], after: Sequence[Entry[Any]]) -> Iterator[tuple[Entry[Any], Entry[Any]]]:
    """Yield each entry that still stands in a list, in the same words or in others, with the one it is now.

    One with other words is the likest of those that are about the same; where its kind does not note what entries are
    about, of those that stand at the same place, or have the same day.
    """
    same = list(_same(before, after))
    yield from ((before[n], after[position]) for n, position in same)
    stay = in_order([position for _, position in same])
    anchors = [pair for index, pair in enumerate(same) if index in stay]
    new = set(range(len(after))) - {position for _, position in same}
    for n in sorted(set(range(len(before))) - {n for n, _ in same}):
        was, gap = before[n], bisect_left([anchor for anchor, _ in anchors], n)
        gaps = {position: bisect_left([anchor for _, anchor in anchors], position) for position in new}
        near = [position for position in sorted(new) if _is_near(was, after[position], is_there=gaps[position] == gap)]
        if near:
            match = max(near, key=lambda position: _likeness(was, after[position]))
            new.remove(match)
            yield was, after[match]


def in_order(positions: Sequence[int]) -> set[int]:
    """Return the indexes of as many of these numbers as grow from one to the next; of equally many, the first."""
    heads: list[int] = []
    tails: list[int] = []
    follows: dict[int, int | None] = {}
    for index in reversed(range(len(positions))):
        place = bisect_left(heads, -positions[index])
        follows[index] = tails[place - 1] if place else None
        heads[place : place + 1] = [-positions[index]]
        tails[place : place + 1] = [index]
    found: set[int] = set()
    here = tails[-1] if tails else None
    while here is not None:
        found.add(here)
        here = follows[here]
    return found


def _same(before: Sequence[Entry[Any]], after: Sequence[Entry[Any]]) -> Iterator[Pair]:
    """Yield where entries stood and stand that say the same, in the order in which they stood."""
    stands: defaultdict[object, list[int]] = defaultdict(list)
    for position in reversed(range(len(after))):
        stands[said(after[position].record)].append(position)
    for n, entry in enumerate(before):
        if found := stands.get(said(entry.record)):
            yield n, found.pop()


def _is_near(was: Entry[Any], now: Entry[Any], *, is_there: bool) -> bool:
    if about := about_what(was):
        return about == about_what(now)
    day = known_from(was)
    return is_there or (day is not None and day == known_from(now))


def _likeness(was: Entry[Any], now: Entry[Any]) -> tuple[bool, int]:
    pairs = zip(said(was.record), said(now.record), strict=True)
    return known_from(was) == known_from(now), sum(mine == theirs for mine, theirs in pairs if mine[1])
