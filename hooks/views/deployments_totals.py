"""Support between schools in figures: days by term, and from whom to whom."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hooks.views.deployments_words import EndView, LentView, end_view
from validate.standing.deployments import Lent, Party, borrower, from_to, lender, lent, lent_by_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hooks.context import SiteContext
    from validate.plan.plan import Plan
    from validate.standing.deployments import DeploymentEntry, End


@dataclass(frozen=True, kw_only=True, slots=True)
class TermView:
    """What was lent in one term."""

    term: str
    found: LentView
    width: Decimal
    """The length of its bar, in percent of the longest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TermsView:
    """Days by term, with their total."""

    rows: tuple[TermView, ...]
    total: LentView


@dataclass(frozen=True, kw_only=True, slots=True)
class LenderView:
    """What one lender lent to each borrower, and in all."""

    lender: EndView
    cells: tuple[LentView, ...]
    total: LentView


@dataclass(frozen=True, kw_only=True, slots=True)
class FromToView:
    """Lenders by borrowers; only those that lent or borrowed are there."""

    borrowers: tuple[EndView, ...]
    rows: tuple[LenderView, ...]
    totals: tuple[LentView, ...]
    """What each borrower borrowed, and at the end all of it."""


def terms_view(context: SiteContext, entries: tuple[DeploymentEntry, ...]) -> TermsView:
    """Return the days by term, with what started before or after the plan where anything did."""
    plan = context.plan
    found = lent_by_term(entries, plan.terms, context.as_at)
    named = [(f"Before {plan.years[0].id}", found.before)] if found.before.deployments else []
    named += [(term.name, lent_then) for term, lent_then in found.terms]
    named += [(f"Since {plan.years[-1].id}", found.after)] if found.after.deployments else []
    longest = max((lent_then.days for _, lent_then in named), default=Decimal(0))
    return TermsView(
        rows=tuple(_term(name, lent_then, longest) for name, lent_then in named),
        total=LentView(lent=lent(entries)),
    )


def _term(name: str, found: Lent, longest: Decimal) -> TermView:
    width = found.days * 100 / longest if longest else Decimal(0)
    return TermView(term=name, found=LentView(lent=found), width=width.quantize(Decimal("0.01")))


def from_to_view(context: SiteContext, entries: tuple[DeploymentEntry, ...]) -> FromToView:
    """Return who lent to whom."""
    plan, pairs = context.plan, from_to(entries)
    lenders = _in_order(plan, (one for one, _ in pairs))
    borrowers = _in_order(plan, (other for _, other in pairs))
    return FromToView(
        borrowers=tuple(end_view(plan, end) for end in borrowers),
        rows=tuple(
            LenderView(
                lender=end_view(plan, one),
                cells=tuple(LentView(lent=pairs.get((one, other), lent(()))) for other in borrowers),
                total=LentView(lent=lent(entry for entry in entries if lender(entry.record) == one)),
            )
            for one in lenders
        ),
        totals=(
            *(
                LentView(lent=lent(entry for entry in entries if borrower(entry.record) == other))
                for other in borrowers
            ),
            LentView(lent=lent(entries)),
        ),
    )


def _in_order(plan: Plan, ends: Iterable[End]) -> Sequence[End]:
    """Return each once: schools by name, then the central team, then outside."""
    found = set(ends)
    named = sorted((school for school in plan.schools if school.id in found), key=lambda school: school.record.name)
    return [*(school.id for school in named), *(party for party in Party if party in found)]
