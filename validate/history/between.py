"""A plan on two days, or in two states of its files: the two sides of a comparison, with what is the same in both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from validate.history.matching import Matched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.standing.progress import Progress
    from validate.standing.standing import Standing


@dataclass(frozen=True, kw_only=True)
class Between:
    """Where a plan stood before, and where it stands after."""

    before: Progress
    after: Progress

    @cached_property
    def matched(self) -> Matched:
        """Which entry of the later side is which of the earlier."""
        return Matched(self.before.plan.tree, self.after.plan.tree)

    @property
    def standings(self) -> Iterator[tuple[Standing | None, Standing]]:
        """Where each action and goal of now stood before, and stands now; nothing where it is new in the plan."""
        known = self.before.standings
        for now in self.after.standings.values():
            former = self.matched.former.get(now.item)
            yield (known.get(former.id) if former else None), now
