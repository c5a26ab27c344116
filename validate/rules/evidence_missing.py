"""Evidence files that are named are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.layout import EVIDENCE_FOLDER
from validate.nearest import did_you_mean
from validate.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report evidence whose file is not in the evidence folder."""
    start = f"{EVIDENCE_FOLDER}/"
    present = sorted(path.removeprefix(start) for path in scene.paths if path.startswith(start))
    for evidence in scene.evidence:
        if evidence.record.file and not scene.has(start + evidence.record.file):
            yield Problem(
                code="evidence-missing",
                place=evidence.place("file"),
                message=f'there is no file "{evidence.record.file}" in {start}'
                + did_you_mean(evidence.record.file, present),
                cure=f"Put the file into {start}, or correct the name; capital letters matter.",
            )
