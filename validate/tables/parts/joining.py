"""Tables of joining.yml."""

from __future__ import annotations

from validate.tables.parts.part import Part

JOINING = Part(
    table="joining",
    about="How schools join the trust, in one row.",
    inside=(
        Part(table="joining_areas", about="What due diligence looks into.", field="areas", named_alone=True),
        Part(
            table="joining_stages",
            about="The stages on the way into the trust, in order.",
            field="stages",
            named_alone=True,
            inside=(
                Part(
                    table="joining_tasks",
                    about="What is to be done in each stage, by whom, with the time and money set aside.",
                    field="tasks",
                    parent="stage",
                    named_alone=True,
                    inside=(
                        Part(
                            table="joining_task_routes",
                            about="The routes that a task is for, where it is not for all.",
                            field="routes",
                            parent="task",
                            value="route",
                        ),
                    ),
                ),
            ),
        ),
    ),
)
