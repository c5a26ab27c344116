"""What the trust of this repository runs on besides its plan is kept in full: counts as its published plan has them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from validate.pipeline import Outcome

LATER_JOINERS = {
    "bridge-junior": "2024-07-01",
    "charnwood-primary": "2023-04-01",
    "inglehurst-infant": "2023-07-01",
    "shenton-primary": "2024-07-01",
}


def rows(outcome: Outcome, table: str) -> list[dict[str, Any]]:
    """Return the values of a table's rows."""
    return [row.values for row in outcome.tables[table].rows]


def test_three_levels_of_support(real_plan: Outcome) -> None:
    """There are three levels, from the least support to the most, with two, fourteen and twelve triggers."""
    levels = [row["id"] for row in rows(real_plan, "support_levels")]
    triggers = Counter(row["level"] for row in rows(real_plan, "support_triggers"))
    assert levels == ["core", "additional", "intensive"]
    assert [triggers[level] for level in levels] == [2, 14, 12]


def test_what_each_level_offers(real_plan: Outcome) -> None:
    """Core support has fourteen regular offers, additional two actions and ten kinds of help, intensive eight."""
    offers = Counter((row["level"], row["kind"]) for row in rows(real_plan, "support_offers"))
    assert offers == {
        ("core", "regular"): 14,
        ("additional", "action"): 2,
        ("additional", "support"): 10,
        ("intensive", "action"): 8,
    }


def test_who_answers_for_support(real_plan: Outcome) -> None:
    """The plan names the chief executive for the two higher levels, and nobody for core support."""
    accountable = {row["id"]: row["accountable"] for row in rows(real_plan, "support_levels")}
    assert accountable == {"core": None, "additional": "ceo", "intensive": "ceo"}


def test_bodies_and_their_sizes(real_plan: Outcome) -> None:
    """Five members, twelve trustees and three executive roles are counted, and no other body is."""
    sizes = {row["id"]: row["filled"] for row in rows(real_plan, "governance_bodies")}
    assert sizes == {"members": 5, "board": 12, "executive": 3, "headteacher-group": None, "local-boards": None}


def test_no_review_of_governance_is_made_up(real_plan: Outcome) -> None:
    """No review of governance is in the public record, and the plan gives none a day."""
    assert rows(real_plan, "governance_reviews_held") == []
    assert {row["next_due"] for row in rows(real_plan, "governance_reviews")} == {None}


def test_groups_of_services(real_plan: Outcome) -> None:
    """The services stand under four headings, with nine, two, two and two things under them."""
    contents = Counter(row["service"] for row in rows(real_plan, "service_contents"))
    counted = {row["group"]: contents[row["id"]] for row in rows(real_plan, "services")}
    assert counted == {
        "Finance support": 9,
        "School improvement": 2,
        "HR support and consultancy": 2,
        "Additional support": 2,
    }


def test_the_charge_is_not_published(real_plan: Outcome) -> None:
    """Services are paid by a top slice, whose size and model the plan does not publish."""
    [charge] = rows(real_plan, "charges")
    assert (charge["id"], charge["model"], charge["percent"]) == ("top-slice", "not-published", None)


def test_joining(real_plan: Outcome) -> None:
    """Due diligence has the plan's four areas, and nothing is set out for the time after joining."""
    assert [row["id"] for row in rows(real_plan, "joining_areas")] == ["finance", "performance", "governance", "assets"]
    assert {row["months_after_opening"] for row in rows(real_plan, "joining_stages")} == {None}


def test_later_joiners(real_plan: Outcome) -> None:
    """The four schools that joined during the plan have completed cases that open on the register's days."""
    assert {row["school"]: str(row["opens"]) for row in rows(real_plan, "joining_dates")} == LATER_JOINERS
    assert {row["school"]: row["state"] for row in rows(real_plan, "joining_states")} == dict.fromkeys(
        LATER_JOINERS, "completed"
    )


def test_nobody_is_said_to_be_lent(real_plan: Outcome) -> None:
    """The public record shows no deployment and no school in a network, so none is listed."""
    assert rows(real_plan, "deployments") == []
    assert rows(real_plan, "network_members") == []


def test_figures_can_be_checked(real_plan: Outcome) -> None:
    """Every figure has an address, and none is of a sensitive measure, which would need the size of its group."""
    sensitive = {row["id"] for row in rows(real_plan, "measures") if row["sensitive"]}
    figures = rows(real_plan, "observations")
    assert len(figures) == 14
    assert all(figure["url"] and figure["measure"] not in sensitive for figure in figures)


@pytest.mark.parametrize(("year", "joined"), [("2020-21", 0), ("2021-22", 0), ("2022-23", 2), ("2023-24", 2)])
def test_schools_that_joined_agree(real_plan: Outcome, year: str, joined: int) -> None:
    """The figure of schools that joined in a year is the number of memberships that began in it."""
    figures = rows(real_plan, "observations")
    [figure] = [row for row in figures if (row["measure"], row["year"]) == ("schools-joined", year)]
    first, last = f"{year[:4]}-09-01", f"20{year[5:]}-08-31"
    began = [row for row in rows(real_plan, "memberships") if first <= str(row["joined"]) <= last]
    assert int(figure["value"]) == joined == len(began)
