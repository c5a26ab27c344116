"""Which actions and goals stand otherwise than before: their statuses, school by school too, and their flags."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from validate.plan.pillars import Item
    from validate.plan.schools import School
    from validate.standing.standing import Standing

WHOLE = ""
"""Stands for an action or goal as a whole where a school's id could stand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolMove:
    """The status of an action at one school, and the one before. That is None where it was not tracked there."""

    school: School
    before: Status | None
    after: Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """An action or goal whose status is another than before, if only at one of its schools."""

    before: Standing
    after: Standing
    schools: tuple[SchoolMove, ...]
    """The schools at which the status is another."""

    @property
    def item(self) -> Item:
        """The action or goal, as it is written now."""
        return self.after.item

    @property
    def is_whole(self) -> bool:
        """Tell whether the status of the whole is another, and not only that of some of its schools."""
        return _word(self.before) != _word(self.after)


@dataclass(frozen=True, kw_only=True, slots=True)
class Flagged:
    """An action or goal that got a flag, or lost one."""

    standing: Standing
    """Where it stands now."""
    schools: tuple[School, ...]
    """The schools at which that is so; empty where it is not tracked school by school."""

    @property
    def item(self) -> Item:
        """The action or goal, as it is written now."""
        return self.standing.item


Pairs = Iterable[tuple["Standing | None", "Standing"]]
"""Where actions and goals stood before, and stand now; nothing where one is new in the plan."""


def moves(pairs: Pairs) -> Iterator[Move]:
    """Yield what has another status than before, in the order given. What is new in the plan has not moved."""
    for old, new in pairs:
        if old:
            found = Move(before=old, after=new, schools=tuple(_school_moves(old, new)))
            if found.is_whole or found.schools:
                yield found


def newly_overdue(pairs: Pairs) -> Iterator[Flagged]:
    """Yield what is past its date and was not before, at some school at least."""
    return _newly(pairs, lambda standing: standing.overdue)


def newly_stale(pairs: Pairs) -> Iterator[Flagged]:
    """Yield what has a report grown old and had none before, at some school at least."""
    return _newly(pairs, lambda standing: standing.stale)


def no_longer_overdue(pairs: Pairs) -> Iterator[Flagged]:
    """Yield what was past its date and is not any more; what was taken out of the plan is not among it."""
    for old, new in pairs:
        if old and (left := _gained(new, old, lambda standing: standing.overdue)):
            yield _flagged(new, old, left)


def _word(standing: Standing) -> tuple[Status, bool]:
    """Return the status, and whether it is said of a part only; that it is worse at some schools is not said."""
    status = standing.status
    return status, standing.is_partly and (status is Status.COMPLETE or status.leaves_the_count)


def _school_moves(before: Standing, after: Standing) -> Iterator[SchoolMove]:
    known = {part.school.id: part.status for part in before.schools if part.school}
    for part in after.schools:
        if part.school:
            was = known.get(part.school.id)
            if part.status is not was and (was or part.is_reported):
                yield SchoolMove(school=part.school, before=was, after=part.status)


def _newly(pairs: Pairs, has_flag: Callable[[Standing], bool]) -> Iterator[Flagged]:
    for old, new in pairs:
        if gained := _gained(old, new, has_flag):
            yield _flagged(new, new, gained)


def _gained(old: Standing | None, new: Standing, has_flag: Callable[[Standing], bool]) -> frozenset[str]:
    """Return the schools at which there is a flag that was not there, or WHOLE.

    Where it is tracked by school on one side only, the flag of the whole is what counts.
    """
    had, has = (_flags(standing, has_flag) if standing else frozenset[str]() for standing in (old, new))
    is_same_way = old is None or bool(old.schools) == bool(new.schools)
    return has - had if is_same_way or not had else frozenset()


def _flags(standing: Standing, has_flag: Callable[[Standing], bool]) -> frozenset[str]:
    if not standing.schools:
        return frozenset([WHOLE] if has_flag(standing) else [])
    return frozenset(part.school.id for part in standing.schools if part.school and has_flag(part))


def _flagged(now: Standing, flagged: Standing, schools: frozenset[str]) -> Flagged:
    """Return where it stands now, with the schools at which the flag is new, or was."""
    named = tuple(part.school for part in flagged.schools if part.school and part.school.id in schools)
    return Flagged(standing=now, schools=named)
