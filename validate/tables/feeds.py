"""Which tables each kind of file feeds: those that are not whole where such a file, or a list in it, is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.tables.parts import PARTS, part_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES: dict[str, tuple[str, ...]] = {
    "plan": ("plan", "years", "terms", "roles", "reporters"),
    "pillar": ("pillars",),
    "objective": ("objectives", "goals"),
    "milestone": ("milestones", "actions"),
    "growth": ("capacity",),
    "school": ("schools",),
}
"""The tables that each kind of file feeds and others refer to, besides those of its parts."""

LISTS: dict[tuple[str, str], tuple[str, ...]] = {
    ("plan", "roles"): ("roles", "reporters"),
    ("plan", "sources"): ("reporters",),
    ("plan", "years"): ("years",),
    ("plan", "terms"): ("terms",),
    ("objective", "goals"): ("goals",),
    ("milestone", "actions"): ("actions",),
}
"""The tables that a list in a kind of file feeds, besides those of its parts."""


def tables_fed(kind: str, field: str = "") -> Iterator[str]:
    """Yield the tables that a kind of file feeds, or only those that one list in it does."""
    yield from LISTS.get((kind, field), ()) if field else FILES.get(kind, ())
    if kind in PARTS:
        yield from part_tables(kind, field)
