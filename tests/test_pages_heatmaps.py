"""The heatmaps: the page as a whole, and that every count and every row adds up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hooks.context import SiteContext
from hooks.heat import AFTER, freshness, moments, tallies_over_time
from hooks.views import heatmaps
from hooks.views.heat_freshness import DAYS, freshness_heat
from hooks.views.heat_parts import EMPTY, UNKNOWN, HeatView, cells_in
from hooks.views.heat_pillars import pillars_heat
from hooks.views.heat_terms import NOT_YET, terms_heat
from hooks.views.heat_years import percent_look, years_heat
from tests.case_folders import CASES as CASE_FOLDER
from tests.case_folders import build_case
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.grown import without
from tests.page_cases import case_context
from validate.records.pillar import PillarRecord
from validate.standing.tally import Tally
from validate.status import Focus, Status

if TYPE_CHECKING:
    from pathlib import Path

CASES = ["base", "valid/deferred-and-reopened", "pages/reports"]


@pytest.fixture(scope="module")
def real() -> SiteContext:
    """Return what the heatmaps of the plan kept in this repository are made from."""
    return site_context(ROOT)


def _heats(context: SiteContext) -> list[HeatView]:
    return [years_heat(context), terms_heat(context), pillars_heat(context), freshness_heat(context)]


def _looks(heat: HeatView) -> list[str]:
    return [cell.look for cell in cells_in(heat.groups)]


def _on(context: SiteContext, day: date) -> SiteContext:
    return SiteContext(plan=context.plan, as_at=day)


@pytest.mark.parametrize("case", CASES)
def test_page(case: str, tmp_path: Path) -> None:
    """The page is as it was, to the letter."""
    context = case_context(case, tmp_path)
    (page,) = heatmaps.pages(context)
    assert_golden(f"heatmaps/{case.rsplit('/', 1)[-1]}.md", page_text(context, page))


def test_six_terms(tmp_path: Path) -> None:
    """A year may have any number of terms."""
    build_case(CASE_FOLDER / "valid" / "one-year-of-six-terms", tmp_path)
    view = terms_heat(site_context(tmp_path, date(2101, 3, 31)))
    assert [terms for _, terms in view.spans] == [6, 1]
    assert len(view.columns) == 7


def test_rows_are_whole(real: SiteContext) -> None:
    """Every row has a cell for each column, and every objective has a row."""
    for heat in _heats(real):
        assert {len(row.cells) for group in heat.groups for row in group.rows} == {len(heat.columns)}
    for heat in (years_heat(real), terms_heat(real), freshness_heat(real)):
        assert [row.id for group in heat.groups for row in group.rows] == [o.id for o in real.plan.objectives]
    assert sum(terms for _, terms in terms_heat(real).spans) == len(terms_heat(real).columns)


def test_legends_add_up(real: SiteContext) -> None:
    """The counts of each legend add up to all the cells it speaks of."""
    years, terms, pillars, fresh = _heats(real)
    for heat in (years, terms):
        assert sum(entry.count for entry in heat.legend) == len(_looks(heat))
    assert sum(entry.count for entry in pillars.legend) == len([look for look in _looks(pillars) if look != "total"])
    assert sum(entry.count for entry in fresh.legend) == len(list(real.plan.objectives))


def test_every_cell_says_something(real: SiteContext) -> None:
    """No cell speaks by its shade alone."""
    for heat in _heats(real):
        assert all(cell.text for cell in cells_in(heat.groups))


def test_years_agree_with_the_roll_up(real: SiteContext) -> None:
    """A cell's figures are those of the roll-up, and cells without a report are hatched."""
    rows = {row.id: row for group in years_heat(real).groups for row in group.rows}
    for objective in real.plan.objectives:
        for milestone, cell in zip(objective.milestones, rows[objective.id].cells, strict=False):
            tally = real.progress.of(milestone.actions)
            assert (cell.look == EMPTY) == (milestone.record.focus is not Focus.PLANNED)
            if tally.total:
                assert cell.text == f"{tally.complete} of {tally.counted}"
                assert (cell.look == UNKNOWN) == (tally.reported == 0)


def test_pillar_totals(real: SiteContext) -> None:
    """Each row adds up to its total, each column to the total row, and all of it to the plan."""
    actions, goals = pillars_heat(real).groups
    for group, expected in ((actions, list(real.plan.actions)), (goals, list(real.plan.goals))):
        table = [[int(cell.text.replace(",", "")) for cell in row.cells] for row in group.rows]
        assert all(sum(row[:-1]) == row[-1] for row in table)
        assert [sum(column) for column in zip(*table[:-1], strict=True)] == table[-1]
        assert table[-1][-1] == len(expected)


def test_history_on_an_earlier_day(tmp_path: Path) -> None:
    """Terms that have not begun are not yet known, and the running term goes up to the day."""
    context = case_context("base", tmp_path)
    early = _on(context, date(2021, 12, 1))
    first, *others = moments(early.plan, early.as_at)
    assert (first.day, first.is_known, first.is_over) == (date(2021, 12, 1), True, False)
    assert not any(moment.is_known for moment in others)
    heat = terms_heat(early)
    assert heat.columns[0] == "Autumn, to 1 December 2021"
    assert _looks(heat).count(NOT_YET) == 3 * 5
    (reading, *_) = heat.groups[0].rows
    assert (reading.cells[0].look, reading.cells[0].note) == ("status-on-track", "1 of 2")


def test_before_the_plan(tmp_path: Path) -> None:
    """Before the first day of the plan there is nothing to look back on, and the page says so."""
    early = _on(case_context("base", tmp_path), date(2021, 1, 1))
    assert terms_heat(early).sentence == "There is no term to look back on yet."
    assert freshness_heat(early).sentence == "Nothing in the plan had been reported on by 1 January 2021."


def test_after_the_plan(tmp_path: Path) -> None:
    """After the last term there is one more column, up to the day."""
    late = _on(case_context("base", tmp_path), date(2024, 3, 1))
    assert [moment.id for moment in moments(late.plan, late.as_at)][-1] == AFTER
    view = terms_heat(late)
    assert view.spans[-1] == ("After the plan", 1)
    assert view.columns[-1] == "Since then, to 1 March 2024"


def test_history_ends_where_things_stand(real: SiteContext) -> None:
    """The last known moment of an objective's history is its roll-up of today."""
    for objective in real.plan.objectives:
        *_, last = tallies_over_time(real.progress, objective.actions, moments(real.plan, real.as_at))
        assert last.counts == real.progress.of(objective.actions).counts
        assert last.counts.total() == len(list(objective.actions))


def test_freshness_counts(real: SiteContext) -> None:
    """With a report and without add up to all actions and goals."""
    found = [freshness(real.progress, objective.items) for objective in real.plan.objectives]
    assert sum(one.reported + one.never for one in found) == len(list(real.plan.items))
    cells = [row.cells[DAYS] for group in freshness_heat(real).groups for row in group.rows]
    assert [cell.look == UNKNOWN for cell in cells] == [one.days is None for one in found]


def test_steps(tmp_path: Path) -> None:
    """The shade follows the percentage: nothing, up to a third, up to two thirds, less than all, all."""
    context = case_context("valid/deferred-and-reopened", tmp_path)
    looks = {cell.text: cell.look for cell in cells_in(years_heat(context).groups)}
    assert looks["1 of 1"] == "step-4"
    assert [_step(percent) for percent in (0, 1, 33, 34, 66, 67, 99, 100)] == [0, 1, 1, 2, 2, 3, 3, 4]


def _step(percent: int) -> int:
    """Return the step of a cell of which this percentage is complete."""
    return int(percent_look(_tally(percent, 100 - percent)).removeprefix("step-"))


def _tally(complete: int, on_track: int) -> Tally:
    return Tally(Counter({Status.COMPLETE: complete, Status.ON_TRACK: on_track}), 0, 0)


def test_little_is_more_than_nothing() -> None:
    """One complete action among many is not shown as none, though it rounds down to 0%."""
    assert percent_look(_tally(1, 200)) == "step-1"


def test_plan_without_pillars(tmp_path: Path) -> None:
    """A plan without pillars has sentences instead of tables."""
    context = case_context("base", tmp_path)
    bare = replace(context, plan=without(context.plan, PillarRecord))
    (page,) = heatmaps.pages(bare)
    text = page_text(bare, page)
    assert text.count("The plan has no objectives yet.") == 3
    assert "The plan has no pillars." in text
