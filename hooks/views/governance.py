"""Governance: who answers to whom, who decides what, and which reviews are due; in bodies and counts, not names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.approval import PromisedView, promised_view
from hooks.views.governance_bodies import BodyView, NodeView, body_views, tree
from hooks.views.governance_delegation import DelegationView, delegation_view
from hooks.views.governance_reviews import RegisterView, ReviewView, register_views, review_views
from validate.records.governance import NEXT_REVIEW, GovernanceRecord
from validate.standing.deadlines.noted import due_of
from validate.standing.governance import bodies_of, decisions_of, reviews_of
from validate.words import count, count_in_words, day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.standing.governance import Governance

GOVERNANCE_PAGE = "governance.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class GovernedView:
    """Everything that governance.yml says."""

    entry: Governance
    tree: tuple[NodeView, ...]
    bodies: tuple[BodyView, ...]
    delegation: DelegationView
    reviews: tuple[ReviewView, ...]
    registers: tuple[RegisterView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class GovernanceView:
    """The page on governance. The rest is missing where the plan says nothing of it."""

    sentence: str
    governed: GovernedView | None
    promised: PromisedView | None


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page on governance."""
    yield Page(
        path=GOVERNANCE_PAGE,
        title="Governance",
        template="pages/governance.md",
        view=governance_view(context),
    )


def governance_view(context: SiteContext) -> GovernanceView:
    """Return the view of the page on governance."""
    governance, as_at = context.plan.part(GovernanceRecord), context.as_at
    if governance is None:
        nothing = "The plan says nothing of how the trust is governed."
        return GovernanceView(sentence=nothing, governed=None, promised=promised_view(context))
    return GovernanceView(
        promised=promised_view(context),
        sentence=_sentence(governance, as_at),
        governed=GovernedView(
            entry=governance,
            tree=tree(governance),
            bodies=body_views(governance, context),
            delegation=delegation_view(governance),
            reviews=review_views(governance, as_at),
            registers=register_views(governance, as_at),
        ),
    )


def _sentence(governance: Governance, as_at: date) -> str:
    bodies, decisions = bodies_of(governance), decisions_of(governance)
    dues = [due_of(review, NEXT_REVIEW, as_at) for review in reviews_of(governance)]
    overdue = sum(found.overdue for found in dues)
    said = [f"The plan names {count(len(bodies), 'body')} with a part in governing the trust"]
    if decisions:
        said[0] += f", and says who has which part in {count(len(decisions), 'decision')}"
    if any(found.due for found in dues):
        late = count_in_words(overdue, "of its reviews is", "of its reviews are")
        said.append(f"On {day(as_at)} {late} overdue")
    return "".join(f"{sentence}. " for sentence in said).strip()
