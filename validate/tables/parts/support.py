"""Tables of support.yml."""

from __future__ import annotations

from validate.tables.parts.part import Part

SUPPORT = Part(
    table="support",
    about="How the trust supports its schools, in one row.",
    inside=(
        Part(
            table="support_levels",
            about="The levels of support, from the least to the most.",
            field="levels",
            named_alone=True,
            inside=(
                Part(
                    table="support_triggers",
                    about="What calls for each level of support.",
                    field="triggers",
                    parent="level",
                    named_alone=True,
                ),
                Part(
                    table="support_offers",
                    about="What the trust does for schools at each level.",
                    field="offers",
                    parent="level",
                ),
            ),
        ),
        Part(table="support_reviews", about="How a school's level is decided.", field="reviews", named_alone=True),
        Part(table="autonomy_earned", about="What earns a school autonomy.", field="autonomy.earned_by", value="what"),
        Part(
            table="autonomy_reduced",
            about="What takes some of a school's autonomy away.",
            field="autonomy.reduced_by",
            value="what",
        ),
    ),
)
