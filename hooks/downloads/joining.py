"""The tables of joining: where each school's case stands, and what each school on its way calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hooks.downloads.specs import IDENTITY
from hooks.views.joining_cases import GROUPS, group_of
from validate.plan.columns import key
from validate.plan.tables import Spec
from validate.records.joining import JoiningRecord
from validate.records.notes import PHASE, POST, SCHOOL, STAGE
from validate.standing.capacity_filled import joiner_needs
from validate.standing.joining import ENDED, opening_on, openings_until, stage_standings, stages_now, state_on
from validate.standing.joining_effort import case_taken, set_aside
from validate.words import commas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.plan.schools import School
    from validate.standing.capacity_filled import JoinerNeed, PostNeed
    from validate.standing.joining import Case

PIPELINE = Spec(
    name="joining-pipeline",
    description="Where each joining case stands on the day of this site: one row for each school with a case.",
    columns=(
        key("id", "The school.", SCHOOL),
        key("group", f"Whether it is on its way, has joined or did not join: {commas(GROUPS)}."),
        key("route", "The way it joins."),
        key("state", "Where its case stands as a whole."),
        key(
            "stage",
            "The stage in progress, or else the next; empty where none is left, or the case has ended.",
            STAGE,
            required=False,
        ),
        key("stages_done", "How many stages ask for nothing more.", value_type="integer"),
        key("stages", "How many stages there are.", value_type="integer"),
        key("stages_overdue", "How many stages after joining are past their day.", value_type="integer"),
        key("opens", "Its opening date; empty where none was set.", value_type="date", required=False),
        key("confirmed", "False while that date is provisional.", value_type="boolean", required=False),
        key("dates_set", "How many times an opening date was set, changed or confirmed.", value_type="integer"),
        key("days_set_aside", "Days of work set aside on its route.", value_type="number", required=False),
        key("cost_set_aside", "Pounds set aside on its route.", value_type="integer", required=False),
        key("days_taken", "Days of work that it took so far.", value_type="number", required=False),
        key("cost_taken", "Pounds that it cost so far.", value_type="integer", required=False),
    ),
)
CAPACITY_NEEDED = Spec(
    name="capacity-needed",
    description="What the number of schools calls for once each school on its way has joined, beside what is "
    "filled on the day of this site: one row for each such school and post.",
    columns=(
        IDENTITY,
        key("school", "The school on its way.", SCHOOL),
        key("opens", "Its opening date; empty where none was set.", value_type="date", required=False),
        key("schools", "How many schools there are once it has joined.", value_type="integer"),
        key("phase", "The phase of growth that is counted; empty where none fits.", PHASE, required=False),
        key("post", "The post.", POST),
        key("planned", "FTE in that phase; empty where the plan gives none.", value_type="number", required=False),
        key("extra", "FTE that joining cases call for beyond the phase.", value_type="number"),
        key("filled", "FTE filled; empty where that is not recorded.", value_type="number", required=False),
        key("missing", "FTE missing; empty where that cannot be told.", value_type="number", required=False),
    ),
)


def pipeline_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each joining case."""
    for school in context.plan.schools:
        if school.joining:
            yield _case(school, school.joining, context)


def _case(school: School, case: Case, context: SiteContext) -> dict[str, Any]:
    as_at = context.as_at
    opening = opening_on(case, as_at)
    return {
        "id": school.id,
        "group": group_of(school, case, as_at),
        "route": case.record.route,
        "state": state_on(case, as_at),
        "opens": opening.record.opens if opening else None,
        "confirmed": opening.record.confirmed if opening else None,
        "dates_set": len(openings_until(case, as_at)),
        **_stages(school, case, context),
    }


def _stages(school: School, case: Case, context: SiteContext) -> dict[str, Any]:
    way = context.plan.part(JoiningRecord)
    standings = stage_standings(school, case, way, context.as_at) if way else ()
    now = () if state_on(case, context.as_at) in ENDED else stages_now(standings)
    aside = set_aside(task.task.record for standing in standings for task in standing.tasks).effort
    took = case_taken(standings)
    return {
        "stage": now[0].stage.record.id if now else None,
        "stages_done": sum(standing.is_done for standing in standings),
        "stages": len(standings),
        "stages_overdue": sum(standing.overdue for standing in standings),
        "days_set_aside": aside.days,
        "cost_set_aside": aside.cost,
        "days_taken": took.days,
        "cost_taken": took.cost,
    }


def capacity_rows(context: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield a row for each school on its way and each post that is then called for or filled."""
    growth = context.plan.growth
    for found in joiner_needs(context.plan, growth, context.as_at) if growth else ():
        for need in found.need.posts:
            yield _post(found, need)


def _post(found: JoinerNeed, need: PostNeed) -> dict[str, Any]:
    school, phase = found.joiner.school, found.need.phase
    return {
        "id": f"{school.id}/{need.post.id}",
        "school": school.id,
        "opens": found.joiner.opens,
        "schools": found.need.schools,
        "phase": phase.id if phase else None,
        "post": need.post.id,
        "planned": need.planned,
        "extra": need.extra,
        "filled": need.filled.record.fte if need.filled else None,
        "missing": need.gap,
    }
