"""What moved in the time of a board pack: counts then and now, and each action and goal that was reported on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.changes import ReportView, all_reports
from hooks.views.changes_flags import where
from hooks.views.items import standing_status
from hooks.views.standing import StatusView, status_counts
from validate.standing.membership import joined_on
from validate.status import WORST_FIRST, Status
from validate.words import count, day, listed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.history.comparison import Comparison
    from validate.plan.pillars import Item, Objective
    from validate.plan.schools import School
    from validate.standing.progress import Progress
    from validate.standing.tally import Tally

SHOWN = 300
"""How many actions and goals of each kind are printed; where there are more, the pack says how many it leaves out."""

ORDER = [status.value for status in (*WORST_FIRST, Status.NOT_REPORTED)]


@dataclass(frozen=True, kw_only=True, slots=True)
class CountsRowView:
    """One status, with how many stood so then and how many now."""

    status: StatusView
    actions: tuple[int, int]
    goals: tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class MovedView:
    """One action or goal on which there are reports of this time, or whose status is another than before it."""

    item: Item
    where: str
    """The objective, with the year or the goal heading."""
    before: StatusView
    after: StatusView
    newest: ReportView | None
    """The newest report of this time; nothing where the status became another without one."""
    earlier: tuple[ReportView, ...]
    """The others of this time, newest first, of which only the day and the status are told."""

    @property
    def moved(self) -> bool:
        """Tell whether it stands otherwise at the end of this time than at its beginning."""
        return self.before.word != self.after.word


@dataclass(frozen=True, kw_only=True, slots=True)
class MovedGroupView:
    """Those that stand the same way now, in the order of the plan."""

    status: StatusView
    entries: tuple[MovedView, ...]
    left_out: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MovesView:
    """What moved since an earlier day."""

    brief: str
    sentence: str
    rows: tuple[CountsRowView, ...]
    late_actions: tuple[int, int]
    """How many were past their date and still open, then and now."""
    late_goals: tuple[int, int]
    moved: tuple[MovedGroupView, ...]
    """What stands otherwise than before, the worst first."""
    same: tuple[MovedGroupView, ...]
    """What was reported on and stands as before, or otherwise at single schools only."""
    newly_late: frozenset[str]
    """The ids of what passed its date in this time and is still open."""
    joined: str
    """The schools that joined in this time, with their days; empty where none did."""
    left: str
    """The schools that left."""

    @property
    def worse(self) -> tuple[MovedView, ...]:
        """What is off track or not met, and was not before."""
        bad = (Status.NOT_MET.value, Status.OFF_TRACK.value)
        return tuple(entry for group in self.moved if group.status.code in bad for entry in group.entries)


def moves_view(context: SiteContext, then: Progress, comparison: Comparison) -> MovesView:
    """Return what moved between the end of an earlier day and the context's day."""
    plan, now = context.plan, context.progress
    actions = then.of(plan.actions), now.of(plan.actions)
    goals = then.of(plan.goals), now.of(plan.goals)
    reports = [report for report in all_reports(context) if report.update.record.date > then.as_at]
    entries = tuple(_entries(context, then, reports))
    moved = [entry for entry in entries if entry.moved]
    return MovesView(
        brief=f"{count(len(moved), 'status')} changed" if moved else "No status changed",
        sentence=" ".join(filter(None, (_reported(reports, len(moved), then.as_at), _late(comparison)))),
        rows=_rows(actions, goals),
        late_actions=(actions[0].overdue, actions[1].overdue),
        late_goals=(goals[0].overdue, goals[1].overdue),
        moved=_groups(moved),
        same=_groups([entry for entry in entries if not entry.moved]),
        newly_late=frozenset(flagged.item.id for flagged in comparison.newly_overdue),
        joined=listed([_joined(school, context.as_at) for school in comparison.joined]),
        left=listed([school.record.name for school in comparison.left]),
    )


def _entries(context: SiteContext, then: Progress, reports: list[ReportView]) -> Iterator[MovedView]:
    """Yield what was reported on or became another, in the order of the plan."""
    by_item: dict[str, list[ReportView]] = {}
    for report in reports:
        by_item.setdefault(report.item.id, []).append(report)
    for objective in context.plan.objectives:
        for item in objective.items:
            entry = _entry(context, then, objective, item, by_item.get(item.id, []))
            if entry.moved or entry.newest:
                yield entry


def _entry(
    context: SiteContext, then: Progress, objective: Objective, item: Item, reports: list[ReportView]
) -> MovedView:
    return MovedView(
        item=item,
        where=where(context.plan, objective, item),
        before=standing_status(then.standings[item.id]),
        after=standing_status(context.progress.standings[item.id]),
        newest=reports[0] if reports else None,
        earlier=tuple(reports[1:]),
    )


def _groups(entries: list[MovedView]) -> tuple[MovedGroupView, ...]:
    found: dict[str, list[MovedView]] = {}
    for entry in entries:
        found.setdefault(entry.after.word, []).append(entry)
    in_order = sorted(found.values(), key=lambda group: (ORDER.index(group[0].after.code), group[0].after.word))
    views, room = [], SHOWN
    for group in in_order:
        views.append(
            MovedGroupView(status=group[0].after, entries=tuple(group[:room]), left_out=len(group[room:])),
        )
        room = max(0, room - len(group))
    return tuple(views)


def _reported(reports: list[ReportView], moved: int, since: date) -> str:
    """Say how many reports there are, and how much of the plan stands otherwise."""
    if not reports:
        return "No report is dated in this time."
    items = len({report.item.id for report in reports})
    about = count(items, "action or goal", "actions and goals")
    stands = f"{count(moved, 'stands', 'stand')} otherwise than on {day(since)}"
    return f"{count(len(reports), 'report')} on {about}; {stands if moved else 'no status is another than before'}."


def _late(comparison: Comparison) -> str:
    """Say how much passed its date in this time, and how much no longer waits past its date."""
    passed, cured = len(comparison.newly_overdue), len(comparison.no_longer_overdue)
    said = [
        f"Newly past its date and still open: {passed}." if passed else "",
        f"No longer past its date: {cured}." if cured else "",
    ]
    return " ".join(filter(None, said))


def _joined(school: School, as_at: date) -> str:
    """Return a school's name with the day on which it joined."""
    return f"{school.record.name} on {day(joined_on(school, as_at))}"


def _rows(actions: tuple[Tally, Tally], goals: tuple[Tally, Tally]) -> tuple[CountsRowView, ...]:
    found = {status.word: status for group in (*actions, *goals) for status in status_counts(group)}
    return tuple(
        CountsRowView(
            status=status,
            actions=(_number(actions[0], status), _number(actions[1], status)),
            goals=(_number(goals[0], status), _number(goals[1], status)),
        )
        for status in sorted(found.values(), key=lambda status: (ORDER.index(status.code), status.word))
    )


def _number(group: Tally, status: StatusView) -> int:
    return next((found.count for found in status_counts(group) if found.word == status.word), 0)
