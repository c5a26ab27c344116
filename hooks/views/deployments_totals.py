"""Support between schools in figures: days by term, and from whom to whom."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hooks.views.deployments_words import EndView, days_of, end_view, left_out
from validate.standing.deployments import Lent, Party, borrower, from_to, lender, lent, lent_by_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hooks.context import SiteContext
    from validate.plan.plan import Plan
    from validate.standing.deployments import DeploymentEntry, End


@dataclass(frozen=True, kw_only=True, slots=True)
class TermDaysView:
    """What was lent in one term."""

    term: str
    deployments: int
    days: str
    """Empty where nothing was lent."""
    left_out: str
    """How many deployments the days leave out, in words."""
    width: Decimal
    """The length of its bar, in percent of the longest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TermsView:
    """Days by term, with their total."""

    rows: tuple[TermDaysView, ...]
    total: TermDaysView


@dataclass(frozen=True, kw_only=True, slots=True)
class LentCellView:
    """What one lent to another; nothing if there are no deployments."""

    deployments: int
    days: str
    left_out: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LenderView:
    """What one lender lent to each borrower, and in all."""

    lender: EndView
    cells: tuple[LentCellView, ...]
    total: LentCellView


@dataclass(frozen=True, kw_only=True, slots=True)
class FromToView:
    """Lenders by borrowers; only those that lent or borrowed are there."""

    borrowers: tuple[EndView, ...]
    rows: tuple[LenderView, ...]
    totals: tuple[LentCellView, ...]
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
        total=_term("In all", lent(entries), Decimal(0)),
    )


def _term(name: str, found: Lent, longest: Decimal) -> TermDaysView:
    width = found.days * 100 / longest if longest else Decimal(0)
    return TermDaysView(
        term=name,
        deployments=found.deployments,
        days=days_of(found),
        left_out=left_out(found),
        width=width.quantize(Decimal("0.01")),
    )


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
                cells=tuple(_cell(pairs.get((one, other))) for other in borrowers),
                total=_cell(lent(entry for entry in entries if lender(entry.record) == one)),
            )
            for one in lenders
        ),
        totals=(
            *(_cell(lent(entry for entry in entries if borrower(entry.record) == other)) for other in borrowers),
            _cell(lent(entries)),
        ),
    )


def _in_order(plan: Plan, ends: Iterable[End]) -> Sequence[End]:
    """Return each once: schools by name, then the central team, then outside."""
    found = set(ends)
    named = sorted((school for school in plan.schools if school.id in found), key=lambda school: school.record.name)
    return [*(school.id for school in named), *(party for party in Party if party in found)]


def _cell(found: Lent | None) -> LentCellView:
    if found is None:
        return LentCellView(deployments=0, days="", left_out="")
    return LentCellView(deployments=found.deployments, days=days_of(found), left_out=left_out(found))
