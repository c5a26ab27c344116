"""Levels of support: decided in their term, for schools of the trust, on triggers that call for them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from validate.records.support import SchoolLevelRecord, SupportRecord
from validate.rules.rule import Found, rule
from validate.rules.years import calendar_is_sound
from validate.standing.support import term_id
from validate.words import commas, day, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.records.support import LevelRecord, TriggerRecord
    from validate.rules.scene import Scene

EARLY = timedelta(days=60)
"""How long before a term its levels may be decided."""


@rule("level-term")
def level_term(scene: Scene) -> Iterator[Found]:
    """Report levels that were not decided in the term that they are for, or shortly before."""
    terms = {term.id: term for term in scene.plan.terms} if calendar_is_sound(scene) else {}
    for entry in scene.every(SchoolLevelRecord):
        term, reviewed = terms.get(term_id(entry.record)), entry.record.reviewed
        if term and not term.starts - EARLY <= reviewed <= term.ends:
            yield Found(
                entry.place("reviewed"),
                f"this level is for {term.name}, which is from {day(term.starts)} to {day(term.ends)}, "
                f"and was reviewed on {day(reviewed)}",
                f"Correct the date, the year or the term; a level may be decided {EARLY.days} days before its term at "
                "the earliest.",
            )


@rule("level-before-joining")
def level_before_joining(scene: Scene) -> Iterator[Found]:
    """Report levels that were reviewed before the school joined."""
    slips = {problem.place for problem in level_term.check(scene)}
    for school in scene.plan.schools:
        joined = min((membership.record.joined for membership in school.membership), default=None)
        when = f"joined on {day(joined)}" if joined else "has not joined the trust"
        for level in school.support_levels if school.loaded.is_whole("membership") else ():
            place, reviewed = level.place("reviewed"), level.record.reviewed
            if (joined is None or reviewed < joined) and place not in slips:
                yield Found(
                    place,
                    f"this level was reviewed on {day(reviewed)}, and {school.record.name} {when}",
                    "Correct the date, or take the level out. "
                    "What the trust finds out about a school before it joins stands in its joining case.",
                )


@rule("level-trigger")
def level_trigger(scene: Scene) -> Iterator[Found]:
    """Report levels below one that a trigger calls for, and levels that none of the triggers calls for."""
    levels = [level for support in scene.every(SupportRecord) for level in support.record.levels]
    for entry in scene.every(SchoolLevelRecord):
        given = next((level for level in levels if level.id == entry.record.level), None)
        if given:
            yield from _too_low(entry, given, levels)
            yield from _without_trigger(entry, given, levels)


def _called_for(levels: list[LevelRecord], name: str) -> tuple[LevelRecord, TriggerRecord] | None:
    """Return the level that a trigger calls for, and the trigger."""
    return next(((level, trigger) for level in levels for trigger in level.triggers if trigger.id == name), None)


def _too_low(entry: Entry[SchoolLevelRecord], given: LevelRecord, levels: list[LevelRecord]) -> Iterator[Found]:
    for n, name in enumerate(entry.record.triggers):
        level, trigger = _called_for(levels, name) or (given, None)
        if trigger and levels.index(level) > levels.index(given):
            yield Found(
                entry.place("triggers", n),
                f'the trigger "{short(trigger.trigger)}" calls for "{short(level.name)}", '
                f'and the level given is "{short(given.name)}"',
                "Correct the level or the trigger. If the trust decided on less support all the same, "
                "leave it and say why in a note.",
            )


def _without_trigger(entry: Entry[SchoolLevelRecord], given: LevelRecord, levels: list[LevelRecord]) -> Iterator[Found]:
    """Report a level above the first that has triggers, where those named are all of lower levels, or none is."""
    called_for = [found[0] if (found := _called_for(levels, name)) else given for name in entry.record.triggers]
    lower = levels[: levels.index(given)]
    if lower and given.triggers and all(level in lower for level in called_for):
        yield Found(
            entry.place("level"),
            f'"{short(given.name)}" was given, and none of the triggers that call for it is named',
            "Name the triggers that were met. If people decided so for other reasons, leave it and say why in a note.",
            allowed=commas([trigger.id for trigger in given.triggers]),
        )
