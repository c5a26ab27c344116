"""What has ended is only reported on again with a reason."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


GIVES_ITS_REASON = (Status.DEFERRED, Status.CANCELLED)
"""Statuses that need a reason anyway, so that a missing one is reported elsewhere."""


def check(scene: Scene) -> Iterator[Problem]:
    """Report updates that follow a final status without saying why."""
    told = set()
    for _, log in scene.logs:
        with_status = [update for update in log if update.status]
        for before, update in pairwise(with_status):
            ended = before.status is not None and before.status.is_final
            place = update.place("status")
            if ended and not update.record.reason and update.status not in GIVES_ITS_REASON and place not in told:
                told.add(place)
                yield Problem(
                    code="update-after-final",
                    place=place,
                    message=f'"{update.status}" follows "{before.status}", which was final, without a reason',
                    cure='Add a reason that says why it was opened again; for more proof or a note, write "no-change".',
                )
