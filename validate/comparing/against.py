"""What may not be changed silently: a plan set against an earlier state of itself.

Past updates are only added to, unless a correction says why, and a promise that changes has an amendment that says so.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from validate.comparing.against_promises import unamended
from validate.comparing.past_updates import said, tampered
from validate.days import in_words
from validate.garbage import collection_paused
from validate.layout import AMENDMENTS_FILE, APPROVALS_FILE
from validate.problems import Place, Problem
from validate.promises.amended import moved_actions
from validate.promises.promise import promises_of
from validate.quoting import short
from validate.records.base import Record
from validate.records.pillar import ActionRecord, GoalRecord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from validate.comparing.past_updates import Tampered
    from validate.model.plan import Entry, Item, Origin, Plan
    from validate.pipeline import Outcome
    from validate.records.report import UpdateRecord

AnyRecord = TypeVar("AnyRecord", bound=Record)


def problems_against(before: Outcome, after: Outcome) -> list[Problem]:
    """Return a problem for everything that was changed silently between two states of a plan.

    What cannot be read now is not called removed: that is told when the file is put right.
    """
    if before.plan is None or after.plan is None:
        return []
    is_whole = len(after.loaded) == len(after.data_files) and not any(
        loaded.record is None or loaded.left_out for loaded in after.loaded
    )
    with collection_paused():
        problems = list(_logs(before.plan, after.plan, is_whole=is_whole))
        if is_whole:
            problems += unamended(before.plan, after, after.plan)
            problems += _decisions(before.plan, after.plan)
    return problems


def _logs(before: Plan, after: Plan, *, is_whole: bool) -> Iterator[Problem]:
    former = moved_actions(promises_of(before), promises_of(after))
    items = {item.id: item for item in before.items}
    for item in after.items:
        old = items.get(former.get(item.id, item.id))
        for found in tampered(_log(old), _log(item)) if old else ():
            if found.position is not None:
                yield _rewritten(found, item.origin.at("updates", found.position))
            elif is_whole:
                yield _removed(found, item)


def _log(item: Item) -> list[UpdateRecord]:
    *_, record = item.origin.records
    return record.updates if isinstance(record, ActionRecord | GoalRecord) else []


def _rewritten(found: Tampered, update: Origin) -> Problem:
    return Problem(
        code="update-rewritten",
        place=update.place(found.field) if found.field else update.place(),
        message=f"the update of {in_words(found.was.date)} was rewritten: {found.how}",
        cure="Put it back as it was, and add a new update below it. "
        'If it was wrong from the start, add "correction" with a reason and a date.',
    )


def _removed(found: Tampered, item: Item) -> Problem:
    status = f' that said "{found.was.status}"' if found.was.status else ""
    return Problem(
        code="update-removed",
        place=item.origin.place("updates"),
        message=f'the update of {in_words(found.was.date)}{status} was removed from "{short(item.id)}"',
        cure='Put it back. If it was wrong from the start, keep its date, write "status: no-change" and what was wrong '
        'in its note, and add "correction" with a reason and a date.',
    )


def _decisions(before: Plan, after: Plan) -> Iterator[Problem]:
    """Report amendments and approvals that do not stand as they stood."""
    for amendment in _gone(before.parts.amendments, after.parts.amendments):
        what = f'the amendment of "{short(amendment.promise)}" decided on {in_words(amendment.decided)}'
        yield _not_as_it_stood(AMENDMENTS_FILE, what)
    for approval in _gone(before.parts.approvals, after.parts.approvals):
        yield _not_as_it_stood(APPROVALS_FILE, f"the approval of {in_words(approval.date)}")


def _gone(before: Sequence[Entry[AnyRecord]], after: Sequence[Entry[AnyRecord]]) -> Iterator[AnyRecord]:
    left = Counter(said(entry.record) for entry in after)
    for entry in before:
        left[said(entry.record)] -= 1
        if left[said(entry.record)] < 0:
            yield entry.record


def _not_as_it_stood(file: str, what: str) -> Problem:
    return Problem(
        code="update-removed",
        place=Place(file),
        message=f"{what} was changed or removed",
        cure="Put it back as it was. What was decided later is an entry of its own, below the others.",
    )
