"""The triggers named for a school's level of support are such that call for that level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.support import SupportRecord
from validate.standing.support import level_entries
from validate.words import commas as listed
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.plan import Plan
    from validate.records.support import LevelRecord, TriggerRecord
    from validate.rules.scene import Scene
    from validate.standing.support import LevelEntry


def check(scene: Scene) -> Iterator[Problem]:
    """Report levels below one that a trigger calls for, and levels that none of the triggers calls for."""
    known = _levels(scene.plan)
    for _, entry in level_entries(scene.plan):
        if entry.record.level in known.levels:
            yield from _too_low(entry, known)
            yield from _without_trigger(entry, known)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Levels:
    """The levels by id, from the least support to the most, and the triggers with the level that each calls for."""

    levels: dict[str, LevelRecord]
    triggers: dict[str, tuple[TriggerRecord, str]]

    def rank(self, level: str) -> int:
        """Return a level's place in their order."""
        return list(self.levels).index(level)


def _levels(plan: Plan) -> _Levels:
    support = plan.part(SupportRecord)
    levels = support.record.levels if support else []
    triggers = {trigger.id: (trigger, level.id) for level in levels for trigger in level.triggers}
    return _Levels(levels={level.id: level for level in levels}, triggers=triggers)


def _too_low(entry: LevelEntry, known: _Levels) -> Iterator[Problem]:
    given = entry.record.level
    for n, name in enumerate(entry.record.triggers):
        trigger, called_for = known.triggers.get(name, (None, given))
        if trigger and known.rank(called_for) > known.rank(given):
            yield Problem(
                code="level-trigger",
                place=entry.place("triggers", n),
                message=f'the trigger "{short(trigger.trigger)}" calls for "{short(known.levels[called_for].name)}", '
                f'and the level given is "{short(known.levels[given].name)}"',
                cure="Correct the level or the trigger. If the trust decided on less support all the same, "
                "leave it and say why in a note.",
            )


def _without_trigger(entry: LevelEntry, known: _Levels) -> Iterator[Problem]:
    """Report a level above the first that has triggers, where those named are all of lower levels, or none is."""
    given = known.levels[entry.record.level]
    called_for = [known.triggers.get(name, (None, given.id))[1] for name in entry.record.triggers]
    if known.rank(given.id) and given.triggers and all(known.rank(i) < known.rank(given.id) for i in called_for):
        yield Problem(
            code="level-trigger",
            place=entry.place("level"),
            message=f'"{short(given.name)}" was given, and none of the triggers that call for it is named',
            allowed=listed([trigger.id for trigger in given.triggers]),
            cure="Name the triggers that were met. If people decided so for other reasons, "
            "leave it and say why in a note.",
        )
