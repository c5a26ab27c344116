"""Tables of services.yml."""

from __future__ import annotations

from validate.tables.parts.part import Part

SERVICES = Part(
    table="services_offer",
    about="The trust's central services as a whole, in one row.",
    inside=(
        Part(
            table="charges",
            about="How schools pay for services.",
            field="charges",
            named_alone=True,
            inside=(
                Part(
                    table="charge_tiers",
                    about="The steps of each charge.",
                    field="tiers",
                    parent="charge",
                    inside=(
                        Part(
                            table="charge_tier_schools",
                            about="The schools in each step.",
                            field="schools",
                            parent="tier",
                            value="school",
                        ),
                    ),
                ),
            ),
        ),
        Part(
            table="services",
            about="The central services.",
            field="services",
            named_alone=True,
            inside=(
                Part(
                    table="service_contents",
                    about="What each service is made of.",
                    field="includes",
                    parent="service",
                    value="content",
                ),
                Part(
                    table="service_levels",
                    about="What each service promises its schools.",
                    field="levels",
                    parent="service",
                ),
                Part(
                    table="service_reviews",
                    about="Whether each service kept its promises.",
                    field="reviews",
                    parent="service",
                    inside=(
                        Part(
                            table="service_reviews_below",
                            about="The promises that a service was found not to keep.",
                            field="below",
                            parent="review",
                            value="level",
                        ),
                    ),
                ),
                Part(
                    table="market_tests",
                    about="The market tests of each service.",
                    field="market_tests",
                    parent="service",
                ),
            ),
        ),
    ),
)
