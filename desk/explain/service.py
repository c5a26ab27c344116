"""Where a central service stands: what it promises, whether it keeps that, and when it is market tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.evidence import explain_proofs
from desk.sheet import BLANK, Line
from hooks.views.kept import kept
from hooks.views.services_list import service_list
from validate.records.services import MARKET_TEST
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
    views = (view for _, views in service_list(offer, on_day.context).groups for view in views)
    view = next(view for view in views if view.service is service)
    yield Line(f"{service.record.name} (services/{service.record.id})")
    if service.record.about:
        yield Line(sentence(service.record.about))
    if words := kept(service, on_day.as_at, offer):
        yield Line(f"{words}.")
    for fact in view.facts:
        if fact.href != CALENDAR:
            yield Line(f"{fact.name}: {sentence(fact.value)}")
    if view.unsaid:
        yield Line(f"Not published: {view.unsaid}.")
    yield from _promises(view, on_day)
    yield from _tests(due_of(service, MARKET_TEST, on_day.as_at), on_day)


def _promises(view: ServiceView, on_day: PlanOnDay) -> Iterator[Line]:
    promises = view.service.record.levels
    if promises:
        yield BLANK
        yield Line("What it promises")
    for promise in promises:
        broken = " The newest review found this not kept." if promise.id in view.broken else ""
        yield Line(f"{sentence(promise.promise)}{broken}", 1)
    if view.reviews:
        yield BLANK
        yield Line("Reviews, newest first")
    for review in view.reviews:
        yield from _review(review, on_day)


def _review(view: ServiceReviewView, on_day: PlanOnDay) -> Iterator[Line]:
    record = view.review.record
    verdict = "keeps what it promises" if record.meets else "does not keep what it promises"
    yield Line(f"{day(record.date)}: {verdict}.", 1)
    for said, words in (("Not kept", view.below), ("What is done", record.intervention), ("Note", record.note)):
        if words:
            yield Line(f"{said}: {sentence(words)}", 2)
    if tag := kept(view.review, on_day.as_at, view.review.parent):
        yield Line(f"{tag}.", 2)
    yield from explain_proofs(record.evidence, on_day.as_at)


def _tests(testing: Due, on_day: PlanOnDay) -> Iterator[Line]:
    yield BLANK
    yield Line("Market tests, newest first")
    for test in reversed(testing.met):
        yield Line(f"{day(test.record.date)}: {sentence(test.record.outcome)}", 1)
        yield from explain_proofs(test.record.evidence, on_day.as_at)
    if not testing.met:
        yield Line("None is recorded.", 1)
    if testing.due:
        yield Line(f"Past its date: {'yes' if testing.overdue else 'no'}. The next is due on {day(testing.due)}.", 1)
    yield BLANK
    yield Line("The rule")
    yield Line(f"A market test is {rule_in_words(testing.note)}", 1)
    yield Line(upper_first("a service is below what it promises where its newest review says so."), 1)
