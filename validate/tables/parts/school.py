"""Tables of a school's support and of how it joins."""

from __future__ import annotations

from validate.tables.parts.part import Part

SCHOOL = Part(
    table="schools",
    about="",
    named_alone=True,
    inside=(
        Part(
            table="school_levels",
            about="The level of support of each school, term by term.",
            field="support_levels",
            parent="school",
            inside=(
                Part(
                    table="school_level_triggers",
                    about="The triggers that were met.",
                    field="triggers",
                    parent="school_level",
                    value="trigger",
                ),
            ),
        ),
        Part(
            table="joining_states",
            about="Where joining cases stand as a whole, from which day.",
            field="joining.states",
            parent="school",
        ),
        Part(
            table="joining_dates",
            about="Opening dates of joining schools, as they were set and changed.",
            field="joining.opening",
            parent="school",
        ),
        Part(
            table="joining_steps",
            about="Where stages and tasks of joining schools stand.",
            field="joining.steps",
            parent="school",
        ),
        Part(
            table="joining_findings",
            about="What due diligence found at joining schools.",
            field="joining.findings",
            parent="school",
        ),
        Part(
            table="joining_decisions",
            about="Decisions on joining schools.",
            field="joining.decisions",
            parent="school",
        ),
        Part(
            table="joining_capacity",
            about="Central work that joining schools call for beyond the phase of growth.",
            field="joining.extra_capacity",
            parent="school",
        ),
    ),
)
