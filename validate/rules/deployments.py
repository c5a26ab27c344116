"""Deployments, leadership roles across the trust, and networks: from somebody to somebody, for a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.records.deployments import CrossTrustRoleRecord, DeploymentRecord, NetworkRecord
from validate.rules.rule import Found, rule, rule_of
from validate.words import day, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.entry import Entry
    from validate.rules.scene import Scene


@rule("deployment-dates")
def deployment_dates(scene: Scene) -> Iterator[Found]:
    """Report deployments, and leadership roles across the trust, that end before they start."""
    lent: list[Entry[DeploymentRecord] | Entry[CrossTrustRoleRecord]]
    lent = [*scene.every(DeploymentRecord), *scene.every(CrossTrustRoleRecord)]
    for entry in lent:
        starts, ends = entry.record.starts, entry.record.ends
        if starts and ends and ends < starts:
            yield Found(
                entry.place("ends"),
                f"this ends on {day(ends)}, before it starts on {day(starts)}",
                "Correct one of the two dates; leave out the end if it goes on.",
            )


@rule_of(DeploymentRecord, "deployment-nowhere")
def deployment_nowhere(entry: Entry[DeploymentRecord]) -> Iterator[Found]:
    """Report deployments that come from two places, go to two or none, or stay where they are."""
    given = entry.record
    if given.to_school and given.to_outside:
        found = "this goes both to a school of the trust and outside it"
        cure = "Keep the one that borrows; enter a second deployment if both do."
        yield Found(entry.place("to_outside"), found, cure)
    if not given.to_school and not given.to_outside:
        cure = "Add to_school with a school of the trust, or to_outside with a name."
        yield Found(entry.place("id"), "nobody is said to borrow this role", cure)
    if given.from_school and given.from_outside:
        found = "this comes both from a school of the trust and from outside it"
        cure = "Keep the one that lends; with neither, the central team does."
        yield Found(entry.place("from_outside"), found, cure)
    elif given.from_school and given.from_school == given.to_school:
        found = f'"{given.from_school}" both lends and borrows this role'
        cure = "Correct one of the two; work inside one school is no deployment."
        yield Found(entry.place("to_school"), found, cure)
    elif given.from_outside and given.to_outside and not given.to_school:
        found = "this comes from outside the trust and goes outside it"
        yield Found(entry.place("to_outside"), found, "Name the school of the trust that lends or borrows.")


@rule_of(NetworkRecord, "network-alone")
def network_alone(network: Entry[NetworkRecord]) -> Iterator[Found]:
    """Report networks of fewer than two schools that are not open to others, where it is known who belongs to them."""
    members, others, is_open = network.record.members, network.record.others, network.record.open_to_others
    is_known = bool(members) or is_open is not None or others is not None
    if is_known and len(members) + (others or 0) < 2 and not is_open:
        yield Found(
            network.place("members" if members else "name"),
            f'"{short(network.record.name)}" has {"one member" if members else "no member"} '
            "and is not open to other schools",
            "Add the schools that belong to it, or say open_to_others: true if others may join in.",
        )
