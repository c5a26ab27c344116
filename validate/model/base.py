"""What every part of the model is: something that was read from a place in a file, and may be kept from the public."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from validate.records.base import Record, Shareable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.problems import Place
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path

AnyRecord = TypeVar("AnyRecord", bound=Record)
OtherRecord = TypeVar("OtherRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a part of the model was read from, for pointing at it in a problem."""

    loaded: Loaded
    path: Path = ()

    def place(self, *steps: str | int) -> Place:
        """Return where this part, or a value inside it, stands in its file."""
        return self.loaded.place((*self.path, *steps))

    def at(self, *steps: str | int) -> Origin:
        """Return the origin of something inside this part."""
        return Origin(self.loaded, (*self.path, *steps))

    @property
    def file(self) -> str:
        """The file's path from the root."""
        return self.loaded.path

    @property
    def records(self) -> Iterator[Record]:
        """The records that this part stands in, from the file's own down to its own."""
        found: Any = self.loaded.record
        for step in (None, *self.path):
            if step is not None:
                found = found[step] if isinstance(step, int) else getattr(found, step)
            if isinstance(found, Record):
                yield found


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Anything that was read from a file."""

    origin: Origin = field(repr=False, compare=False)

    @property
    def for_trustees(self) -> bool:
        """Tell whether the public does not see it, for its own sake or that of something it stands in."""
        return any(record.for_trustees for record in self.origin.records)

    @property
    def publish_after(self) -> date | None:
        """Return the day up to which the public does not see it, if there is one."""
        days = (record.publish_after for record in self.origin.records if isinstance(record, Shareable))
        return max((day for day in days if day), default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry(Part, Generic[AnyRecord]):
    """A record as it stands in its file, for parts that need no links of their own."""

    record: AnyRecord

    def inside(self, name: str, records: Iterable[OtherRecord]) -> tuple[Entry[OtherRecord], ...]:
        """Return the entries of one of its lists."""
        return entries(self.origin, name, records)


def entries(origin: Origin, name: str, records: Iterable[AnyRecord]) -> tuple[Entry[AnyRecord], ...]:
    """Return these records as entries of the list of that name; a point in it leads into a group."""
    steps = name.split(".")
    return tuple(Entry(origin=origin.at(*steps, n), record=record) for n, record in enumerate(records))
