"""What passed its date in a stretch of time, and what is no longer past it, as the page of changes lists it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page_paths import item_place
from hooks.views.items import standing_status
from hooks.views.kept import kept
from validate.history.moves import newly_overdue, no_longer_overdue
from validate.history.turning_days import turning_days
from validate.plan.pillars import Action
from validate.words import day, its, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hooks.context import SiteContext
    from hooks.views.changes_times import Time
    from hooks.views.standing import StatusView
    from validate.history.moves import Flagged
    from validate.plan.pillars import Item, Objective
    from validate.plan.plan import Plan

LISTED = 100
"""How many of one list are shown; where there are more, it says how many it leaves out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FlaggedView:
    """One action or goal that passed its date, or is no longer past it, with where it stood at the end of the time."""

    text: str
    href: str
    about: str
    """Its objective, with its year or the goal heading, its date, and the schools at which it is so."""
    status: StatusView
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FlagsView:
    """One list of what passed its date, or is no longer past it."""

    heading: str
    number: int
    entries: tuple[FlaggedView, ...]
    left_out: int


def flags_by_time(context: SiteContext, times: Iterable[Time]) -> Iterator[tuple[FlagsView, ...]]:
    """Yield for each time the lists that are not empty: what changed between its eve and its last day."""
    plan, words = context.plan, _Words(context)
    turning = [(item, set(turning_days(plan, item))) for item in plan.items]
    for time in times:
        before, after = context.progress.on(time.eve), context.progress.on(time.last)
        turned = [item for item, days in turning if any(map(time.holds, days))]
        pairs = [(before.standing(item), after.standing(item)) for item in turned]
        late = words.flags(tuple(newly_overdue(pairs)), _late)
        cured = words.flags(tuple(no_longer_overdue(pairs)), _cured)
        yield tuple(view for view in (late, cured) if view.number)


def where(plan: Plan, objective: Objective, item: Item) -> str:
    """Return the objective of an action or goal, with its year or the goal heading."""
    when = item.year if isinstance(item, Action) else plan.record.wording.goal
    return f"{objective.id} {objective.record.title}, {when}"


def _late(number: int) -> str:
    return f"{number:,} newly past {its(number)} date, not reported as finished"


def _cured(number: int) -> str:
    return f"{number:,} no longer past {its(number)} date"


class _Words:
    """Says what got a flag or lost it."""

    def __init__(self, context: SiteContext) -> None:
        self.context = context
        self.objectives = {objective.id: objective for objective in context.plan.objectives}

    def flags(self, found: tuple[Flagged, ...], heading: Callable[[int], str]) -> FlagsView:
        """Return one list."""
        return FlagsView(
            heading=heading(len(found)),
            number=len(found),
            entries=tuple(map(self._flagged, found[:LISTED])),
            left_out=len(found[LISTED:]),
        )

    def _flagged(self, flagged: Flagged) -> FlaggedView:
        item = flagged.item
        objective = self.objectives[item.objective.id]
        at = f", at {listed([school.record.name for school in flagged.schools])}" if flagged.schools else ""
        return FlaggedView(
            text=item.text,
            href=item_place(item),
            about=f"{where(self.context.plan, objective, item)}; due {day(flagged.standing.due)}{at}",
            status=standing_status(flagged.standing),
            kept=kept(item, self.context.as_at),
        )
