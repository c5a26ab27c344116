"""Tables of deployments.yml."""

from __future__ import annotations

from validate.tables.parts.part import Part

DEPLOYMENTS = Part(
    table="between_schools",
    about="Support between schools as a whole, in one row.",
    inside=(
        Part(
            table="deployments",
            about="Roles lent from one school to another.",
            field="deployments",
            named_alone=True,
        ),
        Part(table="cross_trust_roles", about="Leadership roles across the trust.", field="roles", named_alone=True),
        Part(
            table="networks",
            about="Networks of schools.",
            field="networks",
            named_alone=True,
            inside=(
                Part(
                    table="network_members",
                    about="The schools in each network.",
                    field="members",
                    parent="network",
                    value="school",
                ),
            ),
        ),
    ),
)
