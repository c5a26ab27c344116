"""What updates say of single schools, as logs of their own, and every log and report of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.plan.pillars import Action, Update
from validate.records.report import EvidenceRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.pillars import Item, SchoolReport
    from validate.plan.plan import Plan
    from validate.plan.schools import School

Log = tuple["Update", ...]
"""Updates, the oldest first."""


def school_log(action: Action, school: School) -> Log:
    """Return what the action's updates say of one school.

    An update that names no school speaks of each that was in the trust on its date.
    """
    return tuple(said for update in action.updates for said in _said_of(update, school))


def _said_of(update: Update, school: School) -> Log:
    if update.schools:
        return tuple(_of_school(update, report) for report in update.schools if report.record.school == school.id)
    return (update,) if school.belongs_on(update.record.date) else ()


def _of_school(update: Update, report: SchoolReport) -> Update:
    """Return what an update reports of one school, as an update of its own.

    The proofs of the whole update are proofs for each school, and so is its reason where a school has none.
    """
    said = report.record
    record = update.record.model_copy(
        update={
            "status": said.status,
            "note": said.note,
            "moved_to": said.moved_to,
            "reason": said.reason or update.record.reason,
            "trustees_note": None,
            "evidence": [*said.evidence, *update.record.evidence],
            "schools": [],
            "audience": said.audience,
            "publish_after": said.publish_after,
        }
    )
    return report.standing_for(Update, record, (*report.below(EvidenceRecord), *update.evidence))


def logs(plan: Plan) -> Iterator[tuple[Item, Log]]:
    """Yield the log of every action and goal; where it is tracked school by school, one for each school."""
    for item in plan.items:
        if isinstance(item, Action) and item.is_by_school:
            for school in plan.schools:
                if item.every_school or school.id in item.schools:
                    yield item, school_log(item, school)
        else:
            yield item, item.updates


def reports(plan: Plan) -> Iterator[tuple[Item, Update]]:
    """Yield every report with the action or goal it is on: each update, or in its place what it says of each school."""
    for item in plan.items:
        for update in item.updates:
            if update.schools:
                yield from ((item, _of_school(update, report)) for report in update.schools)
            else:
                yield item, update
