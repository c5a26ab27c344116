"""Amendments, approvals and corrections have been made, so none is dated after the day of the check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.amendments import AmendmentRecord, ApprovalRecord
from validate.words import day as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.problems import Place
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report amendments, approvals and corrections dated after the newest day there is."""
    for day, place in _dated(scene):
        if scene.newest_day and day > scene.newest_day:
            yield Problem(
                code="decision-in-future",
                place=place,
                message=f"{in_words(day)} is later than the day of this check, {in_words(scene.newest_day)}",
                cure="Correct the date, or add it when it has been decided. "
                "If the day of the check is wrong, correct as_at in plan/plan.yml.",
            )


def _dated(scene: Scene) -> Iterator[tuple[date, Place]]:
    for amendment in scene.plan.entries(AmendmentRecord):
        yield amendment.record.decided, amendment.place("decided")
    for approval in scene.plan.entries(ApprovalRecord):
        yield approval.record.date, approval.place("date")
    for _, update in scene.updates:
        if update.record.correction:
            yield update.record.correction.date, update.place("correction", "date")
