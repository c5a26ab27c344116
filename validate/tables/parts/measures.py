"""Tables of measures and their observations."""

from __future__ import annotations

from validate.tables.parts.part import Part

MEASURE = Part(
    table="measures",
    about="What is measured.",
    named_alone=True,
    inside=(
        Part(table="targets", about="What each measure is to reach, by year.", field="targets", parent="measure"),
        Part(
            table="comparators",
            about="The figures that each measure is set beside.",
            field="comparator.values",
            parent="measure",
        ),
        Part(
            table="measure_goals",
            about="The goals that each measure shows.",
            field="goals",
            parent="measure",
            value="goal",
        ),
        Part(
            table="measure_objectives",
            about="The objectives that each measure shows.",
            field="objectives",
            parent="measure",
            value="objective",
        ),
    ),
)

OBSERVATIONS = Part(
    table="",
    about="",
    inside=(Part(table="observations", about="The figures of every measure.", field="observations"),),
)
