"""What a status says, who gives it, and how it is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.sheet import BLANK, Line
from validate.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.plan_on_day import PlanOnDay


def explain_status(status: Status, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield what a status says, and how many actions and goals have it."""
    standings = on_day.progress.standings.values()
    having = sum(standing.status is status for standing in standings)
    yield Line(f"{status.word} (statuses/{status.value})")
    yield Line(status.meaning)
    yield Line(f"{having} of {len(standings)} actions and goals have it.")
    yield BLANK
    yield Line("The rule")
    if status is Status.NOT_REPORTED:
        yield Line("Nobody gives it. It is what remains where no report gives a status.", 1)
    else:
        yield Line("The newest report that names a status decides.", 1)
    if status.leaves_the_count:
        yield Line("It is left out of percent complete.", 1)
