"""Who was in the trust before the plan, and who joined in which year: one answer on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hooks.views.growth import growth_view
from hooks.views.joining_limits import limits_view
from hooks.views.schools import schools_view
from tests.page_cases import case_context

if TYPE_CHECKING:
    from hooks.context import SiteContext

OAK, ELM, HILL, MILL = (
    "Oak Lane Primary School",
    "Elm Road Primary School",
    "Hill Top Junior School",
    "Mill Street Infant School",
)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return a trust whose schools joined before the plan, and on the first and last days of its years."""
    return case_context("valid/schools-that-join-on-the-first-and-last-day", tmp_path_factory.mktemp("days"))


def test_each_school_stands_in_the_year_that_holds_its_day(context: SiteContext) -> None:
    """A school joins in the year that holds the day, its first and its last too; a founder stands before the plan."""
    years = growth_view(context).record.years
    assert {year.label: [school.record.name for school in year.joined] for year in years} == {
        "Before 2021-22": [OAK],
        "2021-22": [ELM, HILL],
        "2022-23": [MILL],
    }
    assert [year.schools for year in years] == ["1 school", "3 schools", "4 schools"]


def test_pages_agree(context: SiteContext) -> None:
    """The sentence, the picture, the limits, the page on joining and the list of schools all count the same."""
    growth = growth_view(context)
    assert (
        growth.record.sentence == "1 school before the plan, 3 joined since and none left: 4 schools on 31 March 2023."
    )
    assert [year.joined for year in growth.picture.years] == ["2 joined", "1 joined"]
    assert [sum(block.is_new for block in year.blocks) for year in growth.picture.years] == [2, 1]
    assert list(growth.record.rules[0].outcomes.values()) == ["Kept: 2 joined", "Kept: 1 joined so far"]
    assert [[school.record.name for school in year.joined] for year in limits_view(context).years] == [
        [ELM, HILL],
        [MILL],
    ]
    groups = {
        group.code: {row.about.school.record.name for row in group.rows} for group in schools_view(context).groups
    }
    assert groups == {"first": {OAK}, "since": {ELM, HILL, MILL}}
