"""What moved in the time of a board pack: counts then and now, and the reports of the time between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.filters import count, day
from hooks.views.changes import ReportView, all_reports
from hooks.views.numbers import listed
from hooks.views.standing import GroupView, StatusView, group_view
from validate.status import WORST_FIRST, Status

if TYPE_CHECKING:
    from datetime import date

    from hooks.context import SiteContext
    from validate.comparing.comparison import Comparison
    from validate.model.schools import School
    from validate.progress.standing import Progress

SHOWN = 300
"""How many reports of each kind are printed; where there are more, the pack says how many it leaves out."""

ORDER = [status.value for status in (*WORST_FIRST, Status.NOT_REPORTED)]


@dataclass(frozen=True, kw_only=True, slots=True)
class CountsRowView:
    """One status, with how many stood so then and how many now."""

    status: StatusView
    actions: tuple[int, int]
    goals: tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportsView:
    """Reports of one kind, newest first."""

    shown: tuple[ReportView, ...]
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
    moved: ReportsView
    """Reports that changed a status, if only at one school."""
    added: ReportsView
    """The others, which add evidence or a note, or say that a status is as it was."""
    newly_late: frozenset[str]
    """The ids of what passed its date in this time and is still open."""
    joined: str
    """The schools that joined in this time, with their days; empty where none did."""
    left: str
    """The schools that left."""


def moves_view(context: SiteContext, then: Progress, comparison: Comparison) -> MovesView:
    """Return what moved between the end of an earlier day and the context's day."""
    plan, now = context.plan, context.progress
    actions = group_view(then.of(plan.actions)), group_view(now.of(plan.actions))
    goals = group_view(then.of(plan.goals)), group_view(now.of(plan.goals))
    reports = [report for report in all_reports(context) if report.update.date > then.as_at]
    moved = [report for report in reports if report.moved]
    return MovesView(
        brief=f"{count(len(moved), 'report')} changed a status" if moved else "No status changed",
        sentence=" ".join(filter(None, (_reported(reports, moved), _late(comparison)))),
        rows=_rows(actions, goals),
        late_actions=(actions[0].overdue, actions[1].overdue),
        late_goals=(goals[0].overdue, goals[1].overdue),
        moved=_reports(moved),
        added=_reports([report for report in reports if not report.moved]),
        newly_late=frozenset(flagged.item.id for flagged in comparison.newly_overdue),
        joined=listed([_joined(school, context.as_at) for school in comparison.joined]),
        left=listed([school.name for school in comparison.left]),
    )


def _reported(reports: list[ReportView], moved: list[ReportView]) -> str:
    """Say how many reports there are, and how many of them changed a status."""
    if not reports:
        return "No report is dated in this time."
    about = count(len({report.item.id for report in reports}), "action or goal", "actions and goals")
    changed = f"{len(moved)} of them changed a status" if moved else "none of them changed a status"
    return f"{count(len(reports), 'report')} on {about}; {changed}."


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
    joined = max(member.joined for member in school.membership if member.joined <= as_at)
    return f"{school.name} on {day(joined)}"


def _rows(actions: tuple[GroupView, GroupView], goals: tuple[GroupView, GroupView]) -> tuple[CountsRowView, ...]:
    found = {status.word: status for group in (*actions, *goals) for status in group.counts}
    return tuple(
        CountsRowView(
            status=status,
            actions=(_number(actions[0], status), _number(actions[1], status)),
            goals=(_number(goals[0], status), _number(goals[1], status)),
        )
        for status in sorted(found.values(), key=lambda status: (ORDER.index(status.code), status.word))
    )


def _number(group: GroupView, status: StatusView) -> int:
    return next((found.count for found in group.counts if found.word == status.word), 0)


def _reports(reports: list[ReportView]) -> ReportsView:
    return ReportsView(shown=tuple(reports[:SHOWN]), left_out=len(reports[SHOWN:]))
