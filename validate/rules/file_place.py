"""Folders and files are named after the id inside, so that people find what they look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.measures import MeasureRecord
from validate.records.pillar import ObjectiveRecord, PillarRecord
from validate.records.school import SchoolRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.reading.shape import Loaded
    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report folders and files whose names do not fit the id inside."""
    for loaded in scene.files:
        match loaded.record:
            case PillarRecord() | ObjectiveRecord() as record:
                folder = loaded.path.split("/")[-2]
                if folder != record.id and not folder.startswith(f"{record.id}-"):
                    yield _problem(
                        loaded, f'folder is named "{folder}"', f'so that its name starts with "{record.id}-"'
                    )
            case SchoolRecord() | MeasureRecord() as record:
                file = loaded.path.split("/")[-1]
                if file != f"{record.id}.yml":
                    yield _problem(loaded, f'file is named "{file}"', f'to "{record.id}.yml"')
            case _:
                pass


def _problem(loaded: Loaded, found: str, cure: str) -> Problem:
    return Problem(
        code="file-place",
        place=loaded.place(("id",)),
        message=f"this id does not fit the place where it stands: the {found}",
        cure=f"Correct the id, or rename the {found.split(maxsplit=1)[0]} {cure}.",
    )
