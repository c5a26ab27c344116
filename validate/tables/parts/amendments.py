"""Tables of amendments.yml and approvals.yml."""

from __future__ import annotations

from validate.tables.parts.part import Part

AMENDMENTS = Part(
    table="",
    about="",
    inside=(Part(table="amendments", about="How promises of the plan were changed.", field="amendments"),),
)

APPROVALS = Part(
    table="",
    about="",
    inside=(Part(table="approvals", about="When the promises were approved, and by whom.", field="approvals"),),
)
