"""What measures come to: the figure that counts, the target it is set beside, and the verdict by the rule."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from hooks.downloads.files import data_tables, render_downloads
from hooks.downloads.measures import MEASURE_VERDICTS, verdict_rows
from hooks.downloads.table import csv_text
from hooks.views.measure_why import why
from hooks.views.measure_words import amount, brief, distance, exact, observed_text
from tests.page_cases import case_context
from validate.records.measures import MeasureRecord, ObservationRecord
from validate.standing.measures import TRUST, Measured, Unjudged, Verdict, judge, measures_of, verdict_on

if TYPE_CHECKING:
    from hooks.context import SiteContext


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return a trust with measures of every kind, as the public sees it."""
    return case_context("pages/measures", tmp_path_factory.mktemp("measures"))


@pytest.fixture(scope="module")
def measured(context: SiteContext) -> dict[str, Measured]:
    """Return its measures by id."""
    return {one.id: one for one in measures_of(context.plan)}


def measure(**values: object) -> MeasureRecord:
    """Return a measure as its file would give it."""
    given = {"id": "a", "title": "A", "unit": "percent", "decimals": "1", "better": "higher", "per": "school"}
    return MeasureRecord.model_validate({**given, **values})


def observed(value: str, **values: object) -> ObservationRecord:
    """Return an observation as its line would give it."""
    given = {"measure": "a", "year": "2022-23", "status": "final", "published": "2023-09-01", "source": "Tests"}
    return ObservationRecord.model_validate({**given, "value": value, **values})


@pytest.mark.parametrize(
    ("better", "value", "verdict"),
    [
        ("higher", "94", Verdict.MET),
        ("higher", "99", Verdict.MET),
        ("higher", "93.5", Verdict.NEAR),
        ("higher", "93.49", Verdict.MISSED),
        ("lower", "94", Verdict.MET),
        ("lower", "-3", Verdict.MET),
        ("lower", "94.5", Verdict.NEAR),
        ("lower", "94.51", Verdict.MISSED),
        ("near-target", "94.5", Verdict.MET),
        ("near-target", "93.5", Verdict.MET),
        ("near-target", "95", Verdict.NEAR),
        ("near-target", "93", Verdict.NEAR),
        ("near-target", "95.1", Verdict.MISSED),
        ("near-target", "92.9", Verdict.MISSED),
    ],
)
def test_rule(better: str, value: str, verdict: Verdict) -> None:
    """On the good side of the target it is met, within the tolerance near, and beyond it missed."""
    assert verdict_on(measure(better=better, tolerance="0.5"), Decimal(value), Decimal(94)) is verdict


@pytest.mark.parametrize(("value", "verdict"), [("94", Verdict.MET), ("93.9", Verdict.MISSED)])
def test_rule_without_tolerance(value: str, verdict: Verdict) -> None:
    """Without a tolerance a figure is never near its target."""
    assert verdict_on(measure(), Decimal(value), Decimal(94)) is verdict


TARGET = [{"year": "2022-23", "value": "94"}]
WORDS = [{"year": "2022-23", "words": "More than before"}]


@pytest.mark.parametrize(
    ("of", "value", "line", "verdict", "unjudged"),
    [
        ({"targets": TARGET}, "95", {}, Verdict.MET, None),
        ({"targets": TARGET}, "95", {"term": "autumn"}, Verdict.MET, None),
        ({"targets": TARGET}, "95", {"school": "elm"}, Verdict.MET, None),
        ({"targets": TARGET}, "c", {}, Verdict.NO_FIGURE, None),
        ({}, "95", {}, Verdict.NO_TARGET, Unjudged.NONE_SET),
        ({"targets": TARGET}, "95", {"year": "2021-22"}, Verdict.NO_TARGET, Unjudged.NONE_SET),
        ({"targets": WORDS}, "95", {}, Verdict.NOT_JUDGED, Unjudged.IN_WORDS),
        ({"targets": TARGET, "unit": "number"}, "95", {}, Verdict.MET, None),
        ({"targets": TARGET, "unit": "days"}, "95", {"term": "autumn"}, Verdict.NOT_JUDGED, Unjudged.PART_OF_YEAR),
        ({"targets": TARGET, "unit": "pounds"}, "95", {"school": "elm"}, Verdict.NOT_JUDGED, Unjudged.PART_OF_TRUST),
    ],
)
def test_what_is_judged(
    of: dict[str, object], value: str, line: dict[str, object], verdict: Verdict, unjudged: Unjudged | None
) -> None:
    """A figure is judged by the number set for its year, unless it is only a part of what the target is for."""
    found = judge(measure(**of), observed(value, **line), trust_has_figure=True)
    assert (found.verdict, found.unjudged) == (verdict, unjudged)


def test_schools_are_judged_where_the_trust_has_no_figure() -> None:
    """Where figures add up and only schools have them, the target is each school's."""
    found = judge(measure(targets=TARGET, unit="number"), observed("95", school="elm"), trust_has_figure=False)
    assert found.verdict is Verdict.MET


def test_figure_that_counts(measured: dict[str, Measured]) -> None:
    """The figure published last counts, the ones before are kept, and a year stands with its own or its last term's."""
    reading = measured["reading"].trust.by_year["2021-22"]
    assert (reading.newest.record.value, reading.is_provisional) == ("69.6", False)
    assert [entry.record.value for entry in reading.replaced] == ["70.5"]
    attendance = measured["attendance"].trust
    assert [figure.newest.record.value for figure in attendance.by_year.values()] == ["94.4", "93.8", "94.6"]
    assert attendance.now is not None
    assert attendance.now.newest.record.term == "autumn"


def test_schools_stand_in_the_order_of_the_plan(context: SiteContext, measured: dict[str, Measured]) -> None:
    """Every school with a figure is there once, in the order of the plan's schools."""
    order = [school.id for school in context.plan.schools]
    for one in measured.values():
        found = [series.school for series in one.schools]
        assert found == sorted(set(found), key=order.index)


def test_kept_figures_count_for_nobody_else(measured: dict[str, Measured]) -> None:
    """What is kept for trustees is not among the public's measures and figures."""
    assert "grievances-heard" not in measured
    assert [series.school for series in measured["first-choices"].schools] == ["oak-lane-primary"]


@pytest.mark.parametrize(
    ("unit", "decimals", "value", "words"),
    [
        ("percent", "1", "94.25", ("94.3%", "94.3%", "94.25%", "94.25 percentage points")),
        ("percent", "0", "94.5", ("95%", "95%", "94.5%", "94.5 percentage points")),
        ("percent", "0", "1", ("1%", "1%", "1%", "1 percentage point")),
        ("points", "0", "1", ("1 point", "1 point", "1 point", "1 point")),
        ("points", "1", "-0.5", ("-0.5 points", "-0.5 points", "-0.5 points", "-0.5 points")),
        ("number", "0", "1234", ("1,234", "1,234", "1,234", "1,234")),
        ("days", "1", "4.5", ("4.5 days", "4.5 days", "4.5 days", "4.5 days")),
        ("score", "1", "-0.04", ("0.0", "0.0", "-0.04", "-0.04")),
        ("number", "99", "2", ("2.000000", "2.000000", "2.000000", "2.000000")),
        ("pounds", "0", "999960", ("£999,960", "£1,000k", "£999,960", "£999,960")),
        ("pounds", "0", "10450", ("£10,450", "£10.5k", "£10,450", "£10,450")),
        ("pounds", "0", "118400", ("£118,400", "£118k", "£118,400", "£118,400")),
        ("pounds", "0", "-1234567", ("-£1,234,567", "-£1.23m", "-£1,234,567", "-£1,234,567")),
        ("score", "1", "2", ("2.0", "2.0", "2.0", "2.0")),
    ],
)
def test_amounts(unit: str, decimals: str, value: str, words: tuple[str, ...]) -> None:
    """A value is shown with its unit: rounded, short, as it was recorded, and as a distance."""
    of = measure(unit=unit, decimals=decimals)
    assert tuple(show(Decimal(value), of) for show in (amount, brief, exact, distance)) == words


def test_rounding_never_hides_a_miss() -> None:
    """A figure that would look like its target, and is not, is shown as it was recorded."""
    of = measure(decimals="0", targets=TARGET)
    assert observed_text(observed("93.6"), of) == "93.6%"
    assert observed_text(observed("93.4"), of) == "93%"
    assert observed_text(observed("low"), of) == "low"


@pytest.mark.parametrize(
    ("of", "value", "said"),
    [
        ({}, "94", "The figure, 94.0%, meets the target for 2022-23, 94.0% or higher."),
        (
            {"tolerance": "0.5"},
            "93.6",
            (
                "The figure, 93.6%, misses the target for 2022-23, 94.0% or higher, by 0.4 percentage points,"
                " which is within the tolerance of 0.5 percentage points."
            ),
        ),
        (
            {"better": "lower", "tolerance": "0.5"},
            "95",
            (
                "The figure, 95.0%, misses the target for 2022-23, 94.0% or lower, by 1.0 percentage points,"
                " which is more than the tolerance of 0.5 percentage points."
            ),
        ),
        (
            {},
            "93",
            (
                "The figure, 93.0%, misses the target for 2022-23, 94.0% or higher, by 1.0 percentage points;"
                " no tolerance is set."
            ),
        ),
        (
            {"better": "near-target", "tolerance": "1"},
            "92.5",
            (
                "The figure, 92.5%, is 1.5 percentage points from the target for 2022-23, 94.0%,"
                " which is within twice the tolerance of 1.0 percentage points."
            ),
        ),
        ({}, "c", "The entry for 2022-23 is “c”: hidden to protect people."),
        ({"targets": WORDS}, "94", "The target for 2022-23 is in words only: More than before."),
        ({"targets": []}, "94", "No target is set for 2022-23."),
        (
            {"targets": [{"year": "2023-24", "value": "96"}, {"year": "2024-25", "value": "97"}]},
            "94",
            "No target is set for 2022-23; the next is for 2023-24: 96.0%.",
        ),
    ],
)
def test_verdict_is_explained(of: dict[str, object], value: str, said: str) -> None:
    """Each verdict is explained in one sentence with the numbers."""
    about, line = measure(**{"targets": TARGET, **of}), observed(value)
    assert why(judge(about, line, trust_has_figure=True), line, about) == said


def test_table_of_verdicts(context: SiteContext, measured: dict[str, Measured]) -> None:
    """The download has a row for each year of each measure, for the trust and every school, with its verdict."""
    rows = list(verdict_rows(context))
    known = {
        (one.id, series.school): series.by_year for one in measured.values() for series in (one.trust, *one.schools)
    }
    assert len({row["id"] for row in rows}) == len(rows) == sum(map(len, known.values()))
    for row in rows:
        judgement = known[row["measure"], row["school"] or TRUST][row["year"]].judgement
        assert (row["verdict"], row["value"]) == (judgement.verdict, judgement.value)
        assert (row["value"] is None) == (row["verdict"] == Verdict.NO_FIGURE) == (row["symbol"] is not None)
        without = row["verdict"] in (Verdict.NO_TARGET, Verdict.NOT_JUDGED)
        assert without == (row["target"] is None and row["value"] is not None)
    table = next(table for table in data_tables(context) if table.spec is MEASURE_VERDICTS)
    assert "reading/2021-22,reading,,2021-22,,69.6,,70,near,false" in csv_text(table)


def test_figures_below_nothing_stay_figures(context: SiteContext) -> None:
    """A figure below 0 is no formula, and stands in the download without an apostrophe."""
    files = {download.path: download.content.decode() for download in render_downloads(context)}
    assert ",2019-20,,,-0.4," in files["data/observations.csv"]
