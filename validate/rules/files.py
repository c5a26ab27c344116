"""Files and folders: each has the name that its content calls for, and none is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from validate.layout import kind_of
from validate.nearest import nearest
from validate.problems import Place
from validate.records.measures import MeasureRecord
from validate.records.pillar import ObjectiveRecord, PillarRecord
from validate.records.school import SchoolRecord
from validate.rules.rule import Found, rule
from validate.rules.years import calendar_is_sound
from validate.values.dates import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene

PILLARS = "plan/pillars/"


@rule("file-place")
def file_place(scene: Scene) -> Iterator[Found]:
    """Report folders and files whose names do not fit the id inside, so that people would not find them."""
    for loaded in scene.files:
        match loaded.record:
            case PillarRecord() | ObjectiveRecord() as record:
                name, start = loaded.path.split("/")[-2], f"{record.id}-"
                thing, cure = "folder", f'so that its name starts with "{start}"'
                fits = name == record.id or name.startswith(start)
            case SchoolRecord() | MeasureRecord() as record:
                name, wanted = loaded.path.split("/")[-1], f"{record.id}.yml"
                thing, cure = "file", f'to "{wanted}"'
                fits = name == wanted
            case _:
                continue
        if not fits:
            yield Found(
                loaded.place("id"),
                f'this id does not fit the place where it stands: the {thing} is named "{name}"',
                f"Correct the id, or rename the {thing} {cure}.",
            )


@rule("missing-file")
def missing_file(scene: Scene) -> Iterator[Found]:
    """Report folders of the plan that lack the file that says what they are."""
    pillars = {_top(path, 3) for path in scene.paths if path.startswith(PILLARS) and path.count("/") > 2}
    objectives = {_top(path, 4) for path in scene.paths if (kind := kind_of(path)) and kind.name == "milestone"}
    for thing, folders in (("pillar", pillars), ("objective", objectives)):
        for folder in sorted(folders):
            name = f"{thing}.yml"
            path = f"{folder}/{name}"
            if not scene.has(path) and not _is_misnamed(scene, folder, name):
                yield Found(
                    Place(path),
                    f"there is no {name} in this folder, so nothing in it can be shown",
                    f"Add {path} after the example of another {thing}'s.",
                )


def _top(path: str, names: int) -> str:
    return "/".join(path.split("/")[:names])


def _is_misnamed(scene: Scene, folder: str, wanted: str) -> bool:
    """Tell whether the file is there under a name that has been reported already."""
    names = (path.removeprefix(f"{folder}/") for path in scene.paths if path.startswith(f"{folder}/"))
    unknown = (name for name in names if "/" not in name and kind_of(f"{folder}/{name}") is None)
    return any(name.endswith((".yml", ".yaml")) and nearest(name, [wanted]) for name in unknown)


@rule("missing-year")
def missing_year(scene: Scene) -> Iterator[Found]:
    """Report years of the plan for which an objective has no file, readable or not."""
    if not calendar_is_sound(scene):
        return
    for objective in scene.every(ObjectiveRecord):
        folder = objective.file_path.rsplit("/", 1)[0]
        missing = [year.id for year in scene.plan.years if not scene.has(f"{folder}/{year.id}.yml")]
        misnamed = {nearest(name, missing) for name in _years_misnamed(scene, folder)} if missing else set()
        for year in missing:
            if year not in misnamed:
                yield Found(
                    objective.place(),
                    f"this objective has no file for {year}",
                    f"Add {folder}/{year}.yml. If nothing is planned that year, it holds one line, "
                    '"focus: not-a-focus" or, where the plan is blank, "focus: nothing-published".',
                )


def _years_misnamed(scene: Scene, folder: str) -> Iterator[str]:
    """Yield the names of files that are like year files and cannot be used, which is reported elsewhere."""
    for path in scene.paths:
        parent, _, name = path.rpartition("/")
        year, _, ending = name.partition(".")
        is_misnamed = ending == "yaml" or (ending == "yml" and not re.fullmatch(YEAR, year))
        if parent == folder and year[:1].isdigit() and is_misnamed:
            yield year
