"""What two trees say differently: every entry that was added, removed, moved or renamed, and every changed value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from validate.fields import Field
from validate.history.likeness import in_order
from validate.history.saying import own_name
from validate.plan.pillars import Objective
from validate.records.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.history.matching import Matched
    from validate.plan.entry import Entry

STORY = Field(
    name="story",
    title="Story",
    description="The narrative of an objective, in a file of its own.",
    example="",
    value_type="string",
    required=False,
    many=False,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """What became of one entry. Of what was added or removed, only the outermost is told."""

    was: Entry[Any] | None
    """The entry as it was; nothing where it is new."""
    now: Entry[Any] | None
    """The entry as it is; nothing where it is gone."""
    fields: tuple[Field, ...] = ()
    """The fields that hold something else; of a list of entries that it holds, only their order is meant."""
    is_renamed: bool = False
    is_moved: bool = False
    """Whether it stands in another entry than before."""

    @property
    def entry(self) -> Entry[Any]:
        """The entry as it is, or was last."""
        found = self.now or self.was
        if found is None:
            raise LookupError("nothing differs from nothing")
        return found

    def values(self, about: Field) -> tuple[Any, Any]:
        """Return what a field held before, and what it holds now."""
        return value_of(self.was, about), value_of(self.now, about)


def value_of(entry: Entry[Any] | None, about: Field) -> Any:
    """Return what an entry says in a field; nothing where there is no entry."""
    if about is STORY:
        return entry.story if isinstance(entry, Objective) else None
    return getattr(entry.record, about.name) if entry else None


def differences(matched: Matched) -> Iterator[Difference]:
    """Yield what differs, in the order of the later tree; what was removed comes last."""
    for now in matched.after.every(Record):
        was = matched.former.get(now)
        if was is None:
            if now.parent is None or now.parent in matched.former:
                yield Difference(was=None, now=now)
        elif (found := _between(was, now, matched)).fields or found.is_renamed or found.is_moved:
            yield found
    for was in matched.before.every(Record):
        if was not in matched.latter and (was.parent is None or was.parent in matched.latter):
            yield Difference(was=was, now=None)


def _between(was: Entry[Any], now: Entry[Any], matched: Matched) -> Difference:
    return Difference(
        was=was,
        now=now,
        fields=tuple(_changed(was, now, matched)),
        is_renamed=own_name(was) != own_name(now),
        is_moved=now.parent is not None and matched.former.get(now.parent) is not was.parent,
    )


def _changed(was: Entry[Any], now: Entry[Any], matched: Matched) -> Iterator[Field]:
    table = now.record.table
    for name, about in now.fields.items():
        if about.record:
            if about.many and _is_reordered(was, now, name, matched):
                yield about
        elif getattr(was.record, name) != getattr(now.record, name) and not (table and name == table.key):
            yield about
    if value_of(was, STORY) != value_of(now, STORY):
        yield STORY


def _is_reordered(was: Entry[Any], now: Entry[Any], field: str, matched: Matched) -> bool:
    """Tell whether entries that stayed in a list stand in another order."""
    stood = {entry: n for n, entry in enumerate(child for child in was.children if child.field == field)}
    formers = (matched.former.get(child) for child in now.children if child.field == field)
    order = [stood[former] for former in formers if former in stood]
    return len(in_order(order)) < len(order)
