"""What else the plan sets a day for: stages of joining, reviews of support and of governance, and market tests.

The days are those of the site, by the rules on its page on how things are worked out. A stage is done by its tasks,
so that each task that is left stands under the role that leads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.status.due import Due, DueKind, horizon, in_order, when_due
from hooks.page_paths import school_page
from hooks.views.governance import GOVERNANCE_PAGE
from hooks.views.joining_words import step_view
from hooks.views.services import SERVICES_PAGE
from validate.records.governance import GovernanceRecord
from validate.records.joining import JoiningRecord
from validate.records.services import ServicesRecord
from validate.records.support import SupportRecord
from validate.standing.governance import review_standing, reviews_of
from validate.standing.joining import DONE, can_be_late, stage_standings
from validate.standing.services import market_testing, services_in
from validate.standing.support import known_by
from validate.words import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.plan.pillars import Role
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.standing.joining import Case, StageStanding

TASK, STAGE, LEVEL, TEST, REVIEW = (
    "task of joining",
    "stage of joining",
    "review of support",
    "market test",
    "review of governance",
)
"""What has a date besides actions and goals."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SetDate:
    """Something besides actions and goals that is to be done by a day, and is not done."""

    id: str
    text: str
    sort: str
    role: Role | None
    """The role that answers for it, where the plan names one."""
    due: date
    said: str
    """What is recorded of it, in a few words."""
    page: str
    file: str


def set_dates(plan: Plan, as_at: date) -> tuple[SetDate, ...]:
    """Return everything besides actions and goals that is still to be done by a day."""
    return (*_joining(plan, as_at), *_levels(plan, as_at), *_market_tests(plan, as_at), *_reviews(plan, as_at))


def due_dates(
    plan: Plan, dates: Iterable[SetDate], as_at: date, role: str | None = None, within: int | None = None
) -> tuple[Due, ...]:
    """Return which of these dates have passed and which come soon, in order, for one role or for all."""
    last = horizon(plan, as_at, within)
    return in_order((_due(found, as_at) for found in dates if found.due <= last or found.due < as_at), role)


def _due(found: SetDate, as_at: date) -> Due:
    days = (as_at - found.due).days
    return Due(
        id=found.id,
        text=found.text,
        sort=found.sort,
        role=found.role,
        page=found.page,
        due=found.due,
        kind=DueKind.OVERDUE if days > 0 else DueKind.DUE,
        why=f"{when_due(found.due, as_at)}; {found.said}",
        days=abs(days),
        file=found.file,
    )


def _joining(plan: Plan, as_at: date) -> Iterator[SetDate]:
    """Yield what is left to do for schools that joined; before that, a day may still move with the opening."""
    way = plan.part(JoiningRecord)
    for school in plan.schools:
        case = school.joining
        if way and case and can_be_late(school, case, as_at):
            for standing in stage_standings(school, case, way, as_at):
                if standing.due and not standing.is_done:
                    yield from _left(school, case, standing, standing.due, plan)


def _left(school: School, case: Case, standing: StageStanding, due: date, plan: Plan) -> Iterator[SetDate]:
    """Yield the tasks that are left of a stage, or the stage itself where none is."""
    stage = standing.stage.record
    tasks = [(found.task.record, found.status) for found in standing.tasks if found.status not in DONE]
    left = [(task.id, task.task, TASK, _role(plan, task.lead), status) for task, status in tasks]
    for name, words, sort, role, status in left or [(stage.id, "Finish the stage", STAGE, None, standing.status)]:
        yield SetDate(
            id=f"joining/{school.id}/{name}",
            text=f"{words} ({school.record.name}, {stage.name})",
            sort=sort,
            role=role,
            due=due,
            said=step_view(status).word.lower(),
            page=f"{school_page(school.id)}#stages",
            file=case.file_path,
        )


def _levels(plan: Plan, as_at: date) -> Iterator[SetDate]:
    support = plan.part(SupportRecord)
    levels = support.record.levels if support else []
    answers = {level.id: level.accountable for level in levels}
    for school in plan.schools:
        known = known_by(school, as_at)
        if not known or known[-1].record.next_review is None or not school.belongs_on(as_at):
            continue
        last = known[-1].record
        yield SetDate(
            id=f"support/{school.id}",
            text=f"Review the level of support of {school.record.name}",
            sort=LEVEL,
            role=_role(plan, answers.get(last.level)) or _role(plan, last.decided_by),
            due=known[-1].record.next_review,
            said=f"last reviewed on {day(last.reviewed)}",
            page=f"{school_page(school.id)}#support",
            file=known[-1].file_path,
        )


def _market_tests(plan: Plan, as_at: date) -> Iterator[SetDate]:
    offer = plan.part(ServicesRecord)
    if offer is None:
        return
    for service in services_in(offer):
        testing = market_testing(offer, service, as_at)
        if testing.due is None:
            continue
        yield SetDate(
            id=f"services/{service.record.id}",
            text=f"Market test of the service “{service.record.name}”",
            sort=TEST,
            role=_role(plan, service.record.lead),
            due=testing.due,
            said=f"last tested on {day(testing.last.record.date)}" if testing.last else "none recorded yet",
            page=f"{SERVICES_PAGE}#service-{service.record.id}",
            file=service.file_path,
        )


def _reviews(plan: Plan, as_at: date) -> Iterator[SetDate]:
    governance = plan.part(GovernanceRecord)
    if governance is None:
        return
    for review in reviews_of(governance):
        standing = review_standing(review, as_at)
        if standing.due is None:
            continue
        yield SetDate(
            id=f"governance/{review.record.id}",
            text=review.record.name,
            sort=REVIEW,
            role=None,
            due=standing.due,
            said=f"last held on {day(standing.last.record.date)}" if standing.last else "none recorded yet",
            page=f"{GOVERNANCE_PAGE}#reviews",
            file=review.file_path,
        )


def _role(plan: Plan, name: str | None) -> Role | None:
    return plan.roles.get(name) if name else None
