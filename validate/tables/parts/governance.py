"""Tables of governance.yml."""

from __future__ import annotations

from validate.tables.parts.part import Part

GOVERNANCE = Part(
    table="governance",
    about="How the trust is governed, in one row.",
    inside=(
        Part(
            table="governance_bodies",
            about="The bodies that govern the trust, top first.",
            field="bodies",
            named_alone=True,
            inside=(
                Part(
                    table="governance_body_roles",
                    about="The roles that sit on each body.",
                    field="roles",
                    parent="body",
                    value="role",
                ),
                Part(
                    table="governance_body_schools",
                    about="The schools that a body is for, where it is not for all.",
                    field="schools",
                    parent="body",
                    value="school",
                ),
            ),
        ),
        Part(
            table="governance_powers",
            about="The parts that a body may have in a decision.",
            field="powers",
            named_alone=True,
        ),
        Part(
            table="delegation",
            about="The scheme of delegation: what is decided.",
            field="decisions",
            named_alone=True,
            inside=(
                Part(
                    table="delegation_shares",
                    about="Which body has which part in each decision.",
                    field="shares",
                    parent="decision",
                ),
            ),
        ),
        Part(
            table="governance_reviews",
            about="Reviews of governance that come round.",
            field="reviews",
            named_alone=True,
            inside=(
                Part(
                    table="governance_reviews_held",
                    about="When each review took place.",
                    field="held",
                    parent="review",
                ),
            ),
        ),
        Part(
            table="governance_registers",
            about="What the trust publishes by law, and where.",
            field="registers",
            named_alone=True,
        ),
    ),
)
