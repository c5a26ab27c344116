"""A deployment has one lender and one borrower, and they are not the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.deployments import DeploymentRecord, DeploymentsRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene
    from validate.standing.deployments import DeploymentEntry


def check(scene: Scene) -> Iterator[Problem]:
    """Report deployments that come from two places, go to two or none, or stay where they are."""
    part = scene.plan.part(DeploymentsRecord)
    for entry in part.below(DeploymentRecord) if part else ():
        yield from _ends(entry)


def _ends(entry: DeploymentEntry) -> Iterator[Problem]:
    given = entry.record
    if given.to_school and given.to_outside:
        message = "this goes both to a school of the trust and outside it"
        yield _problem(entry, "to_outside", message, "Keep the one that borrows; enter a second deployment if both do.")
    if not given.to_school and not given.to_outside:
        message = "nobody is said to borrow this role"
        yield _problem(entry, "id", message, "Add to_school with a school of the trust, or to_outside with a name.")
    if given.from_school and given.from_outside:
        message = "this comes both from a school of the trust and from outside it"
        yield _problem(entry, "from_outside", message, "Keep the one that lends; with neither, the central team does.")
    elif given.from_school and given.from_school == given.to_school:
        message = f'"{given.from_school}" both lends and borrows this role'
        yield _problem(entry, "to_school", message, "Correct one of the two; work inside one school is no deployment.")
    elif given.from_outside and given.to_outside and not given.to_school:
        message = "this comes from outside the trust and goes outside it"
        yield _problem(entry, "to_outside", message, "Name the school of the trust that lends or borrows.")


def _problem(entry: DeploymentEntry, field: str, message: str, cure: str) -> Problem:
    return Problem(code="deployment-nowhere", place=entry.place(field), message=message, cure=cure)
