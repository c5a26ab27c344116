"""How each report changed where an action or goal stood, at single schools too."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.plan.pillars import Action
from validate.standing.schools import schools_tracked
from validate.standing.tally import Tally
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.pillars import Item, SchoolReport, Update
    from validate.standing.progress import Progress


@dataclass(frozen=True, kw_only=True, slots=True)
class SchoolChange:
    """What a report says of one school, and the status there before and after it."""

    report: SchoolReport
    before: Status
    after: Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A report, and the statuses before and after it: the item's own alone, or one for each of its schools."""

    update: Update
    before: Tally
    after: Tally
    schools: tuple[SchoolChange, ...] = ()


def changes(item: Item, progress: Progress) -> Iterator[Change]:
    """Yield what each report on an action or goal changed, oldest first.

    Schools are those at which it is tracked on the day of `progress`, so that the last report leads to where it
    stands then.
    """
    if isinstance(item, Action) and item.is_by_school:
        yield from _changes_by_school(item, progress)
        return
    before = Status.NOT_REPORTED
    for update in item.updates:
        after = update.status or before
        yield Change(update=update, before=_tally([before]), after=_tally([after]))
        before = after


def _changes_by_school(action: Action, progress: Progress) -> Iterator[Change]:
    tracked = {school.id for school in schools_tracked(progress.plan, action, progress.as_at)}
    known = dict.fromkeys((school.id for school in progress.plan.schools), Status.NOT_REPORTED)
    for update in action.updates:
        before = dict(known)
        if update.schools:
            known |= {report.record.school: report.status for report in update.schools if report.status}
        elif update.status:
            known |= {school.id: update.status for school in progress.plan.schools_on(update.record.date)}
        yield Change(
            update=update,
            before=_tally([before[school] for school in tracked]),
            after=_tally([known[school] for school in tracked]),
            schools=tuple(
                SchoolChange(report=report, before=before[report.record.school], after=known[report.record.school])
                for report in update.schools
            ),
        )


def _tally(statuses: list[Status]) -> Tally:
    return Tally(Counter(statuses), 0, 0)
