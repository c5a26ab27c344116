"""Statuses, flags and counts are worked out from the log of reports and a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.case_folders import CASES, load_case
from validate.standing.progress import Progress
from validate.status import Status

if TYPE_CHECKING:
    from pathlib import Path

    from validate.plan.plan import Plan

CONTINUED = "1.1/2021-22/reading-scheme"
ONLY_DEFERRED = "1.1/2021-22/reading-corners"


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Return a plan with one action that was deferred and taken up again, and one that was only deferred."""
    found = load_case(CASES / "valid" / "deferred-and-continued", tmp_path).plan
    assert found is not None
    return found


def test_deferred_work_is_due_by_the_end_of_its_new_year(plan: Plan) -> None:
    """From the day of the deferral the new year's end counts; before it, the old one."""
    before, after = Progress(plan, date(2021, 11, 29)), Progress(plan, date(2021, 11, 30))
    assert before.standings[CONTINUED].due == date(2022, 8, 31)
    assert after.standings[CONTINUED].due == date(2023, 8, 31)


def test_deferred_work_becomes_overdue(plan: Plan) -> None:
    """Deferral is no way out: once the new year has ended without another report, the work is past its date."""
    on_time, late = Progress(plan, date(2023, 8, 31)), Progress(plan, date(2023, 9, 1))
    assert (on_time.standings[ONLY_DEFERRED].status, on_time.standings[ONLY_DEFERRED].overdue) == (
        Status.DEFERRED,
        False,
    )
    assert (late.standings[ONLY_DEFERRED].status, late.standings[ONLY_DEFERRED].overdue) == (Status.DEFERRED, True)


def test_time_elapsed_is_rounded_down(plan: Plan) -> None:
    """All of the plan's time has passed on its last day and not before, as with percent complete."""
    last = plan.record.goal_date
    assert Progress(plan, last).percent_elapsed == 100
    assert Progress(plan, last.replace(day=last.day - 1)).percent_elapsed == 99
    assert Progress(plan, date(2000, 1, 1)).percent_elapsed == 0


def test_counts_add_up(plan: Plan) -> None:
    """The counts of every status together are the number of items."""
    tally = Progress(plan, date(2023, 3, 31)).of(plan.items)
    assert sum(count for _, count in tally.adds_up) == tally.total == len(list(plan.items))
