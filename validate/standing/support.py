"""Levels of support: which one a school has on a day or for a term, how it moved, when it is to be looked at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from validate.plan.entry import Entry
from validate.records.support import NEXT_LEVEL, SchoolLevelRecord, SupportRecord
from validate.standing.deadlines.noted import due_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from validate.academic import Term
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.standing.deadlines.due import Due

LevelEntry = Entry[SchoolLevelRecord]


class Move(StrEnum):
    """How a level compares with the one before it."""

    MORE = "more support than before"
    LESS = "less support than before"
    SAME = "as before"


def term_id(record: SchoolLevelRecord) -> str:
    """Return the id of the term that a level is for, such as 2022-23/autumn."""
    return f"{record.year}/{record.term}"


def known_by(school: School, day: date) -> tuple[LevelEntry, ...]:
    """Return the levels that had been decided by this day, oldest first."""
    known = (entry for entry in school.support_levels if entry.record.reviewed <= day)
    return tuple(sorted(known, key=lambda entry: entry.record.reviewed))


def level_for(school: School, term: Term, day: date) -> LevelEntry | None:
    """Return the last level that had been decided for a term by this day."""
    found = [entry for entry in known_by(school, day) if term_id(entry.record) == term.id]
    return found[-1] if found else None


def level_on(school: School, day: date, terms: Iterable[Term]) -> LevelEntry | None:
    """Return the level in force on this day: that of the latest term that had begun and has one.

    A school that is not in the trust on the day has none.
    """
    if not school.belongs_on(day):
        return None
    begun = sorted((term for term in terms if term.starts <= day), key=lambda term: term.starts, reverse=True)
    return next((entry for term in begun if (entry := level_for(school, term, day))), None)


def next_review(school: School, day: date) -> Due | None:
    """Return when the school's level is to be looked at again, as the last review by this day set it."""
    known = known_by(school, day)
    return due_of(known[-1], NEXT_LEVEL, day) if known else None


def moved(plan: Plan, school: School, entry: LevelEntry) -> Move | None:
    """Return how a level compares with the one before it in the school's log; nothing for the first.

    Of two that were decided on one day, the one that stands below came later.
    """
    log = known_by(school, entry.record.reviewed)
    before = log[: log.index(entry)]
    support = plan.part(SupportRecord)
    order = [level.id for level in support.record.levels] if support else []
    return move(before[-1].record.level if before else None, entry.record.level, order)


def move(before: str | None, after: str, order: Sequence[str]) -> Move | None:
    """Return how a level compares with another, in the order from the least support to the most."""
    if before not in order or after not in order:
        return None
    steps = order.index(after) - order.index(before)
    return Move.SAME if steps == 0 else Move.MORE if steps > 0 else Move.LESS
