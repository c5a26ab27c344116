"""What may not be changed silently: a plan set against an earlier state of itself.

Logs are only added to; of reports, a correction may say why one was changed. A promise that changes has an amendment
that says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.garbage import collection_paused
from validate.history.against_promises import place_of_removed, unamended
from validate.history.logs import lost, rewritten
from validate.history.matching import Matched
from validate.history.saying import is_said_later
from validate.history.spoken import spoken, subject, within_subject
from validate.plan.pillars import Update
from validate.problems import Place, Problem
from validate.records.amendments import AmendmentRecord, ApprovalRecord
from validate.words import day, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.history.logs import Lost, Rewritten
    from validate.pipeline import Outcome
    from validate.plan.entry import Entry

SHOW_AGAIN = 'Remove "audience" or "publish_after" here.'
PUT_BACK = "Put it back as it was"
CORRECT = 'add "correction" with a reason and a date.'
WRONG_REPORT = (
    'If it was wrong from the start, keep its date, write "status: no-change" and what was wrong in its note, '
    f"and {CORRECT}"
)
LATER_DECISION = f"{PUT_BACK}. What was decided later is an entry of its own, below the others."


def problems_against(before: Outcome, after: Outcome) -> list[Problem]:
    """Return a problem for everything that was changed silently between two states of a plan.

    What cannot be read now is not called removed: that is told when the file is put right.
    """
    if before.plan is None or after.plan is None:
        return []
    is_whole = is_read_whole(after)
    with collection_paused():
        matched = Matched(before.plan.tree, after.plan.tree)
        problems = list(_logs(before, matched, is_whole=is_whole))
        if is_whole:
            problems += unamended(before.plan, after, after.plan, matched)
            problems += (_lost(found, _where(found, matched, after)) for found in lost(matched, before.as_at))
    return problems


def is_read_whole(outcome: Outcome) -> bool:
    """Tell whether everything in the files of a plan could be read, so that nothing in it only seems to be missing."""
    return len(outcome.loaded) == len(outcome.data_files) and not any(
        loaded.record is None or loaded.left_out for loaded in outcome.loaded
    )


def _logs(before: Outcome, matched: Matched, *, is_whole: bool) -> Iterator[Problem]:
    for found in rewritten(matched, before.as_at):
        if found.correction is None and (is_whole or found.now):
            yield _removed(found) if found.now is None else _rewritten(found, found.now)


def _rewritten(found: Rewritten, now: Entry[Any]) -> Problem:
    if _is_decision(found.was):
        message = f"{_called(found.was)} was changed: {found.how}"
        return Problem(code="update-removed", place=now.place(), message=message, cure=LATER_DECISION)
    if not _can_be_corrected(found.was):
        cure = SHOW_AGAIN if found.is_hidden else f"{PUT_BACK}. {_new_one(found.was)}"
    elif found.is_hidden:
        cure = f"{SHOW_AGAIN} If it should never have been public, {CORRECT}"
    else:
        cure = f"{PUT_BACK}, and add a new update below it. If it was wrong from the start, {CORRECT}"
    return Problem(
        code="update-rewritten",
        place=now.place(found.field) if found.field else now.place(),
        message=f"{_called(found.was)} was rewritten: {found.how}",
        cure=cure,
    )


def _removed(found: Rewritten) -> Problem:
    was, held_by = found.was, found.held_by
    if _is_decision(was):
        message = f"{_called(was)} was removed"
        return Problem(code="update-removed", place=Place(held_by.file_path), message=message, cure=LATER_DECISION)
    status = was.record.status if isinstance(was, Update) else None
    said = f' that said "{status}"' if status else ""
    return Problem(
        code="update-removed",
        place=held_by.place(was.field),
        message=f'{_called(was)}{said} was removed from "{short(held_by.full_name)}"',
        cure=f"Put it back. {WRONG_REPORT if _can_be_corrected(was) else _new_one(was)}",
    )


def _where(found: Lost, matched: Matched, after: Outcome) -> Place:
    """Return the list that something was taken out of; where its whole file is gone, a file that is there."""
    held_by = matched.latter.get(found.was.parent) if found.was.parent and found.was.path else None
    return held_by.place(found.was.field) if held_by else place_of_removed(found.was, after)


def _lost(found: Lost, place: Place) -> Problem:
    part = within_subject(found.was)
    called = f"{part} of " if part else ""
    kept = ", ".join(f'{number} in "{name}"' for name, number in found.entries.items())
    return Problem(
        code="update-removed",
        place=place,
        message=f"the {called}{spoken(subject(found.was))} was removed, and past entries with it: {kept}",
        cure="Put it back with everything that was recorded of it. Say what became of it in a new entry, or beside it.",
    )


def _called(entry: Entry[Any]) -> str:
    """Return what a message calls a past entry."""
    if isinstance(entry.record, AmendmentRecord):
        record = entry.record
        return f'the amendment of "{short(record.promise)}" decided on {day(record.decided)}'
    return f"the {spoken(entry)}"


def _is_decision(entry: Entry[Any]) -> bool:
    return isinstance(entry.record, AmendmentRecord | ApprovalRecord)


def _can_be_corrected(entry: Entry[Any]) -> bool:
    return any(map(is_said_later, entry.fields.values()))


def _new_one(entry: Entry[Any]) -> str:
    one = "line" if entry.loaded.file.kind.is_table else "entry"
    return f"If it was wrong, or something else is known since, add a new {one} below it that says so."
