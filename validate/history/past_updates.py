"""How the log of one action or goal differs from what it was: updates taken out, changed, hidden or put elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from validate.records.base import Record, Shareable, own_values
from validate.records.report import SchoolStatusRecord
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from validate.records.report import CorrectionRecord, EvidenceRecord, UpdateRecord

HIDDEN = "the public could see all of it, and cannot any more"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rewritten:
    """A past update that does not stand as it stood."""

    was: UpdateRecord
    position: int | None
    """Where the update in its place stands in the log now; nothing where it was taken out."""
    field: str = ""
    """The first field that differs, or nothing."""
    how: str = ""
    """What differs, in words."""
    correction: CorrectionRecord | None = None
    """The new correction that says why, where there is one."""

    @property
    def is_hidden(self) -> bool:
        """Tell whether it says the same, and the public cannot see all of it any more."""
        return self.how == HIDDEN


def rewritten(before: Sequence[UpdateRecord], after: Sequence[UpdateRecord]) -> Iterator[Rewritten]:
    """Yield every update that was changed, with a new correction or without. What was added is no change.

    Who may see an update is no part of what it says, but to keep from the public what it saw is a change.
    """
    was_said, now_said = [said(update) for update in before], [said(update) for update in after]
    compared = SequenceMatcher(a=was_said, b=now_said, autojunk=False)
    gone: list[tuple[int, int]] = []
    new: list[tuple[int, int]] = []
    for gap, (kind, start, end, other, last) in enumerate(compared.get_opcodes()):
        if kind == "equal":
            for n, position in zip(range(start, end), range(other, last), strict=True):
                yield from _with_same_words(before[n], after[position], position)
        else:
            gone += [(gap, n) for n in range(start, end)]
            new += [(gap, position) for position in range(other, last)]
    for gap, n in gone:
        was = before[n]
        near = [found for found in new if found[0] == gap or after[found[1]].date == was.date]
        if near:
            match = max(near, key=lambda found: _likeness(was, after[found[1]]))
            new.remove(match)
            yield from _with_other_words(was, after[match[1]], match[1])
        else:
            yield Rewritten(was=was, position=None)


def said(record: Record) -> tuple[tuple[str, Any], ...]:
    """Return what a record says, in a form that can be compared, without who may see it and without corrections."""
    return tuple((name, _plain(value)) for name, value in own_values(record, "correction").items())


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_plain(entry) for entry in value)
    return said(value) if isinstance(value, Record) else value


def _likeness(update: UpdateRecord, other: UpdateRecord) -> tuple[bool, int]:
    shared = sum(mine == theirs for mine, theirs in zip(said(update), said(other), strict=True) if mine[1])
    return update.date == other.date, shared


def _with_other_words(was: UpdateRecord, now: UpdateRecord, position: int) -> Iterator[Rewritten]:
    fields = _changed(was, now)
    yield Rewritten(
        was=was,
        position=position,
        field=fields[0] if fields else "",
        how=differences(was, now) if fields else "it stands at another place in the log",
        correction=_new_correction(was, now),
    )


def _with_same_words(was: UpdateRecord, now: UpdateRecord, position: int) -> Iterator[Rewritten]:
    correction = _new_correction(was, now)
    if is_hidden_more(was, now):
        field = next((name for name in ("audience", "publish_after") if getattr(was, name) != getattr(now, name)), "")
        yield Rewritten(was=was, position=position, field=field, how=HIDDEN, correction=correction)
    elif correction is None and was.correction != now.correction:
        how = "its correction was changed" if now.correction else "its correction is gone"
        yield Rewritten(was=was, position=position, field="correction", how=how)


def _new_correction(was: UpdateRecord, now: UpdateRecord) -> CorrectionRecord | None:
    """Return the correction of an update that is newer than the one that it had."""
    if now.correction and (was.correction is None or now.correction.date > was.correction.date):
        return now.correction
    return None


def is_hidden_more(was: Record, now: Record) -> bool:
    """Tell whether the public sees less of a record, or sees it later, though it says the same."""
    if isinstance(was, Shareable) and isinstance(now, Shareable) and not was.for_trustees:
        until, before = now.publish_after or date.min, was.publish_after or date.min
        if now.for_trustees or until > before:
            return True
    return any(is_hidden_more(one, other) for one, other in zip(_inner(was), _inner(now), strict=True))


def _inner(record: Record) -> Iterable[Record]:
    values = own_values(record, "correction").values()
    return [entry for value in values if isinstance(value, list) for entry in value if isinstance(entry, Record)]


def _changed(was: Record, now: Record) -> list[str]:
    """Return the fields that say something else."""
    values = dict(said(now))
    return [name for name, value in said(was) if value != values[name]]


def differences(was: Record, now: Record) -> str:
    """Say what a record says otherwise than before."""
    return "; ".join(_how(name, getattr(was, name), getattr(now, name)) for name in _changed(was, now))


def _how(name: str, was: Any, now: Any) -> str:
    if isinstance(was, list):
        return f'"{name}" was changed ({_entries(was, now)})'
    if now is None:
        return f'"{name}" was "{short(str(was))}", and is gone'
    if was is None:
        return f'"{name}" is new'
    return f'"{name}" was "{short(str(was))}", and is "{short(str(now))}" now'


def _entries(was: list[Any], now: list[Any]) -> str:
    """Say which entries of a list were changed: schools, or proofs by their titles."""
    old, new = ({_name(entry): entry for entry in entries} for entries in (was, now))
    parts = [f'"{short(name)}" is gone' for name in old.keys() - new.keys()]
    parts += [f'"{short(name)}" is new' for name in new.keys() - old.keys()]
    parts += [
        f'in "{short(name)}", {differences(old[name], new[name])}'
        for name in old.keys() & new.keys()
        if said(old[name]) != said(new[name])
    ]
    return "; ".join(sorted(parts)) or "its order"


def _name(entry: SchoolStatusRecord | EvidenceRecord) -> str:
    return entry.school if isinstance(entry, SchoolStatusRecord) else entry.title
