"""A network has somebody to work with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.problems import Problem
from validate.records.deployments import DeploymentsRecord, NetworkRecord
from validate.words import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.rules.scene import Scene


def check(scene: Scene) -> Iterator[Problem]:
    """Report networks of fewer than two schools that are not open to others."""
    part = scene.plan.part(DeploymentsRecord)
    for entry in part.below(NetworkRecord) if part else ():
        if _is_known(entry.record) and _is_alone(entry.record):
            named = "one member" if entry.record.members else "no member"
            yield Problem(
                code="network-alone",
                place=entry.place("members" if entry.record.members else "name"),
                message=f'"{short(entry.record.name)}" has {named} and is not open to other schools',
                cure="Add the schools that belong to it, or say open_to_others: true if others may join in.",
            )


def _is_known(network: NetworkRecord) -> bool:
    """Tell whether anything is said of who belongs to it; a network whose schools are not published is no mistake."""
    return bool(network.members) or network.open_to_others is not None or network.others is not None


def _is_alone(network: NetworkRecord) -> bool:
    return len(network.members) + (network.others or 0) < 2 and not network.open_to_others
