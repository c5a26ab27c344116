"""Views of actions, goals and groups of them: what templates show of a status, its counts and its proof."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from validate.model import Goal
from validate.status import Focus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from validate.model import Evidence, Item, Milestone, Objective, Source, Update
    from validate.progress import Progress, Tally


NO_LEAD = "-"
"""Stands for a role where the plan names none; no role can have this id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusView:
    """A status as a symbol's name, a word and a count."""

    code: str
    word: str
    count: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceView:
    """One proof with its link; `href` is empty where there is none, and starts with evidence/ for a file."""

    title: str
    kind: str
    date: str
    href: str
    is_file: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class UpdateView:
    """One entry of a log."""

    date: date
    status: StatusView | None
    note: str
    reason: str
    moved_to: str
    reporter: str
    outside: bool
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemView:
    """One action or goal with everything known of it."""

    id: str
    href: str
    """Page and anchor, to be passed to link()."""
    text: str
    status: StatusView
    due: date
    has_own_date: bool
    due_note: str
    lead: str
    lead_id: str
    """The id of the role that leads it, or NO_LEAD."""
    source: Source | None
    overdue: bool
    stale: bool
    has_partial_proof: bool
    days_since_report: int | None
    updates: tuple[UpdateView, ...]
    """Newest first."""
    why: str
    """How the status came about, in a sentence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    """Counts of a group, with the status that speaks for it."""

    status: StatusView
    counts: tuple[StatusView, ...]
    """Each status present; the counts add up to the total."""
    total: int
    complete: int
    counted: int
    not_reported: int
    overdue: int
    stale: int
    percent: int | None
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CellView:
    """One cell of the map: an objective in one year, or its goals."""

    key: str
    """The year, or "goal"."""
    label: str
    href: str
    focus: str
    """planned, not-a-focus, nothing-published, or none where the plan sets no goals."""
    group: GroupView | None
    items: tuple[ItemView, ...]


def status_view(status: Status, count: int = 1) -> StatusView:
    """Return the view of a status."""
    return StatusView(code=status.value, word=status.word, count=count)


def objective_page(objective_id: str) -> str:
    """Return the path of an objective's page."""
    return f"objectives/{objective_id}.md"


def pillar_page(pillar_id: str) -> str:
    """Return the path of a pillar's page."""
    return f"pillars/{pillar_id}.md"


def evidence_view(evidence: Evidence) -> EvidenceView:
    """Return the view of one proof."""
    href = f"evidence/{quote(evidence.file)}" if evidence.file else evidence.url or ""
    return EvidenceView(
        title=evidence.title,
        kind=evidence.kind.value.replace("-", " "),
        date=evidence.date or "",
        href=href,
        is_file=evidence.file is not None,
    )


def update_view(update: Update) -> UpdateView:
    """Return the view of one entry of a log."""
    return UpdateView(
        date=update.date,
        status=status_view(update.status) if update.status else None,
        note=update.note or "",
        reason=update.reason or "",
        moved_to=update.moved_to or "",
        reporter=update.reporter.name,
        outside=update.reporter.outside,
        evidence=tuple(map(evidence_view, update.evidence)),
    )


class StandingViews:
    """Makes the views of one day, each action's and goal's only once."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self._items: dict[str, ItemView] = {}

    def item(self, item: Item) -> ItemView:
        """Return the view of an action or goal."""
        if item.id not in self._items:
            self._items[item.id] = _item_view(item, self.progress)
        return self._items[item.id]

    def group(self, items: Iterable[Item]) -> GroupView:
        """Return the view of a group's counts."""
        return group_view(self.progress.of(items))

    def milestone(self, milestone: Milestone) -> CellView:
        """Return the map's cell for an objective in one year."""
        return CellView(
            key=milestone.year.id,
            label=milestone.year.id,
            href=f"{objective_page(milestone.objective_id)}#{milestone.id}",
            focus=milestone.focus.value,
            group=self.group(milestone.actions) if milestone.focus is Focus.PLANNED else None,
            items=tuple(map(self.item, milestone.actions)),
        )

    def goals(self, objective: Objective) -> CellView:
        """Return the map's cell for an objective's goals."""
        return CellView(
            key="goal",
            label=self.progress.plan.wording.goal,
            href=f"{objective_page(objective.id)}#{objective.id}/goal",
            focus=Focus.PLANNED.value if objective.goals else "none",
            group=self.group(objective.goals) if objective.goals else None,
            items=tuple(map(self.item, objective.goals)),
        )

    def cells(self, objective: Objective) -> tuple[CellView, ...]:
        """Return an objective's row of the map: a cell for each year, then its goals."""
        return (*map(self.milestone, objective.milestones), self.goals(objective))


def _item_view(item: Item, progress: Progress) -> ItemView:
    standing = progress.standings[item.id]
    return ItemView(
        id=item.id,
        href=f"{objective_page(item.objective_id)}#{item.id}",
        text=item.text,
        status=status_view(standing.status),
        due=standing.due,
        has_own_date=item.has_own_date,
        due_note=(item.due_note or "") if isinstance(item, Goal) else "",
        lead=item.lead.name if item.lead else "",
        lead_id=item.lead.id if item.lead else NO_LEAD,
        source=item.source,
        overdue=standing.overdue,
        stale=standing.stale,
        has_partial_proof=standing.has_partial_proof,
        days_since_report=standing.days_since_report,
        updates=tuple(map(update_view, reversed(item.updates))),
        why=_why_item(item, progress),
    )


def _why_item(item: Item, progress: Progress) -> str:
    standing = progress.standings[item.id]
    if standing.decided_by:
        return f"The newest report that names a status says so. It comes from: {standing.decided_by.reporter.name}."
    if standing.newest:
        return "Something was found, but it shows only part of what was promised, so it gives no status."
    return progress.plan.reporting.nothing_found


def group_view(tally: Tally) -> GroupView:
    """Return the view of a group's counts."""
    return GroupView(
        status=_group_status(tally),
        counts=tuple(status_view(status, count) for status, count in tally.adds_up),
        total=tally.total,
        complete=tally.complete,
        counted=tally.counted,
        not_reported=tally.not_reported,
        overdue=tally.overdue,
        stale=tally.stale,
        percent=tally.percent,
        why=_why_group(tally),
    )


def _group_status(tally: Tally) -> StatusView:
    """Return the status that speaks for a group; where only a part was reported, complete is said of that part."""
    status = status_view(tally.status)
    if tally.status is Status.COMPLETE and tally.not_reported:
        return replace(status, word="Partly complete")
    return status


def _why_group(tally: Tally) -> str:
    if not tally.reported:
        return "Nothing in this cell has a report, so it is shown as not reported."
    if tally.complete == tally.total:
        return "Everything in this cell is complete."
    if tally.status is Status.COMPLETE:
        return f"What was reported is complete; {tally.not_reported} of {tally.total} have no report."
    beside = f" {tally.not_reported} of {tally.total} have no report." if tally.not_reported else ""
    return f"“{tally.status.word}” is the worst status reported in this cell.{beside}"
