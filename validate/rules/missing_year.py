"""Every objective has a file for every year of the plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from validate.nearest import nearest
from validate.problems import Problem
from validate.rules.plan_time import calendar_is_sound
from validate.values.dates import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report years of the plan for which an objective has no file, readable or not."""
    if not calendar_is_sound(scene):
        return
    for loaded in scene.files_of("objective"):
        folder = loaded.path.rsplit("/", 1)[0]
        missing = [year.id for year in scene.plan.years if not scene.has(f"{folder}/{year.id}.yml")]
        misnamed = {nearest(name, missing) for name in _misnamed(scene, folder)} if missing else set()
        for year in missing:
            if year not in misnamed:
                yield Problem(
                    code="missing-year",
                    place=loaded.place(),
                    message=f"this objective has no file for {year}",
                    cure=f"Add {folder}/{year}.yml. If nothing is planned that year, it holds one line, "
                    '"focus: not-a-focus" or, where the plan is blank, "focus: nothing-published".',
                )


def _misnamed(scene: Scene, folder: str) -> Iterator[str]:
    """Return the names of files that are like year files and cannot be used, which is reported elsewhere."""
    for path in scene.paths:
        parent, _, name = path.rpartition("/")
        year, _, ending = name.partition(".")
        is_misnamed = ending == "yaml" or (ending == "yml" and not re.fullmatch(YEAR, year))
        if parent == folder and year[:1].isdigit() and is_misnamed:
            yield year
