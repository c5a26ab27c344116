"""A pillar's folder has its pillar.yml, and an objective's folder its objective.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.layout import kind_of
from validate.nearest import nearest
from validate.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


PILLARS = "plan/pillars/"


def check(scene: Scene) -> Iterator[Problem]:
    """Report folders of the plan that lack the file that says what they are."""
    for folder in sorted({_top(path, 3) for path in scene.paths if path.startswith(PILLARS) and path.count("/") > 2}):
        yield from _expect(scene, folder, "pillar.yml", "pillar")
    years = {_top(path, 4) for path in scene.paths if (kind := kind_of(path)) and kind.name == "milestone"}
    for folder in sorted(years):
        yield from _expect(scene, folder, "objective.yml", "objective")


def _top(path: str, names: int) -> str:
    return "/".join(path.split("/")[:names])


def _expect(scene: Scene, folder: str, name: str, thing: str) -> Iterator[Problem]:
    path = f"{folder}/{name}"
    if not scene.has(path) and not _is_misnamed(scene, folder, name):
        yield Problem(
            code="missing-file",
            place=Place(path),
            message=f"there is no {name} in this folder, so nothing in it can be shown",
            cure=f"Add {path} after the example of another {thing}'s.",
        )


def _is_misnamed(scene: Scene, folder: str, wanted: str) -> bool:
    """Tell whether the file is there under a name that has been reported already."""
    names = (path.removeprefix(f"{folder}/") for path in scene.paths if path.startswith(f"{folder}/"))
    unknown = (name for name in names if "/" not in name and kind_of(f"{folder}/{name}") is None)
    return any(name.endswith((".yml", ".yaml")) and nearest(name, [wanted]) for name in unknown)
