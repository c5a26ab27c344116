"""Which entry of one plan is which of another: the one place that follows entries which moved or have other names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from validate.history.likeness import alike
from validate.history.saying import own_name, said
from validate.plan.gathered import is_promise
from validate.records.base import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from validate.plan.entry import Branch, Entry, Tree

Key = "Callable[[Entry[Any]], Hashable]"


class Matched:
    """Two trees with the entries that are the same in both.

    Entries are matched within what they stand in: by their names, or where they have only numbers, by what they say.
    What is left is matched by an id that is unique in the plan, or by its name in another year's file, or is known
    again by its words under another name.
    """

    def __init__(self, before: Tree, after: Tree) -> None:
        self.before, self.after = before, after
        self.former: dict[Entry[Any], Entry[Any]] = {}
        """Each entry of the later tree that was there before, with what it was then."""
        self.latter: dict[Entry[Any], Entry[Any]] = {}
        """Each entry of the earlier tree that is still there, with what it is now."""
        if before is after:
            self.former = self.latter = {entry: entry for entry in after.every(Record)}
            return
        self._match(before, after)
        while self._match_elsewhere():
            pass

    def _match(self, was: Branch, now: Branch) -> None:
        after = _by_kind(now, self.former)
        for kind, olds in _by_kind(was, self.latter).items():
            for old, new in _pairs(olds, after.get(kind, [])):
                self._pair(old, new)

    def _pair(self, old: Entry[Any], new: Entry[Any]) -> None:
        self.former[new], self.latter[old] = old, new
        self._match(old, new)

    def _match_elsewhere(self) -> bool:
        gone = [entry for entry in self.before.every(Record) if entry not in self.latter and own_name(entry)]
        new = [entry for entry in self.after.every(Record) if entry not in self.former and own_name(entry)]
        for key in (_id, self._name_in_other_year, _words):
            if pairs := list(_alone_on_each_side(gone, new, key)):
                for old, now in pairs:
                    self._pair(old, now)
                return True
        return False

    def _name_in_other_year(self, entry: Entry[Any]) -> Hashable:
        """Return the name of an entry in a file that is called by its year, with what that file belongs to."""
        if not _is_in_year(entry) or entry.parent is None or entry.parent.parent is None:
            return None
        above = entry.parent.parent
        return type(entry.record), self.latter.get(above, above), entry.key


def _by_kind(branch: Branch, matched: Iterable[Entry[Any]]) -> dict[Hashable, list[Entry[Any]]]:
    found: defaultdict[Hashable, list[Entry[Any]]] = defaultdict(list)
    for entry in branch.children:
        if entry not in matched:
            found[entry.field, type(entry.record)].append(entry)
    return found


def _pairs(before: list[Entry[Any]], after: list[Entry[Any]]) -> Iterator[tuple[Entry[Any], Entry[Any]]]:
    names = {name: entry for entry in reversed(after) if (name := own_name(entry)) is not None}
    for entry in before:
        name = own_name(entry)
        if name in names:
            yield entry, names.pop(name)
    yield from alike(*([entry for entry in entries if own_name(entry) is None] for entries in (before, after)))


def _alone_on_each_side(
    gone: list[Entry[Any]], new: list[Entry[Any]], key: Callable[[Entry[Any]], Hashable]
) -> Iterator[tuple[Entry[Any], Entry[Any]]]:
    """Yield the entries of both sides that alone have a key there; outer ones, since inner ones go with them."""
    sides: tuple[defaultdict[Hashable, list[Entry[Any]]], ...] = (defaultdict(list), defaultdict(list))
    for entries, side in zip((gone, new), sides, strict=True):
        for entry in entries:
            if (found := key(entry)) is not None:
                side[found].append(entry)
    olds, news = sides
    pairs = [(found[0], news[name][0]) for name, found in olds.items() if len(found) == len(news.get(name, ())) == 1]
    taken = {old for old, _ in pairs}
    yield from ((old, now) for old, now in pairs if taken.isdisjoint(list(old.lineage)[1:]))


def _id(entry: Entry[Any]) -> Hashable:
    """Return the id of an entry where that is unique in the plan, wherever it stands."""
    table = entry.record.table
    return (table.name, entry.id) if table and table.alone else None


def _words(entry: Entry[Any]) -> Hashable:
    """Return what an entry promises, or says in all, besides its name; of one that stands in a year's file, with it."""
    table = entry.record.table
    if table is None or table.key != "id":
        return None
    kind = type(entry.record)
    fields = [about for name, about in entry.fields.items() if name != table.key]
    told = [about.name for about in fields if about.promised] if is_promise(kind) else []
    words = tuple(value for value in said(entry.record) if (value[0] in told if told else value[0] != table.key))
    return kind, words, entry.parent.key if _is_in_year(entry) and entry.parent else ""


def _is_in_year(entry: Entry[Any]) -> bool:
    """Tell whether an entry stands in a file that is called by what it is for, as a milestone is by its year."""
    above = entry.parent.record.table if entry.parent else None
    return bool(above and above.named)
