"""The tables of support: each school's newest level, days lent by term, and days from each lender to each borrower."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hooks.downloads.specs import IDENTITY
from validate.plan.columns import choice, key
from validate.plan.tables import Spec
from validate.records.deployments import DeploymentRecord, DeploymentsRecord
from validate.records.notes import LEVEL, SCHOOL, TERM, YEAR
from validate.standing.deployments import Party, from_to, lent_by_term
from validate.standing.support import level_on, moved, next_review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.standing.deployments import DeploymentEntry, End, Lent

SCHOOL_END = "school"
ENDS = (SCHOOL_END, *(party.value for party in Party))


LENT = (
    key("deployments", "How many deployments.", value_type="integer"),
    key("days", "Their days of work, without those that have no days recorded.", value_type="number"),
    key("not_counted", "How many have no days recorded.", value_type="integer"),
)

SCHOOL_SUPPORT_NOW = Spec(
    name="school-support-now",
    description="The newest level of support of each school on the day of this site, as far as it is known "
    "here: one row for each school of which one is. It may have been given for an earlier term.",
    columns=(
        key("id", "The school.", SCHOOL),
        key("level", "The level of support.", LEVEL),
        key("year", "The academic year that it was given for.", YEAR),
        key("term", "The term that it was given for.", TERM),
        key("reviewed", "The day on which it was decided.", value_type="date"),
        key("moved", "How it compares with the level before; empty for the first one.", required=False),
        key("next_review", "The day set at the last review for the next one.", value_type="date", required=False),
        key("review_overdue", "True where that day has passed and no later level is known here.", value_type="boolean"),
    ),
)
DEPLOYMENT_DAYS = Spec(
    name="deployment-days",
    description="Days lent between schools, by the term in which the deployment started: one row for each term "
    "that had begun, and one for the time before or after the plan if anything started then.",
    columns=(
        IDENTITY,
        key("year", "The academic year; empty outside the plan.", YEAR, required=False),
        key("term", "The term; empty outside the plan.", TERM, required=False),
        *LENT,
    ),
)
DEPLOYMENTS_FROM_TO = Spec(
    name="deployments-from-to",
    description="Days lent from each lender to each borrower: one row for each pair.",
    columns=(
        IDENTITY,
        choice("lender", "What the lender is.", ENDS),
        key("from_school", "The school that lends.", SCHOOL, required=False),
        choice("borrower", "What the borrower is.", ENDS),
        key("to_school", "The school that borrows.", SCHOOL, required=False),
        *LENT,
    ),
)


def school_support_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each school of which a level is known."""
    plan, as_at = context.plan, context.as_at
    for school in plan.schools:
        entry = level_on(school, as_at, plan.terms)
        if entry is None:
            continue
        move, review = moved(plan, school, entry), next_review(school, as_at)
        yield {
            "id": school.id,
            "level": entry.record.level,
            "year": entry.record.year,
            "term": entry.record.term,
            "reviewed": entry.record.reviewed,
            "moved": move.value if move else None,
            "next_review": review.due if review else None,
            "review_overdue": review is not None and review.overdue,
        }


def deployment_day_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each term that had begun, and for the times around the plan."""
    entries = _entries(context)
    if not entries:
        return
    found = lent_by_term(entries, context.plan.terms, context.as_at)
    if found.before.deployments:
        yield {"id": "before", "year": None, "term": None, **_lent(found.before)}
    for term, lent in found.terms:
        year, name = term.id.split("/")
        yield {"id": term.id, "year": year, "term": name, **_lent(lent)}
    if found.after.deployments:
        yield {"id": "after", "year": None, "term": None, **_lent(found.after)}


def from_to_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each lender and borrower between whom anything was lent."""
    for n, ((lender, borrower), lent) in enumerate(from_to(_entries(context)).items(), start=1):
        yield {
            "id": str(n),
            "lender": _kind_of(lender),
            "from_school": None if isinstance(lender, Party) else lender,
            "borrower": _kind_of(borrower),
            "to_school": None if isinstance(borrower, Party) else borrower,
            **_lent(lent),
        }


def _entries(context: SiteContext) -> tuple[DeploymentEntry, ...]:
    part = context.plan.part(DeploymentsRecord)
    return part.below(DeploymentRecord) if part else ()


def _kind_of(end: End) -> str:
    return end.value if isinstance(end, Party) else SCHOOL_END


def _lent(lent: Lent) -> dict[str, Any]:
    return {"deployments": lent.deployments, "days": lent.days, "not_counted": lent.not_counted}
