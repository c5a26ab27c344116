"""How it is worked out: the rules behind every status, count and colour, with this plan's own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.standing import StatusView, status_view
from validate.records.governance import GovernanceRecord
from validate.records.joining import JoiningRecord
from validate.records.plan import ReportingSourceRecord
from validate.records.services import ServicesRecord
from validate.records.support import SupportRecord
from validate.standing.capacity import limit_in_force
from validate.status import WORST_FIRST, Status
from validate.words import day_and_month

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.plan.plan import Plan
    from validate.standing.tally import Tally

RULES_PAGE = "rules.md"

STAGE_RULE = (
    "a stage that is to be done so many months after a school joined is late once that time has passed and it is not "
    "done. Stages before the opening have no date, and a school with no steps recorded is never called late."
)
LEVEL_RULE = "late once the day that the last review set for the next one has passed, as long as the school belongs."
MARKET_TEST_RULE = (
    "due the service's own interval after the last test, or else the interval of all services; the first is due on the "
    "day set for it. Late once that day has passed. Without a last test and without such a day, none is due."
)
REVIEW_RULE = "due the interval after the last one, or on the day set if that is later. Late once it has passed."


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
        clocks=tuple(_clocks(plan)),
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


def _clocks(plan: Plan) -> Iterator[ClockView]:
    known = (
        (JoiningRecord, "Stages of joining", "joining.md", STAGE_RULE),
        (SupportRecord, "Reviews of a school's level of support", "support.md", LEVEL_RULE),
        (ServicesRecord, "Market tests of services", "services.md", MARKET_TEST_RULE),
        (GovernanceRecord, "Reviews of governance", "governance.md", REVIEW_RULE),
    )
    yield from (ClockView(name=name, href=href, rule=rule) for kind, name, href, rule in known if plan.part(kind))
