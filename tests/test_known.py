"""What was known on a day: nothing later is in the plan, its tables, its pages or its downloads."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from frictionless import Package

from hooks.downloads.files import render_downloads
from hooks.pages import render_pages
from hooks.views.rules import rules_view
from tests.case_folders import CASES, build_case
from tests.golden_pages import ROOT, TEMPLATES, site_context
from validate.pipeline import load_plan, outcome_seen
from validate.plan.tables import compile_tables
from validate.records.base import Audience

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext
    from validate.plan.schools import School
    from validate.plan.seen import SeenPlan

PAST = date(2022, 12, 31)


@pytest.fixture(scope="module")
def past() -> SiteContext:
    """Return what a past view of the plan kept in this repository is made from."""
    return site_context(ROOT, PAST)


def test_nothing_is_lost_on_the_plans_own_day() -> None:
    """On the day that the plan kept in this repository names, everything in its files is known."""
    outcome = load_plan(ROOT)
    assert outcome.as_at is not None
    seen = outcome_seen(outcome, Audience.TRUSTEES, outcome.as_at)
    assert seen.plan is outcome.plan


def test_plan_and_tables_agree(past: SiteContext) -> None:
    """A past view has the same reports, schools and proofs in its tables as in its plan, and none is later."""
    updates = [update for item in past.plan.items for update in item.updates]
    assert sorted(row.values["date"] for row in past.tables["updates"].rows) == sorted(u.record.date for u in updates)
    assert max(update.record.date for update in updates) <= PAST
    assert {row.values["id"] for row in past.tables["schools"].rows} == {school.id for school in past.plan.schools}
    for table, part in (("memberships", "membership"), ("pupils", "pupils"), ("inspections", "inspections")):
        assert len(past.tables[table].rows) == sum(len(getattr(school, part)) for school in past.plan.schools)
    known = {row.values["id"] for row in past.tables["updates"].rows}
    proofs = [row.values["entry"] for row in past.tables["evidence"].rows if row.values["about"] == "updates"]
    assert set(proofs) <= known
    assert len(proofs) == sum(len(update.evidence) for update in updates)


def test_past_downloads(past: SiteContext, tmp_path: Path) -> None:
    """The downloads of a past view are a valid package, and name no later day as the plan's own."""
    for download in render_downloads(past):
        file = tmp_path / download.path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(download.content)
    assert Package(str(tmp_path / "data" / "datapackage.json")).validate().valid
    whole = json.loads((tmp_path / "data" / "plan.json").read_text(encoding="utf-8"))
    assert whole["as_at"] == PAST.isoformat()
    assert "as_at" not in whole["reporting"]
    assert past.tables["plan"].rows[0].values["reporting_as_at"] is None


def test_past_pages(past: SiteContext) -> None:
    """The pages of a past view neither list nor cite a school that joined later."""
    now = {school.record.name for school in site_context(ROOT).plan.schools}
    later = now - {school.record.name for school in past.plan.schools}
    assert len(later) == 4
    pages = {page.path: page.text for page in render_pages(past, TEMPLATES)}
    for path in ("schools.md", "evidence.md", "growth.md"):
        assert [name for name in later if name in pages[path]] == []
    assert sum(path.startswith("schools/") for path in pages) == len(past.plan.schools)


def test_rules_name_the_plans_own_day_only_then(past: SiteContext) -> None:
    """The page of rules says that the plan names the day only where it is that very day."""
    assert rules_view(site_context(ROOT)).day_is_fixed
    assert not rules_view(past).day_is_fixed


SCHOOL = """\
id: beech-hill
name: Beech Hill Primary School
opened: 2012-01-01
membership:
  - joined: 2010-01-01
    left: 2022-01-10
predecessor:
  urn: 100009
  closed: 2011-12-31
pupils:
  - count: 100
    basis: All pupils
    WHEN
    evidence: [{title: Count, kind: data, url: https://example.org/count}]
inspections:
  - date: DATE
    framework: overall-grade
    overall: good
    predecessor: true
    evidence: [{title: Report, kind: inspection, url: https://example.org/report}]
"""


def _seen(folder: Path, when: str, day: date) -> SeenPlan:
    """Return what is known on a day of a trust whose one school was counted and inspected then."""
    build_case(CASES / "base", folder)
    year = when if re.fullmatch(r"\d{4}-\d{2}", when) and int(when[5:]) == (int(when[:4]) + 1) % 100 else ""
    date_line = f"year: {year}" if year else f"date: {when}"
    text = SCHOOL.replace("WHEN", date_line).replace("DATE", "2010-02-02" if year else when)
    (folder / "schools" / "beech-hill.yml").write_text(text, encoding="utf-8")
    return outcome_seen(load_plan(folder), Audience.PUBLIC, day)


def _beech(seen: SeenPlan) -> School:
    return next(school for school in seen.plan.schools if school.id == "beech-hill")


@pytest.mark.parametrize(
    ("when", "known_from"),
    [
        ("2021-10-06", date(2021, 10, 6)),
        ("2021-10", date(2021, 10, 31)),
        ("2021", date(2021, 12, 31)),
        ("2021-22", date(2022, 8, 31)),
        ("2010-11", date(2011, 8, 31)),
    ],
)
def test_known_from_the_last_possible_day(when: str, known_from: date, tmp_path: Path) -> None:
    """A count or an inspection is known from the last day that its date can mean, and not before."""
    before = _beech(_seen(tmp_path / "before", when, known_from - timedelta(days=1)))
    after = _beech(_seen(tmp_path / "after", when, known_from))
    assert (len(before.pupils), len(after.pupils)) == (0, 1)
    if "-" not in when or not when.endswith(("-22", "-11")):
        assert (len(before.inspections), len(after.inspections)) == (0, 1)


@pytest.mark.parametrize(("day", "known"), [(date(2022, 1, 9), None), (date(2022, 1, 10), date(2022, 1, 10))])
def test_later_leaving_is_not_known(day: date, known: date | None, tmp_path: Path) -> None:
    """Until the day on which a school leaves, neither the plan nor its tables say that it will."""
    seen = _seen(tmp_path, "2020", day)
    rows = [
        row.values["left"]
        for row in compile_tables(seen.plan.tree)["memberships"].rows
        if row.values["school"] == "beech-hill"
    ]
    assert [membership.record.left for membership in _beech(seen).membership] == rows == [known]


@pytest.mark.parametrize(("day", "known"), [(date(2011, 12, 30), None), (date(2011, 12, 31), "100009")])
def test_school_before_stays_until_it_closes(day: date, known: str | None, tmp_path: Path) -> None:
    """The school whose place an academy takes is named only from the day it closed; the tables say the same."""
    seen = _seen(tmp_path, "2010", day)
    before = _beech(seen).predecessor
    assert (before.record.urn if before else None) == known
    rows = [
        row.values["predecessor_urn"]
        for row in compile_tables(seen.plan.tree)["schools"].rows
        if row.values["id"] == "beech-hill"
    ]
    assert rows == [known]
