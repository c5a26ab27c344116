"""What every rule is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from validate.records.base import Record
from validate.standing.school_logs import logs, reports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from validate.plan.entry import Entry, OtherRecord
    from validate.plan.pillars import Item, Milestone, Update
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.plan.seen import SeenPlan
    from validate.reading.shape import Loaded
    from validate.standing.joining import Case
    from validate.standing.school_logs import Log


@dataclass(frozen=True, kw_only=True)
class Scene:
    """The plan, the files it came from, and the day for which it is checked."""

    plan: Plan
    files: list[Loaded]
    paths: frozenset[str]
    """Every file present, readable or not."""
    reported: frozenset[str]
    """Every file or folder with a problem of its own, such as a link, so that nobody reports it as missing too."""
    as_at: date | None
    """The day of the check; nothing where neither plan.yml nor the caller names one."""
    newest_day: date | None
    """The last day on which anything can have happened, also where an earlier day is looked at."""
    public: SeenPlan
    """What the public sees of it on the day; the whole where that cannot be told yet."""

    def has(self, path: str) -> bool:
        """Tell whether the file is there, or has been reported already."""
        return path in self.paths or not self.reported.isdisjoint([path, *_folders(path)])

    @cached_property
    def entries(self) -> dict[type[Record], list[Entry[Any]]]:
        """Every entry of the plan by the class of its record, in the order of the files."""
        found: dict[type[Record], list[Entry[Any]]] = {}
        for entry in self.plan.tree.every(Record):
            found.setdefault(type(entry.record), []).append(entry)
        return found

    def every(self, kind: type[OtherRecord]) -> list[Entry[OtherRecord]]:
        """Return the entries of a kind, in the order of the files."""
        return self.entries.get(kind, [])

    def lists(self, kind: type[OtherRecord]) -> Iterator[list[Entry[OtherRecord]]]:
        """Yield the entries of a kind list by list."""
        for _, found in groupby(self.every(kind), key=lambda entry: (entry.file_path, entry.path[:-1])):
            yield list(found)

    @property
    def milestones(self) -> Iterator[Milestone]:
        """Every milestone, objective by objective."""
        return (milestone for objective in self.plan.objectives for milestone in objective.milestones)

    @property
    def updates(self) -> Iterator[tuple[Item, Update]]:
        """Every update, with the action or goal it reports on."""
        return ((item, update) for item in self.plan.items for update in item.updates)

    @property
    def cases(self) -> Iterator[tuple[School, Case]]:
        """Every joining case, with its school."""
        return ((school, school.joining) for school in self.plan.schools if school.joining)

    @property
    def reports(self) -> Iterator[tuple[Item, Update]]:
        """Every report, with the action or goal it is on: each update, or in its place what it says of each school."""
        return reports(self.plan)

    @property
    def logs(self) -> Iterator[tuple[Item, Log]]:
        """The log of every action and goal; where it is tracked school by school, one for each school."""
        return logs(self.plan)


def _folders(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rsplit("/", 1)[0]
        yield path
