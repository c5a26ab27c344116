"""Phases of growth, and the posts that each calls for."""

from __future__ import annotations

from functools import cached_property
from typing import TypeAlias

from validate.plan.entry import Entry
from validate.records.growth import (
    FilledRecord,
    GrowthRecord,
    GrowthRuleRecord,
    PhaseRecord,
    PostInPhaseRecord,
    PostRecord,
)

PostSize: TypeAlias = Entry[PostInPhaseRecord]
GrowthRule: TypeAlias = Entry[GrowthRuleRecord]


class Phase(Entry[PhaseRecord]):
    """A phase of growth."""

    of = PhaseRecord

    def fits(self, schools: int) -> bool:
        """Tell whether the phase is meant for this number of schools."""
        last = self.record.schools_to
        return self.record.schools_from <= schools and (last is None or schools <= last)


class Post(Entry[PostRecord]):
    """A central post, or support from outside."""

    of = PostRecord

    @property
    def internal(self) -> bool:
        """Tell whether it is the trust's own staff."""
        return self.record.kind == "internal"

    @cached_property
    def sizes(self) -> tuple[PostSize, ...]:
        """The phases that have it."""
        return self.below(PostInPhaseRecord)

    @property
    def filled(self) -> tuple[Entry[FilledRecord], ...]:
        """How much of it is filled, oldest first."""
        return self.below(FilledRecord)

    def size(self, phase: Phase) -> PostSize | None:
        """Return the post's size in this phase, or nothing where the phase does not have it."""
        return next((size for size in self.sizes if size.record.phase == phase.record.id), None)


class Growth(Entry[GrowthRecord]):
    """Phases, posts and limits."""

    of = GrowthRecord

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """The phases, smallest first."""
        return self.below(Phase)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Central posts and support from outside."""
        return self.below(Post)

    @property
    def rules(self) -> tuple[GrowthRule, ...]:
        """The plan's limits on joining."""
        return self.below(GrowthRuleRecord)
