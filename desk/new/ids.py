"""Ids proposed for something new: made from its words, or the next number in a row."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from validate.fields import fields_of, title_field
from validate.values.text import CODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desk.new.kinds import Kind
    from validate.plan.tables import Tables

LONGEST = 40
"""Characters that a proposed id may have; people may choose longer ones."""

SMALL_WORDS = frozenset({"a", "an", "and", "at", "in", "of", "on", "or", "our", "so", "that", "the", "to"})
"""Words that are left out of ids."""


def proposed_id(kind: Kind, tables: Tables, place: str, entry: Mapping[str, object]) -> str:
    """Return an id for something new, from its place and its words; nothing where none can be proposed."""
    before = f"{place}." if place and fields_of(kind.record)["id"].pattern == CODE else ""
    entries = (row.entry for row in tables[kind.table.name].rows)
    beside = (entry.key for entry in entries if kind.table.alone or not entry.parent or entry.parent.full_name == place)
    taken = [key.removeprefix(before) for key in beside if key.startswith(before)]
    if fields_of(kind.record)["id"].pattern == CODE:
        return f"{before}{number}" if (number := next_number(taken)) else ""
    about = title_field(kind.record)
    slug = slug_of(str(entry.get(about.name, ""))) if about else ""
    return unused(slug, taken) if slug else ""


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


def next_number(taken: Iterable[str]) -> str:
    """Return the number that follows those in use; nothing if they are words."""
    numbers = [found[:9] for found in taken]
    if not all(number.isascii() and number.isdigit() for number in numbers):
        return ""
    return str(max(map(int, numbers), default=0) + 1)
