"""How routes, states, steps and reasons of joining are said in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.standing.joining import STEPS
from validate.words import commas, count, listed, number_word, pounds, span_of_months

if TYPE_CHECKING:
    from validate.records.joining import CaseState, ChangeReason, Route, StepStatus
    from validate.standing.joining_effort import Effort, SetAside

ROUTES: dict[Route, str] = {
    "conversion": "Conversion to an academy by the school's own choice",
    "directive-order": "Conversion to an academy by order of the government (directive academy order)",
    "transfer": "Transfer from another trust",
    "merger": "Merger of its trust with this one",
    "free-school": "A new school (free school)",
    "new-trust": "Forming the trust together with other schools",
}
"""The ways into a trust, in plain words."""

SHORT_ROUTES: dict[Route, str] = {
    "conversion": "conversion",
    "directive-order": "directive academy order",
    "transfer": "transfer from another trust",
    "merger": "merger of trusts",
    "free-school": "free school",
    "new-trust": "new trust",
}
"""The ways into a trust in one or two words."""

STATES: dict[CaseState, str] = {
    "active": "Active",
    "paused": "Paused",
    "completed": "Completed",
    "withdrawn": "Withdrawn",
    "order-revoked": "Academy order revoked",
}

REASONS: dict[ChangeReason, str] = {
    "first-date": "it was the first date",
    "advisory-board-conditions": "conditions set by the advisory board",
    "buildings": "buildings",
    "commercial-transfer-agreement": "the agreement on what passes to the trust",
    "correcting-an-error": "an error was corrected",
    "diocese": "the diocese",
    "finance": "finance",
    "governance": "governance",
    "land": "land",
    "legal-documents": "legal documents",
    "local-authority": "the council (local authority)",
    "pensions": "pensions",
    "progressing-faster-than-expected": "faster progress than expected",
    "staff-transfer": "the transfer of staff",
    "viability": "viability",
    "voluntary-deferral": "put off by choice",
    "other": "other",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class StepView:
    """Where a stage or task stands, as a code and in words."""

    code: str
    """The status, or `unknown` where nothing is recorded."""
    word: str


def step_view(status: StepStatus | None) -> StepView:
    """Return the view of a status."""
    return StepView(code=status or "unknown", word=STEPS[status])


def effort_words(effort: Effort) -> str:
    """Return days and pounds as a list; nothing where neither has a figure."""
    said = [count(effort.days, "day")] if effort.days is not None else []
    said += [pounds(effort.cost)] if effort.cost is not None else []
    return listed(said)


def set_aside_words(aside: SetAside) -> str:
    """Return what is set aside for some tasks, and for how many no figure is given."""
    effort = effort_words(aside.effort)
    if not effort:
        return "No days or pounds are given" if aside.tasks else ""
    missing = [
        f"no {unit} given for {number_word(number)}"
        for number, unit in ((aside.without_days, "days"), (aside.without_cost, "cost"))
        if number
    ]
    return f"{effort} for {count(aside.tasks, 'task')}" + (f" ({commas(missing)})" if missing else "")


def period_words(months: int | None) -> str:
    """Return when a stage is to be done: before the school joins, or within a time after."""
    if months is None:
        return "Before joining"
    return "On joining" if months == 0 else f"Within {span_of_months(months)} of joining"
