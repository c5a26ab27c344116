"""What a phase of growth is meant for, what posts it has, and whether the trust is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.sheet import BLANK, Line
from validate.words import day, fte, schools, schools_between, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk.plan_on_day import PlanOnDay
    from validate.plan.growth import Growth, Phase


def explain_phase(growth: Growth, phase: Phase, on_day: PlanOnDay) -> Iterator[Line]:
    """Yield what a phase is, and whether the number of schools fits it."""
    now = len(on_day.plan.schools_on(on_day.as_at))
    yield Line(f"{phase.record.name} (phases/{phase.id})")
    yield Line(f"Meant for {schools_between(phase.record.schools_from, phase.record.schools_to)}.")
    if phase.record.overlap_note:
        yield Line(sentence(phase.record.overlap_note))
    fits = "which fits this phase" if phase.fits(now) else "which does not fit this phase"
    yield Line(f"On {day(on_day.as_at)} the trust had {schools(now)}, {fits}.")
    yield BLANK
    yield Line("Its posts, in full-time equivalents (FTE)")
    found = [(post.record.name, size) for post in growth.posts if (size := post.size(phase))]
    for name, size in found:
        yield Line(f"{name}: {'no figure' if size.record.fte is None else fte(size.record.fte)}", 1)
    if not found:
        yield Line("None is named.", 1)
    if growth.record.source:
        yield Line(f"Source: {sentence(growth.record.source)}")
    yield BLANK
    yield Line("The rule")
    yield Line("The trust is in every phase whose number of schools it has. Phases may overlap.", 1)
