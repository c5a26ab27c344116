"""The first page: the truth about the plan in one sentence, the pillars, what changed lately, and growth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.approval import ApprovalView, approval_view
from hooks.views.changes import ReportView, all_reports
from hooks.views.growth import GrowthPictureView, growth_picture
from hooks.views.plan_map import PillarMapView, pillar_map
from hooks.views.standing import StatusView, status_counts
from validate.status import Status
from validate.words import count, listed, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hooks.context import SiteContext
    from validate.standing.tally import Tally

NEWEST = 5
"""How many of the latest reports the first page shows."""

MOST_SAID = 4
"""A headline that names more statuses than these would not be read to its end."""

ALWAYS_SAID = (Status.COMPLETE.value, Status.NOT_MET.value, Status.NOT_REPORTED.value)
"""What a short headline names: what was kept, what was not, and what nobody has said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeView:
    """The first page."""

    headline: str
    """The sentence, cut short where it would name many statuses."""
    sentence: str
    goals_sentence: str
    time_sentence: str
    actions: Tally
    goals: Tally
    pillars: tuple[PillarMapView, ...]
    changes: tuple[ReportView, ...]
    """The newest reports that changed a status."""
    notes: int
    """How many reports only added proof."""
    has_schools: bool
    growth: GrowthPictureView
    statuses: tuple[Status, ...]
    approval: ApprovalView | None
    """Whether the promises are those that were approved; nothing where no approval is recorded."""


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the first page."""
    yield Page(path="index.md", title="Home", template="pages/home.md", view=home_view(context))


def home_view(context: SiteContext) -> HomeView:
    """Return the view of the first page."""
    plan, progress = context.plan, context.progress
    actions, goals = progress.of(plan.actions), progress.of(plan.goals)
    reports = all_reports(context)
    moved = tuple(report for report in reports if report.moved)
    return HomeView(
        headline=_headline(actions, "action"),
        sentence=_sentence(actions, "action"),
        goals_sentence=_sentence(goals, "goal"),
        time_sentence=f"{progress.percent_elapsed}% of the plan's time has passed.",
        actions=actions,
        goals=goals,
        pillars=tuple(pillar_map(context, pillar) for pillar in plan.pillars),
        changes=moved[:NEWEST],
        notes=sum(not report.update.gives_status for report in reports),
        has_schools=any(school.membership for school in plan.schools),
        growth=growth_picture(context),
        statuses=tuple(Status),
        approval=approval_view(context),
    )


def _headline(tally: Tally, noun: str) -> str:
    """Say how a group stands, with the less telling of many statuses counted as one."""
    counts = status_counts(tally)
    named = [status for status in counts if status.code in ALWAYS_SAID]
    others = tally.total - sum(status.count for status in named)
    if len(counts) <= MOST_SAID or not named:
        return _sentence(tally, noun)
    rest = count(others, "has another status", "have other statuses")
    return f"Of {count(tally.total, noun)}, {listed([*_said(named), rest])}."


def _sentence(tally: Tally, noun: str) -> str:
    """Say how a group stands, in counts that add up: Of 135 actions, 2 are complete, 3 were not met, ..."""
    if not tally.total:
        return f"The plan has no {plural(noun)}."
    return f"Of {count(tally.total, noun)}, {listed(_said(status_counts(tally)))}."


def _said(counts: Iterable[StatusView]) -> list[str]:
    """Return how often each status was given, what is complete first and what nobody has reported last."""
    verbs = {
        Status.COMPLETE.word: ("is complete", "are complete"),
        Status.NOT_MET.word: ("was not met", "were not met"),
        Status.NOT_REPORTED.word: ("has no reported status", "have no reported status"),
        Status.DEFERRED.word: ("was deferred", "were deferred"),
        Status.CANCELLED.word: ("was cancelled", "were cancelled"),
        Status.NOT_STARTED.word: ("has not started", "have not started"),
    }
    order = sorted(counts, key=lambda c: (c.code == Status.NOT_REPORTED.value, c.code != Status.COMPLETE.value))
    said = []
    for status in order:
        one, many = verbs.get(status.word, (f"is {status.word.lower()}", f"are {status.word.lower()}"))
        said.append(count(status.count, one, many))
    return said
