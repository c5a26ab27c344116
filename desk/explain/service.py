"""Where a central service stands: what it promises, whether it keeps that, and when it is market tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.evidence import explain_proofs
from desk.sheet import BLANK, Line
from hooks.views.services_list import service_list
from hooks.views.standing import evidence_view
from validate.standing.deadlines.noted import due_of, rule_in_words
from validate.words import day, sentence, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.plan_on_day import PlanOnDay
    from hooks.views.services_list import ServiceReviewView, ServiceView
    from validate.standing.deadlines.due import Due
    from validate.standing.services import Offer, Service

CALENDAR = "#calendar"
"""Where the page leads for market tests, which stand here in a list of their own."""


def explain_service(offer: Offer, service: Service, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield where a service stands."""
    views = (view for group in service_list(offer, on_day.context).groups for view in group.services)
    view = next(view for view in views if view.id == f"service-{service.record.id}")
    yield Line(f"{view.name} (services/{service.record.id})")
    if view.about:
        yield Line(sentence(view.about))
    if view.kept:
        yield Line(f"{view.kept}.")
    for fact in view.facts:
        if fact.href != CALENDAR:
            yield Line(f"{fact.name}: {sentence(fact.value)}")
    if view.unsaid:
        yield Line(f"Not published: {view.unsaid}.")
    yield from _promises(view)
    yield from _tests(due_of(service, on_day.as_at), on_day)


def _promises(view: ServiceView) -> Iterator[Line]:
    if view.promises:
        yield BLANK
        yield Line("What it promises")
    for promise in view.promises:
        yield Line(f"{sentence(promise.text)}{' The newest review found this not kept.' if promise.broken else ''}", 1)
    if view.reviews:
        yield BLANK
        yield Line("Reviews, newest first")
    for review in view.reviews:
        yield from _review(review)


def _review(review: ServiceReviewView) -> Iterator[Line]:
    yield Line(f"{review.when}: {'keeps what it promises' if review.meets else 'does not keep what it promises'}.", 1)
    for said, words in (("Not kept", review.below), ("What is done", review.intervention), ("Note", review.note)):
        if words:
            yield Line(f"{said}: {sentence(words)}", 2)
    if review.kept:
        yield Line(f"{review.kept}.", 2)
    yield from explain_proofs(review.evidence)


def _tests(testing: Due, on_day: PlanOnDay) -> Iterator[Line]:
    yield BLANK
    yield Line("Market tests, newest first")
    for test in reversed(testing.met):
        yield Line(f"{day(test.record.date)}: {sentence(test.record.outcome)}", 1)
        yield from explain_proofs(evidence_view(proof, on_day.as_at) for proof in test.record.evidence)
    if not testing.met:
        yield Line("None is recorded.", 1)
    if testing.due:
        yield Line(f"Past its date: {'yes' if testing.overdue else 'no'}. The next is due on {day(testing.due)}.", 1)
    yield BLANK
    yield Line("The rule")
    yield Line(f"A market test is {rule_in_words(testing.note)}", 1)
    yield Line(upper_first("a service is below what it promises where its newest review says so."), 1)
