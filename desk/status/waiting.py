"""All that waits on a day, for one role or for all: reports on actions and goals, and the plan's other dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.status.dates import due_dates, set_dates
from desk.status.due import NO_LEAD_NAME, due_items
from hooks.views.items import NO_LEAD

if TYPE_CHECKING:
    from desk.plan_on_day import PlanOnDay
    from desk.status.dates import SetDate
    from desk.status.due import Due, DueItem


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """What waits on a day, for one role or for all."""

    on_day: PlanOnDay
    role: str | None
    items: tuple[DueItem, ...]
    """The actions and goals that wait for a report."""
    dates: tuple[Due, ...]
    """What else is past its day, or comes soon."""
    all_dates: tuple[SetDate, ...]
    """Everything else that is to be done by a day, whoever answers for it."""

    @property
    def found(self) -> list[Due]:
        """Everything that waits, what presses most first."""
        return sorted((*self.items, *self.dates), key=lambda due: due.order)

    def of(self, role: str) -> list[Due]:
        """Return what waits of one role."""
        return [due for due in self.found if due.lead_id == role]

    @property
    def names(self) -> dict[str, str]:
        """The name of each role by its id, in the plan's order; what nobody leads comes last."""
        return {**{role.id: role.record.name for role in self.on_day.plan.roles.values()}, NO_LEAD: NO_LEAD_NAME}


def waiting(on_day: PlanOnDay, role: str | None = None, within: int | None = None) -> Waiting:
    """Return what waits for a role or for all; what falls due within so many days is due soon."""
    all_dates = set_dates(on_day.plan, on_day.as_at)
    return Waiting(
        on_day=on_day,
        role=role,
        items=due_items(on_day.plan, on_day.progress, role, within),
        dates=due_dates(on_day.plan, all_dates, on_day.as_at, role, within),
        all_dates=all_dates,
    )
