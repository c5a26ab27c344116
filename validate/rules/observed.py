"""Observations with the measures they belong to, as rules look at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.figures import number_of
from validate.records.measures import MeasureRecord, ObservationRecord
from validate.standing.measures import TRUST, newest_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene
    from validate.standing.measures import Observation


@dataclass(frozen=True, kw_only=True, slots=True)
class TrustAndSchools:
    """A figure of the trust that is shown, with the newest lines of its schools for the same time."""

    trust: Observation
    schools: tuple[Observation, ...]

    @property
    def in_words(self) -> str:
        """The measure with its time, such as `attendance in 2022-23, autumn`."""
        record = self.trust.record
        return f"{record.measure} in {record.year}{f', {record.term}' if record.term else ''}"

    @property
    def line(self) -> int:
        """The line of the trust's figure."""
        return self.trust.place("value").line


def observed(scene: Scene) -> Iterator[tuple[Observation, Entry[MeasureRecord]]]:
    """Yield every observation of a measure that has a file."""
    measures = {measure.record.id: measure for measure in scene.plan.entries(MeasureRecord)}
    for entry in scene.plan.entries(ObservationRecord):
        if entry.record.measure in measures:
            yield entry, measures[entry.record.measure]


def shown_for_the_trust(scene: Scene) -> Iterator[TrustAndSchools]:
    """Yield every figure of the trust beside which schools have lines of their own."""
    groups: dict[tuple[str, str, str | None], dict[str, list[Observation]]] = {}
    for entry, _ in observed(scene):
        time = (entry.record.measure, entry.record.year, entry.record.term)
        groups.setdefault(time, {}).setdefault(entry.record.school or TRUST, []).append(entry)
    for group in groups.values():
        newest = {name: newest_first(entries)[0] for name, entries in group.items()}
        trust = newest.pop(TRUST, None)
        if trust is not None and number_of(trust.record.value) is not None:
            yield TrustAndSchools(trust=trust, schools=tuple(newest.values()))
