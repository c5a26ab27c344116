"""Levels of support: which is in force, how it moved, and whether the next review should have taken place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.case_folders import CASES, build_case
from validate.pipeline import load_plan
from validate.standing.support import Move, known_by, level_for, level_on, move, next_review

if TYPE_CHECKING:
    from validate.academic import Term
    from validate.plan.plan import Plan
    from validate.plan.schools import School

ORDER = ("core", "additional", "intensive", "rescue")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Return a plan whose schools have levels that were changed, left out, and decided for a coming term."""
    root = tmp_path_factory.mktemp("support")
    build_case(CASES / "pages" / "support-and-deployments", root)
    plan = load_plan(root).plan
    assert plan is not None
    return plan


def _school(plan: Plan, name: str) -> School:
    return next(school for school in plan.schools if school.id == name)


def _term(plan: Plan, name: str) -> Term:
    return next(term for term in plan.terms if term.id == name)


@pytest.mark.parametrize(
    ("school", "day", "level"),
    [
        ("elm-road-junior", date(2022, 5, 19), None),
        ("elm-road-junior", date(2022, 5, 20), "additional"),
        ("elm-road-junior", date(2022, 10, 13), "additional"),
        ("elm-road-junior", date(2022, 10, 14), "intensive"),
        ("elm-road-junior", date(2022, 12, 2), "rescue"),
        ("elm-road-junior", date(2023, 3, 31), "rescue"),
        ("oak-lane-primary", date(2023, 4, 15), "additional"),
        ("oak-lane-primary", date(2023, 4, 16), "core"),
        ("ash-hill-infant", date(2023, 3, 31), None),
    ],
)
def test_level_on_a_day(plan: Plan, school: str, day: date, level: str | None) -> None:
    """A level is in force from its review until the next, and one decided early only from its term's first day."""
    entry = level_on(_school(plan, school), day, plan.terms)
    assert (entry.record.level if entry else None) == level


def test_no_level_outside_the_trust(plan: Plan) -> None:
    """A school that had not joined on the day has no level, whatever its file says."""
    assert level_on(_school(plan, "oak-lane-primary"), date(2020, 8, 31), plan.terms) is None


def test_last_level_of_a_term_counts(plan: Plan) -> None:
    """Where a level was changed within a term, the later one is the term's, as far as it was known on the day."""
    school, autumn = _school(plan, "elm-road-junior"), _term(plan, "2022-23/autumn")
    found = [level_for(school, autumn, day) for day in (date(2022, 10, 1), date(2022, 11, 1), date(2023, 1, 1))]
    assert [entry.record.level if entry else None for entry in found] == [None, "intensive", "rescue"]
    assert level_for(school, _term(plan, "2022-23/spring"), date(2023, 3, 31)) is None


def test_known_by(plan: Plan) -> None:
    """Only what had been decided by a day is known on it, the oldest first."""
    found = known_by(_school(plan, "elm-road-junior"), date(2022, 10, 14))
    assert [entry.record.reviewed for entry in found] == [date(2022, 5, 20), date(2022, 10, 14)]


@pytest.mark.parametrize(
    ("school", "day", "overdue"),
    [
        ("elm-road-junior", date(2023, 1, 13), False),
        ("elm-road-junior", date(2023, 1, 14), True),
        ("elm-road-junior", date(2022, 10, 14), False),
        ("oak-lane-primary", date(2023, 3, 31), False),
        ("ash-hill-infant", date(2023, 3, 31), False),
    ],
)
def test_next_review_overdue(plan: Plan, school: str, day: date, overdue: bool) -> None:  # noqa: FBT001 - a case's value
    """A review is overdue from the day after the one that the newest review set for it."""
    review = next_review(_school(plan, school), day)
    assert (review is not None and review.overdue) is overdue


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("core", "intensive", Move.MORE),
        ("rescue", "intensive", Move.LESS),
        ("core", "core", Move.SAME),
        (None, "core", None),
        ("gone", "core", None),
    ],
)
def test_move(before: str | None, after: str, moved: Move | None) -> None:
    """Levels are compared by their order in the file, and nothing is said where one of them is not known."""
    assert move(before, after, ORDER) is moved
