"""The bodies that govern the trust: who answers to whom, what each is for, and how many people sit on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.school_links import SchoolLinkView, school_links
from validate.standing.governance import bodies_of, reporting_to
from validate.words import count, day, listed

if TYPE_CHECKING:
    from datetime import date

    from hooks.context import SiteContext
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

    name: str
    href: str
    size: str
    kept: str
    below: tuple[NodeView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class BodyView:
    """One body."""

    id: str
    name: str
    kind: str
    kept: str
    purpose: str
    answers_to: str
    size: str
    size_note: str
    meets: str
    roles: str
    schools: tuple[SchoolLinkView, ...]
    """Those it is for; empty where it is for all, or where the plan does not say."""


def tree(governance: Governance, as_at: date, above: str | None = None) -> tuple[NodeView, ...]:
    """Return the bodies that answer to the one of this id, or to none, each with those below it."""
    return tuple(
        NodeView(
            name=body.record.name,
            href=f"#body-{body.record.id}",
            size=seats(body.record),
            kept=kept(body, as_at, governance),
            below=tree(governance, as_at, body.record.id),
        )
        for body in reporting_to(bodies_of(governance), above)
    )


def body_views(governance: Governance, context: SiteContext) -> tuple[BodyView, ...]:
    """Return every body in the order of the file."""
    bodies = bodies_of(governance)
    names = {body.record.id: body.record.name for body in bodies}
    return tuple(_body(body, names, context, kept(body, context.as_at, governance)) for body in bodies)


def _body(body: Body, names: dict[str, str], context: SiteContext, words: str) -> BodyView:
    record, roles = body.record, context.plan.roles
    schools = [school for school in context.plan.schools if school.id in record.schools]
    return BodyView(
        id=f"body-{record.id}",
        name=record.name,
        kind=KINDS[record.kind],
        kept=words,
        purpose=record.purpose,
        answers_to=names.get(record.reports_to or "", ""),
        size=_size(record),
        size_note=record.size_note or "",
        meets=record.meets or "Not published",
        roles=listed([roles[role].record.name for role in record.roles if role in roles]),
        schools=school_links(schools),
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
