"""Support between schools: each deployment is counted once, by term and from whom to whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.case_folders import CASES, build_case
from validate.pipeline import load_plan
from validate.records.deployments import DeploymentRecord, DeploymentsRecord
from validate.standing.deployments import Lent, Party, borrower, from_to, lender, lent, lent_by_term

if TYPE_CHECKING:
    from validate.plan.plan import Plan
    from validate.standing.deployments import DeploymentEntry, End

DAY = date(2023, 3, 31)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """Return a plan with deployments of every direction, before, in and between its terms."""
    root = tmp_path_factory.mktemp("deployments")
    build_case(CASES / "pages" / "support-and-deployments", root)
    plan = load_plan(root).plan
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def entries(plan: Plan) -> tuple[DeploymentEntry, ...]:
    """Return its deployments."""
    part = plan.part(DeploymentsRecord)
    assert part is not None
    return part.below(DeploymentRecord)


def test_days_count_in_the_first_term(plan: Plan, entries: tuple[DeploymentEntry, ...]) -> None:
    """All days of a deployment count in the term in which it starts, also where it ends in another."""
    found = {term.id: lent_then for term, lent_then in lent_by_term(entries, plan.terms, DAY).terms}
    assert found["2021-22/autumn"] == Lent(deployments=1, days=Decimal("7.5"), not_counted=0)
    assert found["2022-23/autumn"] == Lent(deployments=2, days=Decimal(13), not_counted=0)
    assert found["2022-23/spring"] == Lent(deployments=2, days=Decimal(30), not_counted=1)


def test_terms_that_have_not_begun_are_left_out(plan: Plan, entries: tuple[DeploymentEntry, ...]) -> None:
    """Only terms that had begun by the day are there, also those in which nothing was lent."""
    found = [term.id for term, _ in lent_by_term(entries, plan.terms, DAY).terms]
    assert found == [term.id for term in plan.terms[:5]]


def test_terms_add_up(plan: Plan, entries: tuple[DeploymentEntry, ...]) -> None:
    """What was lent before, in and after the terms comes to all that was lent."""
    found = lent_by_term(entries, plan.terms, plan.terms[-1].ends)
    parts = [found.before, *(lent_then for _, lent_then in found.terms), found.after]
    assert _sum(parts) == lent(entries)
    assert found.before.deployments == 1


def test_pairs_add_up(entries: tuple[DeploymentEntry, ...]) -> None:
    """What went from each lender to each borrower comes to all that was lent."""
    assert _sum(list(from_to(entries).values())) == lent(entries)


@pytest.mark.parametrize(
    ("given", "ends"),
    [
        ({"from_school": "a", "to_school": "b"}, ("a", "b")),
        ({"to_school": "b"}, (Party.CENTRAL_TEAM, "b")),
        ({"from_outside": "Another trust", "to_school": "b"}, (Party.OUTSIDE, "b")),
        ({"from_school": "a", "to_outside": "A school"}, ("a", Party.OUTSIDE)),
        ({"from_school": "outside", "to_school": "central-team"}, ("outside", "central-team")),
    ],
)
def test_ends(given: dict[str, str], ends: tuple[End, End]) -> None:
    """Who lends and borrows is a school, the central team or outside, and no school is taken for one of those."""
    record = DeploymentRecord.model_validate(
        {"id": "x", "role": "Role", "focus": "Focus", "starts": "2022-11-07", **given}
    )
    assert (lender(record), borrower(record)) == ends


def _sum(parts: list[Lent]) -> Lent:
    return Lent(
        deployments=sum(part.deployments for part in parts),
        days=sum((part.days for part in parts), Decimal(0)),
        not_counted=sum(part.not_counted for part in parts),
    )
