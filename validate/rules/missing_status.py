"""Updates give a status, or say it school by school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.plan.pillars import Action
from validate.problems import Problem
from validate.records.report import UpdateRecord
from validate.status import ReportedStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.pillars import Item
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report updates with neither a status nor anything about single schools."""
    for item, update in scene.updates:
        record = update.record
        if isinstance(record, UpdateRecord) and record.status is None and not record.schools:
            yield Problem(
                code="missing-status",
                place=update.place(),
                message='"status" is missing from this update',
                allowed=", ".join(ReportedStatus),
                cure=_cure(item),
            )


def _cure(item: Item) -> str:
    if isinstance(item, Action) and item.is_by_school:
        return (
            'Say under "schools" where each school stands; or add "status: no-change", if there is only a note or '
            "a proof for all of them."
        )
    return (
        'Add a line such as "status: on-track", with where it stands from that day. '
        '"no-change" adds a note or proof and leaves the status as it was.'
    )
