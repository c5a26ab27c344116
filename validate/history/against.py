"""What may not be changed silently: a plan set against an earlier state of itself.

Past updates are only added to, unless a correction says why, and a promise that changes has an amendment that says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.garbage import collection_paused
from validate.history.against_promises import unamended
from validate.history.amended_promises import moved_actions
from validate.history.logs import decisions_changed, reports_changed
from validate.history.promise import promises_of
from validate.layout import AMENDMENTS_FILE, APPROVALS_FILE
from validate.problems import Place, Problem
from validate.records.amendments import AmendmentRecord
from validate.words import day, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.history.logs import DecisionChanged
    from validate.history.past_updates import Rewritten
    from validate.pipeline import Outcome
    from validate.plan.pillars import Item, Update
    from validate.plan.plan import Plan

PUT_BACK = "Put it back as it was, and add a new update below it. "
SHOW_AGAIN = 'Remove "audience" or "publish_after" here. '


def problems_against(before: Outcome, after: Outcome) -> list[Problem]:
    """Return a problem for everything that was changed silently between two states of a plan.

    What cannot be read now is not called removed: that is told when the file is put right.
    """
    if before.plan is None or after.plan is None:
        return []
    is_whole = is_read_whole(after)
    with collection_paused():
        problems = list(_logs(before.plan, after.plan, is_whole=is_whole))
        if is_whole:
            problems += unamended(before.plan, after, after.plan)
            problems += map(_decision, decisions_changed(before.plan, after.plan))
    return problems


def is_read_whole(outcome: Outcome) -> bool:
    """Tell whether everything in the files of a plan could be read, so that nothing in it only seems to be missing."""
    return len(outcome.loaded) == len(outcome.data_files) and not any(
        loaded.record is None or loaded.left_out for loaded in outcome.loaded
    )


def _logs(before: Plan, after: Plan, *, is_whole: bool) -> Iterator[Problem]:
    former = moved_actions(promises_of(before), promises_of(after))
    items = {item.id: item for item in before.items}
    for changed in reports_changed((items.get(former.get(item.id, item.id)), item) for item in after.items):
        item, found = changed.item, changed.found
        if found.position is None and is_whole:
            yield _removed(found, item)
        elif found.position is not None and found.correction is None:
            yield _rewritten(found, item.updates[found.position])


def _rewritten(found: Rewritten, update: Update) -> Problem:
    wrong = "should never have been public" if found.is_hidden else "was wrong from the start"
    return Problem(
        code="update-rewritten",
        place=update.place(found.field) if found.field else update.place(),
        message=f"the update of {day(found.was.date)} was rewritten: {found.how}",
        cure=f'{SHOW_AGAIN if found.is_hidden else PUT_BACK}If it {wrong}, add "correction" with a reason and a date.',
    )


def _removed(found: Rewritten, item: Item) -> Problem:
    status = f' that said "{found.was.status}"' if found.was.status else ""
    return Problem(
        code="update-removed",
        place=item.place("updates"),
        message=f'the update of {day(found.was.date)}{status} was removed from "{short(item.id)}"',
        cure='Put it back. If it was wrong from the start, keep its date, write "status: no-change" and what was wrong '
        'in its note, and add "correction" with a reason and a date.',
    )


def _decision(changed: DecisionChanged) -> Problem:
    """Report an amendment or an approval that does not stand as it stood."""
    was = changed.was
    if isinstance(was, AmendmentRecord):
        file, what = AMENDMENTS_FILE, f'the amendment of "{short(was.promise)}" decided on {day(was.decided)}'
    else:
        file, what = APPROVALS_FILE, f"the approval of {day(was.date)}"
    return Problem(
        code="update-removed",
        place=changed.now.place() if changed.now else Place(file),
        message=f"{what} was changed: {changed.how}" if changed.now else f"{what} was removed",
        cure="Put it back as it was. What was decided later is an entry of its own, below the others.",
    )
