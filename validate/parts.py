"""What the trust runs on besides its plan: which lists in which files become which tables.

A file's own record becomes one row, named after its kind or its id; lists inside it become tables of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A list in a record (or the record itself, where it names no field) whose entries become rows of a table.

    A row's id is that of the row it is nested in and its own, with a slash between. Entries without an id are
    numbered. Entries that other files refer to are named by their own id alone.
    """

    table: str
    about: str
    """What the table holds."""
    field: str = ""
    """The list's name; a point leads into a group, as in `joining.steps`."""
    parent: str = ""
    """The key column that names the row it is nested in; none where there is only one."""
    named_alone: bool = False
    value: str = ""
    """The column that holds the entry, where entries are single values and not groups."""
    inside: tuple[Part, ...] = ()


PARTS: dict[str, Part] = {
    "support": Part(
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
            Part(
                table="autonomy_earned", about="What earns a school autonomy.", field="autonomy.earned_by", value="what"
            ),
            Part(
                table="autonomy_reduced",
                about="What takes some of a school's autonomy away.",
                field="autonomy.reduced_by",
                value="what",
            ),
        ),
    ),
    "joining": Part(
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
    ),
    "services": Part(
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
    ),
    "governance": Part(
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
    ),
    "deployments": Part(
        table="between_schools",
        about="Support between schools as a whole, in one row.",
        inside=(
            Part(
                table="deployments",
                about="Roles lent from one school to another.",
                field="deployments",
                named_alone=True,
            ),
            Part(
                table="cross_trust_roles", about="Leadership roles across the trust.", field="roles", named_alone=True
            ),
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
    ),
    "measure": Part(
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
    ),
    "observations": Part(
        table="",
        about="",
        inside=(Part(table="observations", about="The figures of every measure.", field="observations"),),
    ),
    "school": Part(
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
    ),
    "growth": Part(
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
    ),
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
