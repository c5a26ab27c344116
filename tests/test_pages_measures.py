"""The pages of measures: their text as a whole, that counts add up, and where the parts of charts stand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from hooks.dot_chart import DotPlan, dot_chart
from hooks.line_chart import BASE, BOTTOM, MOST_LABELS, TOP, LinePlan, line_chart
from hooks.views import measures, objectives, schools
from hooks.views.measure import MeasureView
from hooks.views.measures import measures_view
from hooks.views.objectives import ObjectiveView
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from tests.page_cases import case_context
from validate.records.base import Audience
from validate.records.measures import MeasureRecord
from validate.standing.measures import measures_of

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext
    from hooks.page import Page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty folder for a trust with measures of every kind."""
    return tmp_path_factory.mktemp("measures")


@pytest.fixture(scope="module")
def public(folder: Path) -> SiteContext:
    """Return that trust as the public sees it."""
    return case_context("pages/measures", folder)


@pytest.fixture(scope="module")
def trustees(public: SiteContext, folder: Path) -> SiteContext:
    """Return the same trust as trustees see it."""
    return site_context(folder, public.as_at, Audience.TRUSTEES)


def _pages(context: SiteContext) -> dict[str, Page]:
    return {page.path: page for page in measures.pages(context)}


@pytest.mark.parametrize(
    "name",
    ["index", "attendance", "energy-cost", "first-choices", "reading", "reserves", "staff-survey", "suspensions"],
)
def test_public_pages(name: str, public: SiteContext) -> None:
    """The public's pages are as they were, to the letter."""
    path = f"measures/{name}.md"
    assert_golden(path, page_text(public, _pages(public)[path]))


@pytest.mark.parametrize("name", ["index", "first-choices", "grievances-heard"])
def test_trustees_pages(name: str, trustees: SiteContext) -> None:
    """Trustees see more, with a tag on it."""
    path = f"measures/{name}.md"
    assert_golden(f"measures/trustees/{name}.md", page_text(trustees, _pages(trustees)[path]))


def test_no_measures(tmp_path: Path) -> None:
    """A plan without measures has a page that says so."""
    context = case_context("valid/no-measures", tmp_path)
    (page,) = measures.pages(context)
    assert_golden("measures/no-measures.md", page_text(context, page))


def test_objective_lists_its_measures(public: SiteContext) -> None:
    """An objective's page lists the measures that show it or its goals, and no other page does."""
    listed = {}
    for page in objectives.pages(public):
        assert isinstance(page.view, ObjectiveView)
        listed[page.path] = [line.measure.record.title for line in page.view.measures]
    assert listed == {
        "objectives/1.1.md": ["Pupils who read as expected at the age of seven"],
        "objectives/1.2.md": ["Attendance", "Suspensions"],
        "objectives/2.1.md": [],
    }
    (page,) = (page for page in objectives.pages(public) if page.path == "objectives/1.2.md")
    assert '<h2 id="1.2/measures">' in page_text(public, page)


def test_school_lists_its_figures(public: SiteContext) -> None:
    """A school's page lists its own newest figures, and says so where there are none."""
    pages = {page.path: page for page in schools.pages(public)}
    text = page_text(public, pages["schools/elm-road-junior.md"])
    section = text[text.index('<section class="growth-part" aria-labelledby="measures">') :]
    assert_golden("measures/school-section.md", section[: section.index("</section>")] + "</section>\n")


def test_school_without_figures(tmp_path: Path) -> None:
    """A school without figures is said to have none; a plan without measures of schools says nothing."""
    context = case_context("pages/growing-trust", tmp_path / "growing")
    pages = {page.path: page for page in schools.pages(context)}
    assert "No figure of this school has been published" in page_text(context, pages["schools/ash-hill-infant.md"])
    context = case_context("valid/no-measures", tmp_path / "none")
    assert all("No figure of this school" not in page_text(context, page) for page in schools.pages(context))


def test_counts_add_up(public: SiteContext, trustees: SiteContext) -> None:
    """Every measure is counted once: by the verdict on the trust, or among those judged school by school."""
    for context in (public, trustees, site_context(ROOT)):
        view = measures_view(context, measures_of(context.plan))
        assert sum(number for _, number in view.counts) + view.by_school == len(view.rows)
        assert len(view.rows) == len(context.plan.entries(MeasureRecord))


def test_every_figure_of_the_trust_is_in_its_table(trustees: SiteContext) -> None:
    """Each figure of the trust that counts has its row, and each one that was replaced is listed."""
    for measured in measures_of(trustees.plan):
        view = _pages(trustees)[f"measures/{measured.id}.md"].view
        assert isinstance(view, MeasureView)
        rows = [row.figure for row in view.years.rows if row.figure] if view.years else []
        assert len(rows) == len(measured.trust.figures)
        series = (measured.trust, *measured.schools)
        assert len(view.replaced) == sum(len(figure.replaced) for one in series for figure in one.figures)


def _plan(values: dict[str, str], **more: dict[str, str]) -> LinePlan:
    years = sorted({year for found in (values, *more.values()) for year in found})
    numbers = {name: {year: Decimal(value) for year, value in found.items()} for name, found in more.items()}
    return LinePlan(
        years=tuple(years),
        values={year: Decimal(value) for year, value in values.items()},
        labels=values,
        symbols={},
        provisional=frozenset(),
        targets=numbers.get("targets", {}),
        target_labels=more.get("targets", {}),
        others=numbers.get("others", {}),
        from_zero=False,
    )


def test_line_chart_fills_its_height() -> None:
    """The least value stands at the bottom and the greatest at the top, and years share the width."""
    chart = line_chart(_plan({"2020-21": "90", "2021-22": "95", "2022-23": "92.5"}))
    assert [(point.x, point.y) for point in chart.points] == [
        (Decimal("16.67"), BOTTOM),
        (Decimal("50.00"), TOP),
        (Decimal("83.33"), Decimal(TOP + BOTTOM) / 2),
    ]
    assert len(chart.stretches) == 2
    assert chart.base > BOTTOM
    assert chart.base == BASE


def test_line_is_broken_where_a_year_has_no_figure() -> None:
    """Only years that follow one another are joined."""
    chart = line_chart(_plan({"2020-21": "90", "2022-23": "95"}, targets={"2021-22": "93"}))
    assert (len(chart.points), chart.stretches) == (2, ())


def test_target_keeps_out_of_the_figures_way() -> None:
    """A figure's words stand on the other side of the target's line than the target's own, which are not repeated."""
    targets = {"2020-21": "93", "2021-22": "93", "2022-23": "94"}
    chart = line_chart(_plan({"2020-21": "90", "2022-23": "95"}, targets=targets))
    below, above = chart.points
    first, again, last = chart.steps
    assert below.text_y > below.y > first.y > first.text_y
    assert above.text_y < above.y < last.y < last.text_y
    assert [step.text for step in (first, again, last)] == ["93", "", "94"]
    assert (first.x1, last.x2) == (Decimal(0), Decimal(100))


def test_many_years_have_fewer_words() -> None:
    """Where there is no room for every year's words, some are left out, and the last is not."""
    values = {f"{year}-{year - 1999}": str(year) for year in range(2010, 2030)}
    chart = line_chart(_plan(values))
    named = [year.label for year in chart.years if year.label]
    assert len(named) <= MOST_LABELS
    assert named[-1] == "2029-30"
    assert [point.text for point in chart.points if point.text] == [values[year] for year in named]


def test_one_value_stands_in_the_middle() -> None:
    """A single value has a scale around it; one that counts from 0 stands above its foot."""
    (point,) = line_chart(_plan({"2020-21": "90"})).points
    assert point.y == Decimal(TOP + BOTTOM) / 2


def test_dots_share_one_scale() -> None:
    """The least and the greatest of all rows are the ends, and a row without a figure has no dot."""
    plans = [
        DotPlan(label="A", text="90", more="", value=Decimal(90), before=Decimal(88), target=Decimal(96)),
        DotPlan(label="B", text="c", more="", value=None, before=None, target=None),
    ]
    chart = dot_chart(plans, from_zero=False)
    assert (chart.least, chart.most) == (Decimal(88), Decimal(96))
    assert [(row.before_x, row.x, row.target_x) for row in chart.rows] == [
        (Decimal("2.00"), Decimal("26.00"), Decimal("98.00")),
        (None, None, None),
    ]
    assert dot_chart(plans, from_zero=True).least == 0
