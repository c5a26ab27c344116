"""The tables of what comes round: market tests of services and reviews of governance, with the day that is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from validate.plan.columns import key
from validate.plan.tables import Spec
from validate.records.governance import GovernanceRecord
from validate.records.notes import Reference
from validate.records.services import ServicesRecord
from validate.standing.governance import review_standing, reviews_of
from validate.standing.services import market_testing, services_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.columns import Column


def _standing_columns(thing: str) -> tuple[Column, ...]:
    return (
        key("last", f"When the last {thing} was made; empty where none was.", value_type="date", required=False),
        key("next_due", "When the next one is due; empty where nothing says.", value_type="date", required=False),
        key("overdue", "True where that day has passed on the day of this site.", value_type="boolean"),
    )


MARKET_TESTS_DUE = Spec(
    name="market-tests-due",
    description="When each central service was last market tested and is to be tested next: one row for each service of which "
    "anything is said.",
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


def market_test_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each service of whose market tests anything is said."""
    offer = context.plan.part(ServicesRecord)
    if offer is None:
        return
    for service in services_in(offer):
        found = market_testing(offer, service, context.as_at)
        if found.is_asked:
            yield {
                "id": service.record.id,
                "months": found.months,
                "last": found.last.record.date if found.last else None,
                "next_due": found.due,
                "overdue": found.overdue,
            }


def governance_review_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each review of governance."""
    governance = context.plan.part(GovernanceRecord)
    for review in reviews_of(governance) if governance else ():
        found = review_standing(review, context.as_at)
        yield {
            "id": review.record.id,
            "last": found.last.record.date if found.last else None,
            "next_due": found.due,
            "overdue": found.overdue,
        }
