"""What the trust runs on besides its plan: which lists in which files become which tables.

A file's own record becomes one row, named after its kind or its id; lists inside it become tables of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.tables.parts.amendments import AMENDMENTS, APPROVALS
from validate.tables.parts.deployments import DEPLOYMENTS
from validate.tables.parts.governance import GOVERNANCE
from validate.tables.parts.growth import GROWTH
from validate.tables.parts.joining import JOINING
from validate.tables.parts.measures import MEASURE, OBSERVATIONS
from validate.tables.parts.school import SCHOOL
from validate.tables.parts.services import SERVICES
from validate.tables.parts.support import SUPPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.tables.parts.part import Part

PARTS: dict[str, Part] = {
    "support": SUPPORT,
    "joining": JOINING,
    "services": SERVICES,
    "governance": GOVERNANCE,
    "deployments": DEPLOYMENTS,
    "measure": MEASURE,
    "observations": OBSERVATIONS,
    "amendments": AMENDMENTS,
    "approvals": APPROVALS,
    "school": SCHOOL,
    "growth": GROWTH,
}
"""The parts of each kind of file. A part without a table of its own only leads to those inside it."""


def part_tables(kind: str, field: str = "") -> Iterator[str]:
    """Yield the tables that a kind of file feeds, or only those that one list in it does."""
    if kind in PARTS:
        yield from (name for name in _tables(PARTS[kind], field) if name)


def _tables(part: Part, field: str) -> Iterator[str]:
    if not field:
        yield part.table
    for inner in part.inside:
        if not field or inner.field.split(".")[0] == field:
            yield from _tables(inner, "")
