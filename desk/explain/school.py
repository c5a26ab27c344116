"""Where a school stands: when it belonged, what the plan asks of it, its level of support and how it joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.joining import explain_case
from desk.sheet import BLANK, Line
from hooks.views.items import standing_status
from hooks.views.joining_cases import case_view
from hooks.views.kept import kept
from hooks.views.rules import LEVEL_RULE
from hooks.views.school import school_view
from hooks.views.school_measures import school_measures
from hooks.views.school_progress import school_progress
from hooks.views.school_support import school_support
from validate.standing.measures import measures_of
from validate.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.plan_on_day import PlanOnDay
    from hooks.context import SiteContext
    from validate.plan.schools import School


def explain_school(school: School, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield where a school stands."""
    context = on_day.context
    yield Line(f"{school.record.name} (schools/{school.id})")
    view = school_view(school)
    if words := kept(view.seen_with, context.as_at):
        yield Line(f"{words}.")
    for membership in view.memberships:
        yield Line(sentence(membership.words))
    if school.joining:
        yield from explain_case(case_view(school, school.joining, context))
        yield Line(f"To see each stage: trustplan explain joining/{school.id}")
    yield BLANK
    yield Line("What the plan asks of it")
    yield Line(school_progress(context, school).sentence, 1)
    for standing in on_day.progress.by_school[school.id]:
        yield Line(f"{standing.item.id}: {standing_status(standing).word}", 1)
        yield Line(sentence(standing.item.text), 2)
    yield from _support(school, context)
    yield from _measures(school, context)
    yield BLANK
    yield Line("The rule")
    yield Line("At each school, the newest report that names a status decides.", 1)
    if school.support_levels:
        yield Line(f"The next review of a school's level of support is {LEVEL_RULE}", 1)


def explain_support(school: School, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield which levels of support a school had, and when the next review is due."""
    yield Line(f"{school.record.name} (support/{school.id})")
    yield from _support(school, on_day.context)
    yield BLANK
    yield Line("The rule")
    yield Line(f"The next review of a school's level is {LEVEL_RULE}", 1)


def _support(school: School, context: SiteContext) -> Iterator[Line]:
    view = school_support(context, school)
    if view is None:
        return
    yield BLANK
    yield Line("Its level of support, newest first")
    if not view.entries:
        yield Line("None has been decided.", 1)
    for entry in view.entries:
        moved = f", {entry.moved}" if entry.moved else ""
        yield Line(f"{entry.term}: {entry.tag.level.name} ({entry.tag.place}){moved}, reviewed on {entry.reviewed}.", 1)
        for trigger in entry.triggers:
            yield Line(f"Trigger: {sentence(trigger)}", 2)
        if entry.note:
            yield Line(sentence(entry.note), 2)
        if entry.next_review:
            yield Line(f"Next review: {entry.next_review}{f' ({entry.passed})' if entry.passed else ''}.", 2)


def _measures(school: School, context: SiteContext) -> Iterator[Line]:
    rows = school_measures(context, measures_of(context.plan), school)
    if not rows:
        return
    yield BLANK
    yield Line("Its newest figures")
    for row in rows:
        yield Line(
            f"{row.measure.record.title}, {row.now.shown.when}: {row.now.shown.text}. {row.now.verdict.word}.", 1
        )
        yield Line(row.now.why, 2)
