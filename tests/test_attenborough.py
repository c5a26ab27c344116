"""The real trust's plan as published: its own numbers come out of the site."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def _rows(site: Path, table: str) -> list[dict[str, str]]:
    with (site / "data" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_counts_of_the_published_plan(built_site: Path) -> None:
    """The published plan's own numbers come out of the tables."""
    assert {
        name: len(_rows(built_site, name)) for name in ("pillars", "objectives", "actions", "goals", "schools")
    } == {
        "pillars": 6,
        "objectives": 18,
        "actions": 135,
        "goals": 47,
        "schools": 8,
    }
    focus = Counter(row["focus"] for row in _rows(built_site, "milestones"))
    assert focus == {"planned": 63, "not-a-focus": 6, "nothing-published": 3}
    empty = {row["id"] for row in _rows(built_site, "milestones") if row["focus"] == "nothing-published"}
    assert empty == {"2.2/2022-23", "5.2/2022-23", "5.2/2023-24"}
