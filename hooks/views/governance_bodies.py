"""The bodies that govern the trust: who answers to whom, what each is for, and how many people sit on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.standing.governance import bodies_of, reporting_to
from validate.words import count, day

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.schools import School
    from validate.records.governance import BodyRecord
    from validate.standing.governance import Body, Governance

KINDS = {
    "members": "Members",
    "board": "Board",
    "committee": "Committee",
    "executive": "Executive",
    "local-board": "Local board",
    "other": "",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class NodeView:
    """A body in the picture of who answers to whom, with those that answer to it."""

    body: Body
    size: str
    below: tuple[NodeView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyView:
    """One body."""

    body: Body
    kind: str
    size: str
    schools: tuple[School, ...]
    """Those it is for; empty where it is for all, or where the plan does not say."""


def tree(governance: Governance, above: str | None = None) -> tuple[NodeView, ...]:
    """Return the bodies that answer to the one of this id, or to none, each with those below it."""
    return tuple(
        NodeView(body=body, size=seats(body.record), below=tree(governance, body.id))
        for body in reporting_to(bodies_of(governance), above)
    )


def body_views(governance: Governance, context: SiteContext) -> tuple[BodyView, ...]:
    """Return every body in the order of the file."""
    return tuple(
        BodyView(
            body=body,
            kind=KINDS[body.record.kind],
            size=_size(body.record),
            schools=tuple(school for school in context.plan.schools if school.id in body.record.schools),
        )
        for body in bodies_of(governance)
    )


def seats(record: BodyRecord) -> str:
    """Return the size of a body in a few words; nothing where it is not published."""
    if record.filled is None:
        return count(record.seats, "seat") if record.seats is not None else ""
    if record.seats is None:
        return count(record.filled, "person", "people")
    return f"{record.filled} of {count(record.seats, 'seat')} filled"


def _size(record: BodyRecord) -> str:
    if record.filled is None:
        return f"{seats(record)}; how many are filled is not published" if record.seats is not None else "Not published"
    return f"{seats(record)} on {day(record.filled_on)}" if record.filled_on else seats(record)
