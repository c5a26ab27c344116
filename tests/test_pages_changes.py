"""The page of changes tells, term by term, what passed its date and which promises were amended."""

from __future__ import annotations

import pytest

from hooks.context import SiteContext, site_context
from hooks.page_paths import item_place
from hooks.views import changes_flags
from hooks.views.changes import ReportView, TermView, changes_view
from tests.site_build import QUILLBROOK
from validate.history.between import Between
from validate.history.moves import newly_overdue, no_longer_overdue
from validate.pipeline import load_plan
from validate.records.amendments import AmendmentRecord
from validate.standing.progress import Progress


@pytest.fixture(scope="module")
def context() -> SiteContext:
    """Return what the example's public pages are made from."""
    outcome = load_plan(QUILLBROOK.root)
    assert outcome.as_at is not None
    return site_context(outcome, outcome.as_at)


@pytest.fixture(scope="module")
def terms(context: SiteContext) -> tuple[TermView, ...]:
    """Return the terms of the example's page of changes."""
    return changes_view(context).terms


def test_flags_are_those_of_a_full_comparison(context: SiteContext, terms: tuple[TermView, ...]) -> None:
    """Each list holds what a comparison of the eve of the term with its last day finds, and in the same order."""
    shown = {term.id: [entry.href for flags in term.flags for entry in flags.entries] for term in terms}
    ends = [context.plan.years[0].starts, *(min(term.ends, context.as_at) for term in context.plan.terms)]
    for eve, term in zip(ends, context.plan.terms, strict=False):
        between = Between(
            before=Progress(context.plan, eve), after=Progress(context.plan, min(term.ends, context.as_at))
        )
        pairs = list(between.standings)
        found = [*newly_overdue(pairs), *no_longer_overdue(pairs)]
        assert shown.get(term.id, []) == [item_place(flagged.item) for flagged in found]
    assert any(shown.values())


def test_every_amendment_stands_under_its_term(context: SiteContext, terms: tuple[TermView, ...]) -> None:
    """Each amendment decided in the time of the plan is told once, in the term of its decision."""
    told = [one.promise for term in terms for promise in term.amended for one in promise.amendments]
    assert sorted(told) == sorted(entry.record.promise for entry in context.plan.entries(AmendmentRecord)) != []


def test_proofs_are_counted(terms: tuple[TermView, ...]) -> None:
    """The line of each term counts the proofs that its reports show."""
    for term in terms:
        reports: tuple[ReportView, ...] = (*term.reports, *term.folded)
        proofs = sum(len(report.update.proofs) for report in reports)
        assert f" with {proofs} proof" in term.line


def test_more_than_can_be_listed(context: SiteContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a list is too long, its heading still counts everything, and it says how many it leaves out."""
    monkeypatch.setattr(changes_flags, "LISTED", 1)
    for term in changes_view(context).terms:
        for flags in term.flags:
            assert len(flags.entries) == 1
            assert flags.number == 1 + flags.left_out
            assert flags.heading.startswith(f"{flags.number} ")
