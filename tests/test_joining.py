"""Joining worked out: where cases stand, what is late, what it takes, who is next, and what they call for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.case_folders import CASES, load_case
from tests.grown import changed, with_values
from validate.records.joining import ExtraCapacityRecord, JoiningRecord
from validate.standing.capacity import limit_in_force
from validate.standing.capacity_filled import filled_on, joiner_needs, need_now
from validate.standing.joiners import joiners, years_of_joining
from validate.standing.joining import (
    applies,
    has_joined,
    opening_on,
    openings_until,
    stage_standings,
    stages_now,
    state_on,
)
from validate.standing.joining_effort import case_taken, set_aside, stage_taken

if TYPE_CHECKING:
    from validate.plan.entry import Entry
    from validate.plan.growth import Growth
    from validate.plan.plan import Plan
    from validate.plan.schools import School
    from validate.standing.joining import Case, StageStanding

TODAY = date(2023, 3, 31)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Return a plan with schools on their way, one that joined and left, and one that stayed out."""
    found = load_case(CASES / "pages" / "joining", tmp_path_factory.mktemp("joining")).plan
    assert found
    return found


def _school(plan: Plan, name: str) -> tuple[School, Case]:
    school = next(school for school in plan.schools if school.id.startswith(name))
    assert school.joining
    return school, school.joining


def _standings(plan: Plan, name: str, day: date = TODAY) -> tuple[StageStanding, ...]:
    return stage_standings(*_school(plan, name), _joining(plan), day)


def _joining(plan: Plan) -> Entry[JoiningRecord]:
    joining = plan.part(JoiningRecord)
    assert joining
    return joining


def _growth(plan: Plan) -> Growth:
    assert plan.growth
    return plan.growth


@pytest.mark.parametrize(
    ("day", "state"),
    [("2022-11-30", "active"), ("2022-12-01", "paused"), ("2023-01-19", "paused"), ("2023-01-20", "active")],
)
def test_state_is_that_of_the_newest_entry(plan: Plan, day: str, state: str) -> None:
    """A case is active from its beginning, and from each entry on what that says."""
    assert state_on(_school(plan, "elm")[1], date.fromisoformat(day)) == state


@pytest.mark.parametrize(
    ("day", "opens", "confirmed"),
    [("2022-11-01", "2023-06-01", False), ("2023-01-20", "2023-09-01", False), ("2023-03-01", "2023-09-01", True)],
)
def test_newest_opening_date_counts(plan: Plan, day: str, opens: str, *, confirmed: bool) -> None:
    """The opening date is the one that was set last, and is provisional until it is confirmed."""
    opening = opening_on(_school(plan, "elm")[1], date.fromisoformat(day))
    assert opening
    assert (opening.record.opens, opening.record.confirmed) == (date.fromisoformat(opens), confirmed)


def test_nothing_is_known_before_it_is_said(plan: Plan) -> None:
    """Before its first entry a case has no opening date, and its stages say nothing."""
    _, case = _school(plan, "elm")
    assert openings_until(case, date(2022, 10, 31)) == ()
    assert opening_on(case, date(2022, 10, 31)) is None
    assert {standing.status for standing in _standings(plan, "elm", date(2022, 10, 31))} == {None}


def test_stage_stands_by_its_own_entry_or_its_tasks(plan: Plan) -> None:
    """A stage stands where its newest entry says; without one it is in progress once a task of it is."""
    found = {standing.stage.record.id: standing.status for standing in _standings(plan, "elm")}
    assert found == {
        "due-diligence": "completed",
        "decision": "completed",
        "legal-work": "in-progress",
        "first-month": None,
        "first-year": None,
    }
    assert [standing.stage.record.id for standing in stages_now(_standings(plan, "elm"))] == ["legal-work"]


def test_next_stage_is_the_first_that_is_not_done(plan: Plan) -> None:
    """Where no stage is in progress, the case stands before the first that is not done."""
    before = stages_now(_standings(plan, "elm", date(2022, 10, 31)))
    assert [standing.stage.record.id for standing in before] == ["due-diligence"]


def test_only_tasks_of_the_route_count(plan: Plan) -> None:
    """A school has the tasks that are for all, and those for its own route."""
    tasks = {task.id: task for stage in _joining(plan).record.stages for task in stage.tasks}
    assert applies(tasks["release-deed"], "transfer")
    assert not applies(tasks["release-deed"], "conversion")
    assert applies(tasks["welcome-day"], "conversion")
    for name, count in (("elm", 2), ("mill", 1)):
        legal_work = next(s for s in _standings(plan, name) if s.stage.record.id == "legal-work")
        assert len(legal_work.tasks) == count


@pytest.mark.parametrize(("day", "overdue"), [("2022-11-01", []), ("2022-11-02", ["first-month"])])
def test_stage_after_joining_is_overdue_after_its_day(plan: Plan, day: str, overdue: list[str]) -> None:
    """A stage within a month of joining is overdue from the day after that month, until it is done."""
    found = _standings(plan, "hill", date.fromisoformat(day))
    assert [standing.stage.record.id for standing in found if standing.overdue] == overdue
    assert [standing.due for standing in found[-2:]] == [date(2022, 11, 1), date(2023, 10, 1)]


def test_stage_is_not_overdue_before_joining(plan: Plan) -> None:
    """A school whose opening date has passed without its joining is late with no stage after joining."""
    assert not any(standing.overdue for standing in _standings(plan, "elm", date(2030, 1, 1)))


def test_effort_is_summed_and_gaps_are_counted(plan: Plan) -> None:
    """Time and money set aside add up over tasks, and tasks without a figure are counted."""
    aside = set_aside(task for stage in _joining(plan).record.stages for task in stage.tasks)
    assert (aside.effort.days, aside.effort.cost) == (Decimal("7.5"), 2300)
    assert (aside.tasks, aside.without_days, aside.without_cost) == (6, 2, 4)


def test_newest_figure_of_each_task_is_what_it_took(plan: Plan) -> None:
    """A later entry of a task gives the whole so far, and is not added to the one before."""
    standings = _standings(plan, "elm")
    took = stage_taken(standings[0])
    assert (took.days, took.cost) == (Decimal("6.5"), 450)
    assert case_taken(standings) == took
    assert stage_taken(standings[1]).days is None


def test_own_figure_of_a_stage_replaces_those_of_its_tasks(plan: Plan) -> None:
    """Where an entry on a stage itself says what it took, its tasks are not added."""
    standing = _standings(plan, "elm")[0]
    step = standing.steps[-1]
    whole = changed(step, days=Decimal(9))
    took = stage_taken(replace(standing, steps=(whole,)))
    assert (took.days, took.cost) == (Decimal(9), 450)


def test_joiners_stand_in_order_of_opening(plan: Plan) -> None:
    """Only active cases of schools outside the trust count, and each makes the trust one school larger."""
    found = [(joiner.school.id, joiner.opens, joiner.schools) for joiner in joiners(plan, TODAY)]
    assert found == [
        ("elm-road-primary", date(2023, 9, 1), 2),
        ("mill-street-infant", date(2024, 1, 1), 3),
    ]
    assert [joiner.school.id for joiner in joiners(plan, date(2022, 12, 15))] == ["mill-street-infant"]


def test_school_that_left_is_not_on_its_way(plan: Plan) -> None:
    """A school that joined by its case and left again has joined; one that stayed out has not."""
    assert has_joined(*_school(plan, "hill"), TODAY)
    assert not has_joined(*_school(plan, "beech"), TODAY)
    assert not has_joined(*_school(plan, "hill"), date(2022, 9, 30))


def test_limit_counts_those_who_joined_and_those_who_are_to(plan: Plan) -> None:
    """A year keeps its limit only if those that joined in it and those that are to do so together."""
    limit = limit_in_force(_growth(plan))
    assert limit
    day = date(2022, 11, 15)
    year = years_of_joining(plan, day, day)[1]
    assert [school.id for school, _ in year.growth.joined] == ["hill-top-junior"]
    assert [joiner.school.id for joiner in year.expected] == ["elm-road-primary"]
    assert not year.keeps(limit)
    assert year.keeps(changed(limit, if_sponsored=None))


@pytest.mark.parametrize(("day", "fte"), [("2021-08-31", None), ("2021-09-01", "0.5"), ("2022-09-01", "0.8")])
def test_newest_entry_says_what_is_filled(plan: Plan, day: str, fte: str | None) -> None:
    """A post is filled as its newest entry says, and before the first nothing is known."""
    filled = filled_on(_growth(plan).posts[0], date.fromisoformat(day))
    assert (str(filled.record.fte) if filled else None) == fte


def test_fitting_phase_that_asks_least_counts(plan: Plan) -> None:
    """Where a number of schools fits two phases, the one that asks for fewer FTE is compared with."""
    first, second = joiner_needs(plan, _growth(plan), TODAY)
    assert [(len(found.need.phases), found.need.phase and found.need.phase.id) for found in (first, second)] == [
        (2, "1"),
        (1, "2"),
    ]
    assert first.need.gap == Decimal(0)
    assert second.need.gap == Decimal("0.3")


def test_needs_of_each_post(plan: Plan) -> None:
    """A post shows what the phase asks for, what cases ask for beyond it, what is filled and what is missing."""
    second = joiner_needs(plan, _growth(plan), TODAY)[1]
    found = {need.post.id: (need.planned, need.extra, need.called_for, need.gap) for need in second.need.posts}
    assert found == {
        "chief-executive": (Decimal(1), Decimal(0), Decimal(1), Decimal("0.2")),
        "it-manager": (Decimal("0.5"), Decimal("0.1"), Decimal("0.6"), Decimal("0.1")),
        "payroll": (None, Decimal(0), None, None),
        "clerk": (Decimal("0.2"), Decimal(0), Decimal("0.2"), None),
    }


def test_extra_capacity_ends_on_its_day(plan: Plan) -> None:
    """What a case calls for beyond the phase is not counted for a school that opens after its end."""
    _, case = _school(plan, "elm")
    (extra,) = case.below(ExtraCapacityRecord)
    shorter = with_values(plan, extra, until=date(2023, 12, 31))
    first, second = joiner_needs(shorter, _growth(shorter), TODAY)
    assert [found.need.posts[1].extra for found in (first, second)] == [Decimal("0.1"), Decimal(0)]


def test_without_a_fitting_phase_nothing_is_missing(plan: Plan) -> None:
    """Where no phase is meant for the number of schools, no post can be compared."""
    growth = changed(_growth(plan), phases=[])
    need = need_now(plan, growth, TODAY)
    assert need.phase is None
    assert {post.gap for post in need.posts} == {None}
    assert need.gap == Decimal(0)
