"""Counts of where several actions and goals stand, and what they add up to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from validate.status import WORST_FIRST, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from validate.standing.standing import Standing


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a group of standings. They add up to the number of items."""

    counts: Counter[Status]
    overdue: int
    stale: int
    partly: Counter[Status] = field(default_factory=Counter)
    """How many of them stand so at a part of their schools only."""

    @classmethod
    def of(cls, standings: Iterable[Standing]) -> Tally:
        """Count the standings."""
        known = list(standings)
        return cls(
            Counter(standing.status for standing in known),
            sum(standing.overdue for standing in known),
            sum(standing.stale for standing in known),
            Counter(standing.status for standing in known if standing.is_partly),
        )

    @property
    def total(self) -> int:
        """How many items there are."""
        return self.counts.total()

    @property
    def reported(self) -> int:
        """How many have a status from a report."""
        return self.total - self.not_reported

    @property
    def not_reported(self) -> int:
        """How many have none."""
        return self.counts[Status.NOT_REPORTED]

    @property
    def complete(self) -> int:
        """How many are complete, at every school if they are tracked so."""
        return self.counts[Status.COMPLETE] - self.partly[Status.COMPLETE]

    @property
    def counted(self) -> int:
        """How many were not cancelled or deferred away, or not at every school."""
        left = sum(self.counts[status] - self.partly[status] for status in self.counts if status.leaves_the_count)
        return self.total - left

    @property
    def percent(self) -> int | None:
        """Complete as a percentage of those counted, rounded down; nothing where none is counted."""
        return self.complete * 100 // self.counted if self.counted else None

    @property
    def status(self) -> Status:
        """The status that speaks for the group."""
        if not self.reported:
            return Status.NOT_REPORTED
        return next(status for status in WORST_FIRST if self.counts[status])

    @property
    def adds_up(self) -> list[tuple[Status, int]]:
        """Return each status present with its count, worst first and not reported last."""
        order = (*WORST_FIRST, Status.NOT_REPORTED)
        return [(status, self.counts[status]) for status in order if self.counts[status]]


NOTHING = Tally(Counter(), 0, 0)
