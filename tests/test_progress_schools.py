"""Actions that are tracked school by school: where they stand at each school, and what that makes of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.case_folders import CASES, build_case, load_case
from validate.pipeline import load_plan
from validate.plan.seen import SeenPlan, plan_seen
from validate.plan.tables import compile_tables
from validate.records.base import Audience
from validate.standing.history import changes
from validate.standing.progress import Progress
from validate.standing.school_logs import logs, reports
from validate.standing.schools import schools_tracked
from validate.standing.tally import Tally
from validate.status import Status

if TYPE_CHECKING:
    from pathlib import Path

    from validate.pipeline import Outcome
    from validate.plan.pillars import Action
    from validate.plan.plan import Plan

DAY = date(2023, 3, 31)
SCHEME = "1.1/2021-22/reading-scheme"
TRAINING = "1.1/2022-23/train-staff"
CLUBS = "1.2/2022-23/breakfast-clubs"
REGISTER = "1.2/2022-23/one-register"
CALLS = "1.2/2022-23/call-families"
OAK, ELM, BEECH, ASH = "oak-lane-primary", "elm-road-junior", "beech-court-primary", "ash-hill-infant"


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return a plan with five actions that are tracked school by school, and one that is not."""
    found = load_case(CASES / "pages" / "school-by-school", tmp_path_factory.mktemp("schools"))
    assert found.problems == ()
    return found


@pytest.fixture(scope="module")
def plan(outcome: Outcome) -> Plan:
    """Return the whole plan, as trustees see it."""
    assert outcome.plan is not None
    return outcome.plan


def _action(plan: Plan, name: str) -> Action:
    return next(action for action in plan.actions if action.id == name)


def _at_schools(progress: Progress, name: str) -> dict[str, Status]:
    return {part.school.id: part.status for part in progress.standings[name].schools if part.school}


def _public(plan: Plan) -> SeenPlan:
    whole = SeenPlan(plan=plan)
    return plan_seen(whole, Audience.PUBLIC, DAY)


@pytest.mark.parametrize(
    ("name", "day", "tracked"),
    [
        (SCHEME, date(2021, 8, 1), {OAK, ASH}),
        (SCHEME, date(2021, 11, 30), {OAK, BEECH, ASH}),
        (SCHEME, date(2022, 1, 10), {OAK, BEECH}),
        (SCHEME, DAY, {OAK, BEECH}),
        (CLUBS, date(2022, 10, 31), {OAK, BEECH}),
        (CLUBS, date(2022, 11, 1), {OAK, BEECH, ELM}),
        (CLUBS, date(2024, 1, 1), {OAK, BEECH, ELM}),
        (TRAINING, date(2022, 10, 31), {OAK, ELM}),
    ],
)
def test_schools_of_an_action(plan: Plan, name: str, day: date, tracked: set[str]) -> None:
    """All schools are those in the trust on the day or at the end of the year if that is earlier; named ones stay."""
    assert {school.id for school in schools_tracked(plan, _action(plan, name), day)} == tracked


def test_newest_report_on_a_school_decides(plan: Plan) -> None:
    """Each school has the status of the newest report that names one for it, and of no other school."""
    progress = Progress(plan, DAY)
    assert _at_schools(progress, SCHEME) == {OAK: Status.COMPLETE, BEECH: Status.DEFERRED}
    assert _at_schools(progress, CLUBS) == {
        OAK: Status.COMPLETE,
        BEECH: Status.COMPLETE,
        ELM: Status.NOT_REPORTED,
    }
    elm = next(part for part in progress.standings[CLUBS].schools if part.school and part.school.id == ELM)
    assert (elm.newest and elm.newest.record.note, elm.has_partial_proof) == ("A cook was found.", True)


def test_status_of_all_schools_is_said_of_those_of_the_day(plan: Plan) -> None:
    """A report that names no school speaks of each that was in the trust on its date, not of one that joined later."""
    assert _at_schools(Progress(plan, DAY), REGISTER) == {
        OAK: Status.COMPLETE,
        BEECH: Status.COMPLETE,
        ELM: Status.NOT_REPORTED,
    }


def test_action_has_the_status_of_its_schools(plan: Plan) -> None:
    """Nothing reported is not reported; otherwise the worst reported status speaks for the action."""
    standings = Progress(plan, DAY).standings
    assert {name: standings[name].status for name in (SCHEME, TRAINING, CLUBS, CALLS)} == {
        SCHEME: Status.DEFERRED,
        TRAINING: Status.AT_RISK,
        CLUBS: Status.COMPLETE,
        CALLS: Status.NOT_REPORTED,
    }


def test_partly_complete_is_not_counted(plan: Plan) -> None:
    """An action is complete only if it is so at each school, and leaves the count only if it does so at each."""
    progress = Progress(plan, DAY)
    tally = progress.of([_action(plan, name) for name in (SCHEME, CLUBS, REGISTER)])
    assert (tally.counts[Status.COMPLETE], tally.complete, tally.counted, tally.percent) == (2, 0, 3, 0)
    whole = Progress(plan, date(2022, 10, 31)).of([_action(plan, REGISTER)])
    assert (whole.complete, whole.counted, whole.percent) == (1, 1, 100)


def test_past_its_date_and_stale_at_one_school(plan: Plan) -> None:
    """An action is past its date or stale if it is so at any of its schools, and open while any of them is."""
    standings = Progress(plan, DAY).standings
    assert (standings[CLUBS].overdue, standings[CLUBS].stale, standings[CLUBS].is_open) == (True, False, True)
    assert (standings[TRAINING].overdue, standings[TRAINING].stale) == (False, True)
    assert [part.overdue for part in standings[CLUBS].schools] == [False, True, False]


def test_deferred_at_one_school(plan: Plan) -> None:
    """Work deferred at one school is due there by the end of its new year, and past its date after that."""
    on_time, late = (Progress(plan, day).standings[SCHEME] for day in (date(2023, 8, 31), date(2023, 9, 1)))
    assert [part.due for part in on_time.schools] == [date(2023, 8, 31), date(2022, 8, 31)]
    assert (on_time.due, on_time.overdue, late.overdue) == (date(2023, 8, 31), False, True)


def test_history(plan: Plan) -> None:
    """On an earlier day an action stands as its schools of that day did."""
    progress, action = Progress(plan, DAY), _action(plan, SCHEME)
    days = (date(2021, 11, 29), date(2021, 11, 30), date(2022, 1, 10), date(2022, 7, 8))
    assert [progress.tally_on([action], day).status for day in days] == [
        Status.NOT_REPORTED,
        Status.OFF_TRACK,
        Status.AT_RISK,
        Status.DEFERRED,
    ]
    assert progress.tally_on(plan.items, DAY).counts == progress.of(plan.items).counts
    assert progress.tally_on(plan.items, DAY).partly == progress.of(plan.items).partly


def test_changes_lead_to_where_it_stands(plan: Plan) -> None:
    """Each report starts where the last one ended, and the last one leads to the status of the day."""
    progress = Progress(plan, DAY)
    for item in plan.items:
        before = Status.NOT_REPORTED
        for change in changes(item, progress):
            assert change.before.status is before
            before = change.after.status
        assert progress.standings[item.id].status is before


def test_counts_of_schools_add_up(plan: Plan) -> None:
    """What is tracked at schools is the same, counted by school and by action."""
    progress = Progress(plan, DAY)
    by_action = sum(len(standing.schools) for standing in progress.standings.values())
    assert sum(len(parts) for parts in progress.by_school.values()) == by_action == 13
    assert progress.by_school[ASH] == ()
    assert Tally.of(progress.by_school[ELM]).not_reported == 3


def test_logs_and_reports(plan: Plan) -> None:
    """Every school that may be tracked has a log of its own, and what a report says of a school is a report."""
    found = {(item.id, log) for item, log in logs(plan) if item.id == CLUBS}
    assert sorted(len(log) for _, log in found) == [0, 2, 2, 2]
    said = [update for item, update in reports(plan) if item.id == SCHEME]
    assert [update.status for update in said] == [
        Status.ON_TRACK,
        Status.AT_RISK,
        Status.OFF_TRACK,
        Status.COMPLETE,
        Status.DEFERRED,
    ]
    assert [len(update.evidence) for update in said] == [0, 0, 0, 2, 1]


def test_public_knows_nothing_of_what_is_kept(outcome: Outcome, plan: Plan) -> None:
    """What a report says of one school may be kept for trustees; the public then counts as if it were not there."""
    seen = _public(plan)
    assert _at_schools(Progress(seen.plan, DAY), TRAINING) == {ELM: Status.NOT_REPORTED, OAK: Status.ON_TRACK}
    assert Progress(seen.plan, DAY).standings[TRAINING].status is Status.ON_TRACK
    assert {row.values["school"] for row in compile_tables(seen.plan.tree)["update_schools"].rows} == {
        OAK,
        BEECH,
        ASH,
        ELM,
    }
    assert len(outcome.tables["update_schools"].rows) - len(compile_tables(seen.plan.tree)["update_schools"].rows) == 1


def test_update_of_which_nothing_is_left_goes(tmp_path: Path) -> None:
    """An update that speaks only of schools the public does not see is not seen at all."""
    build_case(CASES / "pages" / "school-by-school", tmp_path)
    file = tmp_path / "plan/pillars/1-learning/1.1-reading/2022-23.yml"
    text = file.read_text(encoding="utf-8")
    start, end = text.index("          - school: oak-lane-primary"), text.index("          - school: elm-road-junior")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    outcome = load_plan(tmp_path)
    assert outcome.plan is not None
    assert len(_action(outcome.plan, TRAINING).updates) == 1
    assert _action(_public(outcome.plan).plan, TRAINING).updates == ()


def test_tables(outcome: Outcome) -> None:
    """Tables hold the schools that an action names, and a column tells of those tracked at every school."""
    named = [(row.values["action"], row.values["school"]) for row in outcome.tables["action_schools"].rows]
    assert named == [(TRAINING, ELM), (TRAINING, OAK)]
    every = {row.values["id"] for row in outcome.tables["actions"].rows if row.values["every_school"]}
    assert every == {SCHEME, CLUBS, REGISTER, CALLS}
    proofs = [row.values for row in outcome.tables["evidence"].rows if row.values["about"] == "update_schools"]
    assert [proof["entry"] for proof in proofs] == [f"{SCHEME}#2/1"]
