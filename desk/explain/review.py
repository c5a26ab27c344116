"""Where a review of governance stands: when it was held, what it found, and when it is due next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.evidence import explain_proofs
from desk.sheet import BLANK, Line
from hooks.views.governance_reviews import review_views
from validate.records.governance import NEXT_REVIEW
from validate.standing.deadlines.noted import rule_in_words
from validate.standing.governance import reviews_of
from validate.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.plan_on_day import PlanOnDay
    from validate.standing.governance import Governance, Review


def explain_review(governance: Governance, review: Review, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield where a review of governance stands."""
    place = reviews_of(governance).index(review)
    view = review_views(governance, on_day.as_at)[place]
    yield Line(f"{view.name} (governance/{review.record.id})")
    if view.about:
        yield Line(sentence(view.about))
    if view.kept:
        yield Line(f"{view.kept}.")
    if view.body:
        yield Line(f"Whom it is about: {sentence(view.body)}")
    yield Line(f"How often: {sentence(view.how_often)}")
    yield BLANK
    yield Line("When it was held, newest first")
    for held in (view.last, *view.earlier) if view.last else ():
        yield Line(f"{held.when}, by: {sentence(held.by)}", 1)
        if held.outcome:
            yield Line(sentence(held.outcome), 2)
        if held.kept:
            yield Line(f"{held.kept}.", 2)
        yield from explain_proofs(held.evidence, on_day.as_at)
    if view.last is None:
        yield Line("It is not recorded as held.", 1)
    yield BLANK
    yield Line(f"Due next: {view.due}{', which has passed' if view.overdue else ''}.")
    yield BLANK
    yield Line("The rule")
    yield Line(f"A review is {rule_in_words(NEXT_REVIEW)}", 1)
