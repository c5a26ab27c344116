"""How it is worked out: the rules behind every status, count and colour, with this plan's own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.dates import page_of_kind
from hooks.views.standing import StatusView, status_view
from validate.records.plan import ReportingSourceRecord
from validate.standing.capacity import limit_in_force
from validate.standing.deadlines.everything import kinds_of_dates
from validate.standing.deadlines.noted import rule_in_words
from validate.status import WORST_FIRST, Status
from validate.words import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.plan.plan import Plan
    from validate.standing.tally import Tally

RULES_PAGE = "rules.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusRowView:
    """A status with what it means and how it is counted."""

    status: StatusView
    meaning: str
    counting: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TermRowView:
    """A term with its first and last day in any year."""

    name: str
    starts: str
    ends: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GrowthLimitView:
    """One of the plan's limits on how many schools join in a year."""

    text: str
    in_force: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ClockView:
    """A kind of thing that can be past its date, the page that shows it, and its rule."""

    name: str
    href: str
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RulesView:
    """The page of rules."""

    statuses: tuple[StatusRowView, ...]
    worst_first: tuple[StatusView, ...]
    stale_after_days: int
    day_is_fixed: bool
    """Whether the plan names this very day; otherwise it was given when the site was built."""
    actions: Tally
    starts: date
    goal_date: date
    percent_elapsed: int
    terms: tuple[TermRowView, ...]
    reporters: tuple[tuple[str, str], ...]
    """Sources outside the trust, as name and what each is."""
    limits: tuple[GrowthLimitView, ...]
    clocks: tuple[ClockView, ...]
    """What else can be past its date, in the parts that the plan has."""


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page of rules."""
    yield Page(path=RULES_PAGE, title="How it is worked out", template="pages/rules.md", view=rules_view(context))


def rules_view(context: SiteContext) -> RulesView:
    """Return the view of the page of rules."""
    plan = context.plan
    return RulesView(
        statuses=tuple(map(_status_row, Status)),
        worst_first=tuple(map(status_view, WORST_FIRST)),
        stale_after_days=plan.record.reporting.stale_after_days,
        day_is_fixed=plan.record.reporting.as_at == context.as_at,
        actions=context.progress.of(plan.actions),
        starts=plan.years[0].starts,
        goal_date=plan.record.goal_date,
        percent_elapsed=context.progress.percent_elapsed,
        terms=tuple(_terms(plan)),
        reporters=tuple(
            (source.record.name, source.record.about or "") for source in plan.below(ReportingSourceRecord)
        ),
        limits=tuple(_limits(plan)),
        clocks=tuple(
            ClockView(name=note.title, href=page_of_kind(note), rule=rule_in_words(note))
            for note in kinds_of_dates(plan)
        ),
    )


def _status_row(status: Status) -> StatusRowView:
    return StatusRowView(status=status_view(status), meaning=status.meaning, counting=_counting(status))


def _counting(status: Status) -> str:
    if status.leaves_the_count:
        return "Left out of percent complete"
    if status is Status.COMPLETE:
        return "Counted as complete"
    return "Counted as not complete"


def _terms(plan: Plan) -> Iterator[TermRowView]:
    year = plan.years[-1]
    for term in year.terms:
        name = term.name.removesuffix(year.id).strip()
        yield TermRowView(name=name, starts=day_and_month(term.starts), ends=day_and_month(term.ends))


def _limits(plan: Plan) -> Iterator[GrowthLimitView]:
    if plan.growth:
        strictest = limit_in_force(plan.growth)
        for rule in plan.growth.rules:
            yield GrowthLimitView(text=rule.record.rule, in_force=rule is strictest)
