"""Tables of growth.yml."""

from __future__ import annotations

from validate.tables.parts.part import Part

GROWTH = Part(
    table="",
    about="",
    inside=(
        Part(table="phases", about="The phases of growth.", field="phases", named_alone=True),
        Part(
            table="posts",
            about="Central posts and bought-in support.",
            field="posts",
            named_alone=True,
            inside=(
                Part(
                    table="posts_filled",
                    about="How much of each post is filled, from which day.",
                    field="filled",
                    parent="post",
                ),
            ),
        ),
        Part(table="growth_rules", about="The plan's limits on joining.", field="rules", named_alone=True),
    ),
)
