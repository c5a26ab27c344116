"""Deferred and cancelled work says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report deferred and cancelled work without a reason."""
    for _, update in scene.reports:
        if update.status in (Status.DEFERRED, Status.CANCELLED) and not update.record.reason:
            yield Problem(
                code="no-reason",
                place=update.place("status"),
                message=f'this is reported as "{update.status}", and no reason is given',
                cure="Add a reason: one sentence that a parent would understand.",
            )
