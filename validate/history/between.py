"""A plan on two days, or in two states of its files: the two sides of a comparison."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from validate.plan.pillars import Item
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing


@dataclass(frozen=True, kw_only=True, slots=True)
class Between:
    """Where a plan stood before, and where it stands after."""

    before: Progress
    after: Progress
    former: Mapping[str, str] = field(default_factory=dict)
    """The ids that actions had before, by their ids now, where they were moved to another year."""

    @property
    def standings(self) -> Iterator[tuple[Standing | None, Standing]]:
        """Where each action and goal of now stood before, and stands now; nothing where it is new in the plan."""
        known = self.before.standings
        return ((known.get(self.former.get(id_, id_)), now) for id_, now in self.after.standings.items())

    @property
    def items(self) -> Iterator[tuple[Item | None, Item]]:
        """Each action and goal as it was before, and is now; nothing where it is new in the plan."""
        return ((old.item if old else None, now.item) for old, now in self.standings)
