"""The national inspection frameworks: when each was in use, and the areas and grades it has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from validate.reading.yaml_tree import plain, read_tree
from validate.values.dates import earliest, latest
from validate.words import day

FILE = Path(__file__).with_name("frameworks.yml")


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """What a framework judges, and the grades it may get, best first."""

    id: str
    name: str
    grades: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Framework:
    """One way of inspecting. `starts` and `ends` are None where it has no first or last day."""

    id: str
    name: str
    starts: date | None
    ends: date | None
    overall: tuple[str, ...]
    """The overall grades, best first; none where the framework has no overall grade."""
    areas: dict[str, Area]
    areas_since: date | None
    """Before this day other areas were judged, so any is allowed."""
    source: str

    def fits(self, inspected: str | None, seen: str | None) -> bool:
        """Tell whether an inspection of this date, or one whose grade was seen by then, can have been of this kind."""
        by = inspected or seen
        starts_in_time = by is None or (self.starts or date.min) <= latest(by)
        return starts_in_time and (inspected is None or earliest(inspected) <= (self.ends or date.max))

    def fixes_areas(self, when: str | None) -> bool:
        """Tell whether an inspection of this date can only have judged the areas listed here."""
        return self.areas_since is None or (when is not None and self.areas_since <= earliest(when))

    def words_for(self, name: str | int) -> frozenset[str]:
        """Return what may stand in a field of this name: its areas, or every grade that it has anywhere."""
        if name == "area":
            return frozenset(self.areas)
        return frozenset(self.overall).union(*(area.grades for area in self.areas.values()))

    @property
    def time_in_use(self) -> str:
        """The framework's first and last day in words."""
        first = f"from {day(self.starts)}" if self.starts else ""
        last = f"until {day(self.ends)}" if self.ends else ""
        return f"{first} {last}".strip()


@cache
def frameworks() -> dict[str, Framework]:
    """Return every framework by its id, oldest first."""
    tree, problems = read_tree(FILE.read_text(encoding="utf-8"), FILE.name)
    if tree is None or problems:
        raise ValueError(f"{FILE.name} cannot be used: {problems}")
    data = plain(tree)
    scales = {name: tuple(grades) for name, grades in data["scales"].items()}
    return {entry["id"]: _framework(entry, scales) for entry in data["frameworks"]}


def _framework(entry: dict[str, Any], scales: dict[str, tuple[str, ...]]) -> Framework:
    return Framework(
        id=entry["id"],
        name=entry["name"],
        starts=_day(entry.get("from")),
        ends=_day(entry.get("until")),
        overall=scales[entry["overall"]] if "overall" in entry else (),
        areas={a["id"]: Area(id=a["id"], name=a["name"], grades=scales[a["scale"]]) for a in entry["areas"]},
        areas_since=_day(entry.get("areas_since")),
        source=entry["source"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
