"""Growth as pages and rules see it: phases, posts and limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.model.base import Part

if TYPE_CHECKING:
    from decimal import Decimal

    from validate.model.base import Entry
    from validate.records.growth import FilledRecord


@dataclass(frozen=True, kw_only=True, slots=True)
class Phase(Part):
    """A phase of growth. `schools_to` is None where it has no upper end."""

    id: str
    name: str
    schools_from: int
    schools_to: int | None
    as_published: str | None
    overlap_note: str | None

    def fits(self, schools: int) -> bool:
        """Tell whether the phase is meant for this number of schools."""
        return self.schools_from <= schools and (self.schools_to is None or schools <= self.schools_to)


@dataclass(frozen=True, kw_only=True, slots=True)
class PostSize(Part):
    """A post in one phase. `fte` is None where the plan gives no figure."""

    phase_id: str
    fte: Decimal | None
    as_published: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Post(Part):
    """A central post, or support from outside."""

    id: str
    name: str
    internal: bool
    sizes: tuple[PostSize, ...]
    filled: tuple[Entry[FilledRecord], ...]
    """How much of it is filled, oldest first."""

    def size(self, phase: Phase) -> PostSize | None:
        """Return the post's size in this phase, or nothing where the phase does not have it."""
        return next((size for size in self.sizes if size.phase_id == phase.id), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class GrowthRule(Part):
    """A limit on how many schools join in one academic year."""

    id: str
    rule: str
    schools_a_year: int
    if_sponsored: int | None
    needing_intensive_support: int | None
    source: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Growth(Part):
    """Phases, posts and limits."""

    source: str | None
    footnote: str | None
    phases: tuple[Phase, ...]
    posts: tuple[Post, ...]
    rules: tuple[GrowthRule, ...]
