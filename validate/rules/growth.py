"""Growth: phases that grow, no more schools than the plan allows, and the posts for those that join."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from validate.rules.rule import Found, rule
from validate.rules.years import calendar_is_sound
from validate.standing.capacity import keeps, limit_in_force, quantified, years_of_growth
from validate.standing.capacity_filled import joiner_needs
from validate.standing.joiners import years_of_joining
from validate.words import count, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.growth import Growth, GrowthRule, Phase
    from validate.records.growth import PhaseRecord
    from validate.rules.scene import Scene

SMALLEST_FIRST = "List the phases from the smallest to the largest, and compare the figures with the published plan."


@rule("phase-overlap")
def phase_overlap(scene: Scene) -> Iterator[Found]:
    """Report phases that share numbers of schools with the one before and do not say why."""
    phases = scene.plan.growth.phases if scene.plan.growth else ()
    for before, phase in pairwise(phases):
        grows = phase.record.schools_from >= before.record.schools_from
        if grows and before.fits(phase.record.schools_from) and not phase.record.overlap_note:
            yield Found(
                phase.place("schools_from"),
                f'"{before.record.name}" and "{phase.record.name}" are both for {phase.record.schools_from} schools',
                "Correct the numbers; if the published plan has it so, say it in an overlap_note here.",
            )


@rule("phase-shrinks")
def phase_shrinks(scene: Scene) -> Iterator[Found]:
    """Report phases that run backwards, or have less of the trust's own staff than the one before."""
    growth = scene.plan.growth
    if growth is None:
        return
    for phase in growth.phases:
        if _runs_backwards(phase.record):
            first, last = phase.record.schools_from, phase.record.schools_to
            found = f"the phase is for {first} to {last} schools, which runs backwards"
            yield Found(phase.place("schools_to"), found, SMALLEST_FIRST)
    for before, phase in pairwise(growth.phases):
        old, new = before.record, phase.record
        if new.schools_from < old.schools_from and not _runs_backwards(old):
            starts, started = count(new.schools_from, "school"), count(old.schools_from, "school")
            found = f'"{new.name}" starts at {starts}, and "{old.name}" at {started}'
            yield Found(phase.place("schools_from"), found, SMALLEST_FIRST)
        elif growth.loaded.is_whole("posts"):
            yield from _staff(growth, before, phase)


def _runs_backwards(phase: PhaseRecord) -> bool:
    return phase.schools_to is not None and phase.schools_to < phase.schools_from


def _staff(growth: Growth, before: Phase, phase: Phase) -> Iterator[Found]:
    """Compare the trust's own staff in two phases, where each of its posts has a figure."""
    had, has = quantified(growth, before, internal=True), quantified(growth, phase, internal=True)
    sizes = [post.size(phase) for post in growth.posts if post.internal]
    if has < had and any(sizes) and all(size is None or size.record.fte is not None for size in sizes):
        found = f'the trust\'s own staff falls from {had} full-time equivalents in "{before.record.name}" to {has} here'
        yield Found(phase.place("name"), found, SMALLEST_FIRST)


def _limit(scene: Scene) -> GrowthRule | None:
    """Return the strictest of the plan's limits on joining, where its years can be relied on."""
    growth = scene.plan.growth
    if growth is None or not growth.loaded.is_whole("rules") or not calendar_is_sound(scene):
        return None
    return limit_in_force(growth)


@rule("growth-beyond-rules")
def growth_beyond_rules(scene: Scene) -> Iterator[Found]:
    """Report years in which more schools joined than the strictest of the plan's limits."""
    limit = _limit(scene)
    for entry in years_of_growth(scene.plan, scene.plan.years[-1].ends) if limit else ():
        if limit and not keeps(limit, entry.joined):
            yield Found(
                max((membership for _, membership in entry.joined), key=lambda m: m.record.joined).place("joined"),
                f"{len(entry.joined)} schools joined in {entry.year.id} "
                f"({', '.join(school.record.name for school, _ in entry.joined)}), "
                f'which is beyond the plan\'s own limit: "{limit.record.rule}"',
                "If it happened, leave it: the pages will say so. Else correct the date.",
            )


@rule("joining-beyond-rules")
def joining_beyond_rules(scene: Scene) -> Iterator[Found]:
    """Report years that keep the strictest limit so far, and would not if every school on its way joins."""
    limit = _limit(scene)
    if limit is None or scene.as_at is None:
        return
    for year in years_of_joining(scene.plan, scene.as_at, scene.plan.years[-1].ends):
        if keeps(limit, year.growth.joined) and year.expected and not year.keeps(limit):
            names = [school.record.name for school, _ in year.growth.joined] + [
                joiner.school.record.name for joiner in year.expected
            ]
            yield Found(
                year.expected[-1].place,
                f"{len(names)} schools are to have joined in {year.growth.year.id} ({', '.join(names)}), "
                f'which is beyond the plan\'s own limit: "{limit.record.rule}"',
                "Move an opening date, or leave it: the pages will say that the limit is to be passed.",
            )


@rule("joining-beyond-capacity")
def joining_beyond_capacity(scene: Scene) -> Iterator[Found]:
    """Report schools whose opening calls for more than is filled on the day of the check."""
    growth, as_at = scene.plan.growth, scene.as_at
    if growth is None or as_at is None:
        return
    if not (growth.loaded.is_whole("phases") and growth.loaded.is_whole("posts")):
        return
    for found in joiner_needs(scene.plan, growth, as_at):
        if found.joiner.opens and found.need.gap:
            short = [
                f"{need.post.record.name} {need.filled.record.fte} of {need.called_for} FTE"
                for need in found.need.posts
                if need.filled and need.gap
            ]
            yield Found(
                found.joiner.place,
                f"with {found.joiner.school.record.name} there will be {found.need.schools} schools, and the posts "
                f"filled on {day(as_at)} fall short of what they call for: {', '.join(short)}",
                "Fill the posts, move the opening date, or leave it: the pages will show the gap.",
            )
