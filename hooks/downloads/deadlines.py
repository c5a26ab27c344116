"""The tables of what is due: everything that has a day, market tests of services, and reviews of governance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hooks.downloads.specs import IDENTITY
from validate.plan.columns import key
from validate.plan.tables import Spec
from validate.records.governance import NEXT_REVIEW, GovernanceReviewRecord
from validate.records.notes import ROLE, Reference
from validate.records.services import MARKET_TEST, ServiceRecord
from validate.standing.deadlines.everything import deadlines
from validate.standing.deadlines.noted import due_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.columns import Column
    from validate.standing.deadlines.due import Due

DEADLINES = Spec(
    name="deadlines",
    description="Everything that has a day, done or not, as known on the day of this site: one row for each.",
    columns=(
        IDENTITY,
        key("kind", "What it is."),
        key("about", "What it is about."),
        key("words", "What is to be done, or what comes to pass."),
        key("role", "The role that answers for it; empty where none is named.", ROLE, required=False),
        key("due", "Its day.", value_type="date"),
        key("open", "True where it is still to be done.", value_type="boolean"),
        key("overdue", "True where it is still to be done and its day has passed.", value_type="boolean"),
    ),
)


def _standing_columns(thing: str) -> tuple[Column, ...]:
    return (
        key("last", f"When the last {thing} was made; empty where none was.", value_type="date", required=False),
        key("next_due", "When the next one is due; empty where nothing says.", value_type="date", required=False),
        key("overdue", "True where that day has passed on the day of this site.", value_type="boolean"),
    )


MARKET_TESTS_DUE = Spec(
    name="market-tests-due",
    description="When each central service was last market tested and is to be tested next: one row for each "
    "service of which anything is said.",
    columns=(
        key("id", "The service.", Reference("services")),
        key("months", "Months from one test to the next.", value_type="integer", required=False),
        *_standing_columns("market test"),
    ),
)
GOVERNANCE_REVIEWS_DUE = Spec(
    name="governance-reviews-due",
    description="When each review of governance last took place and is due next: one row for each review.",
    columns=(key("id", "The review.", Reference("governance_reviews")), *_standing_columns("review")),
)


def deadline_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for everything that has a day."""
    for found in deadlines(context.progress):
        yield {
            "id": f"{found.sort.replace(' ', '-')}/{found.id}",
            "kind": found.sort,
            "about": found.id,
            "words": found.text,
            "role": found.role.id if found.role else None,
            "due": found.due,
            "open": found.is_open,
            "overdue": found.overdue,
        }


def market_test_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each service of whose market tests anything is said."""
    for service in context.plan.entries(ServiceRecord):
        found = due_of(service, MARKET_TEST, context.as_at)
        if found.is_asked:
            yield {"id": service.id, "months": found.months, **_standing(found)}


def governance_review_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each review of governance."""
    for review in context.plan.entries(GovernanceReviewRecord):
        yield {"id": review.id, **_standing(due_of(review, NEXT_REVIEW, context.as_at))}


def _standing(found: Due) -> dict[str, Any]:
    return {"last": found.last_day, "next_due": found.due, "overdue": found.overdue}
