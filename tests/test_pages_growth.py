"""The page on growth: its text as a whole, and that its figures add up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from hooks.charts import COLUMN, BarPlan, column, stacked_bars
from hooks.views import growth
from hooks.views.growth import GrowthView, growth_view
from hooks.views.growth_phases import FigureRowView, fte_each, phases_view
from hooks.views.growth_what_if import MOST, what_if
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.page_cases import case_context

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext

CASES = ["base", "pages/growing-trust", "valid/no-growth-and-no-schools", "valid/school-that-left-and-came-back"]


@pytest.fixture(scope="module")
def real() -> GrowthView:
    """Return the view of the plan kept in this repository."""
    return growth_view(site_context(ROOT))


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return a trust that grows beyond its limits, with overlapping phases and posts without figures."""
    return case_context("pages/growing-trust", tmp_path_factory.mktemp("growing"))


@pytest.mark.parametrize("case", CASES)
def test_page(case: str, tmp_path: Path) -> None:
    """The page is as it was, to the letter."""
    context = case_context(case, tmp_path)
    (page,) = growth.pages(context)
    assert_golden(f"growth/{case.rsplit('/', 1)[-1]}.md", page_text(context, page))


def test_real_totals(real: GrowthView) -> None:
    """The phase table of the real plan has the totals that were published."""
    assert real.phases
    totals = {group.code: _figures(group.total) for group in real.phases.groups}
    assert totals == {"internal": ["1.5", "2.3", "3.0", "3.8", "5.0"], "external": ["0.0", "0.7", "0.7", "0.8", "0.8"]}
    assert _figures(real.phases.total) == ["1.5", "3.0", "3.7", "4.6", "5.8"]


def test_real_years(real: GrowthView) -> None:
    """The real trust had four schools before the plan and in its first two years, then six, then eight."""
    assert [year.schools for year in real.record.years] == [f"{n} schools" for n in (4, 4, 4, 6, 8)]
    assert [len(year.blocks) for year in real.picture.years] == [4, 4, 6, 8]


def test_columns_add_up(real: GrowthView) -> None:
    """In each phase the figures of a group add up to its total, and the groups to the total of all."""
    assert real.phases
    for phase in range(len(real.phases.growth.phases)):
        totals = []
        for group in real.phases.groups:
            known = [row.cells[phase].text for row in group.rows if row.cells[phase].text[:1].isdigit()]
            assert sum(map(Decimal, known)) == Decimal(group.total.cells[phase].text)
            totals.append(Decimal(group.total.cells[phase].text))
        assert sum(totals) == Decimal(real.phases.total.cells[phase].text)


def test_posts_without_figure_are_counted(growing: SiteContext) -> None:
    """A post without a figure is said to be missing from the total, and one that a phase lacks is not."""
    assert growing.plan.growth
    view = phases_view(growing.plan.growth)
    assert [cell.note for cell in view.total.cells] == ["and 1 not quantified", "", "and 1 not quantified"]
    assert [cell.is_absent for cell in view.groups[1].rows[0].cells] == [True, False, False]


def test_schools_add_up(growing: SiteContext) -> None:
    """Schools before the plan, and those that joined and left since, add up to those of the day."""
    view = growth_view(growing)
    assert view.record.sentence == "2 schools before the plan, 2 joined since and 1 left: 3 schools on 31 March 2023."


def test_outcomes_say_what_is_not_known(growing: SiteContext) -> None:
    """A limit that depends on sponsorship is not called kept where sponsorship is not recorded."""
    strict = next(rule for rule in growth_view(growing).record.rules if rule.in_force)
    assert list(strict.outcomes.values()) == [
        "Kept: none joined",
        "2 joined so far. Kept if none was sponsored, which is not recorded for Elm Road Junior & Nursery",
    ]


def test_what_if_has_every_number(growing: SiteContext) -> None:
    """Each number of schools has a row for each phase that it fits, and one row where none fits."""
    assert growing.plan.growth
    view = what_if(growing.plan.growth, now=3)
    rows = [(choice.number, choice.phase) for choice in view.choices]
    assert rows == [
        (1, "Phase one"),
        (2, "Phase one"),
        (2, "Phase two"),
        (3, "Phase two"),
        (4, ""),
        (5, "Phase three & more"),
        (6, "Phase three & more"),
        (7, "Phase three & more"),
    ]


def test_what_if_compares_with_now(growing: SiteContext) -> None:
    """A row says how much FTE more or less it is than now, and which posts change."""
    assert growing.plan.growth
    steps = what_if(growing.plan.growth, now=3).choices[0].steps
    assert [(step.heading, step.changes) for step in steps] == [
        (
            "0.35 FTE less than Phase two",
            (
                "Chief executive officer: 0.75 FTE before, 0.6 FTE then",
                "Clerk: new, not quantified",
                "Payroll: no longer named (0.2 FTE before)",
            ),
        )
    ]


def test_what_if_is_bounded(growing: SiteContext) -> None:
    """A very large number of schools does not make a very long table."""
    assert growing.plan.growth
    view = what_if(growing.plan.growth, now=100_000)
    assert (view.lowest, view.highest) == (1, MOST)


def test_bars_share_one_scale() -> None:
    """The longest bar is as wide as the chart, the others in proportion, and a part without size is left out."""
    plans = [
        BarPlan(label=name, total="", parts=(("internal", "", Decimal(own)), ("external", "", Decimal(other))))
        for name, own, other in (("one", 1, 0), ("two", 3, 1))
    ]
    widths = [[(int(part.x), int(part.width)) for part in bar.parts] for bar in stacked_bars(plans)]
    assert widths == [[(0, 25)], [(0, 75), (75, 25)]]


def test_bars_without_figures() -> None:
    """Bars of nothing have no parts."""
    (bar,) = stacked_bars([BarPlan(label="one", total="", parts=(("internal", "", Decimal(0)),))])
    assert bar.parts == ()


@pytest.mark.parametrize(("count", "most"), [(0, 0), (0, 3), (3, 3), (70, 70)])
def test_column_has_block_for_each(count: int, most: int) -> None:
    """A column has a block for each school, all of them within its height, the newest on top."""
    blocks = column(count, min(count, 1), most)
    assert len(blocks) == count
    assert all(block.y >= 0 and block.y + block.height <= COLUMN for block in blocks)
    assert [block.is_new for block in blocks] == [False] * (count - 1) + [True] * min(count, 1)


def test_share_of_a_school() -> None:
    """An FTE shared among schools is rounded to two places."""
    assert fte_each(Decimal("1.5"), 4) == "0.38"


def _figures(row: FigureRowView) -> list[str]:
    return [cell.text for cell in row.cells]
