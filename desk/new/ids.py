"""Ids proposed for something new: made from its words, or the next number in a row."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from validate.records.measures import MeasureRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from validate.plan.plan import Plan

LONGEST = 40
"""Characters that a proposed id may have; people may choose longer ones."""

SMALL_WORDS = frozenset({"a", "an", "and", "at", "in", "of", "on", "or", "our", "so", "that", "the", "to"})
"""Words that are left out of ids."""

FROM = ("action", "goal", "title", "name")
"""The fields whose words make an id, whichever of them the record has."""


def proposed_id(kind: str, plan: Plan, place: str, entry: Mapping[str, object]) -> str:
    """Return an id for something new, from its place and its words; nothing where none can be proposed."""
    objectives = {objective.id: objective for objective in plan.objectives}
    match kind:
        case "pillar":
            return next_number(pillar.id for pillar in plan.pillars)
        case "objective":
            known = next((pillar.objectives for pillar in plan.pillars if pillar.id == place), ())
            return next_number((objective.id for objective in known), f"{place}.")
        case "action":
            taken = [action.key for action in plan.actions if action.id.startswith(f"{place}/")]
        case "goal":
            taken = [goal.key for goal in objectives[place].goals] if place in objectives else []
        case "school":
            taken = [school.id for school in plan.schools]
        case _:
            taken = [measure.record.id for measure in plan.entries(MeasureRecord)]
    words = next((str(entry[name]) for name in FROM if name in entry), "")
    return unused(slug_of(words), taken) if slug_of(words) else ""


def slug_of(text: str) -> str:
    """Return an id made of a text's first words; nothing where it has none that an id can hold."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "")).encode("ascii", "ignore").decode()
    words = [word for word in re.findall(r"[a-z0-9]+", plain.lower()) if word not in SMALL_WORDS]
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug


def unused(slug: str, taken: Iterable[str]) -> str:
    """Return the id, with a number behind it where it is taken."""
    used = set(taken)
    numbered = (f"{slug}-{number}" for number in range(2, len(used) + 3))
    return slug if slug not in used else next(found for found in numbered if found not in used)


def next_number(taken: Iterable[str], before: str = "") -> str:
    """Return the number that follows those in use, behind what stands before all of them; nothing if they are words."""
    rests = [found.removeprefix(before)[:9] for found in taken]
    if not all(rest.isascii() and rest.isdigit() for rest in rests):
        return ""
    return f"{before}{max(map(int, rests), default=0) + 1}"
