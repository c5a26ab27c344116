"""What was known on a day: nothing later is in the plan, its tables, its pages or its downloads."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from frictionless import Package
from hooks.known import plan_known, tables_known

from hooks.downloads import render_downloads
from hooks.pages import render_pages
from hooks.views.rules import rules_view
from tests.case_folders import CASES, build_case
from tests.golden_pages import ROOT, TEMPLATES, site_context
from validate.pipeline import load_plan

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext
    from validate.model import Plan
    from validate.pipeline import Outcome

PAST = date(2022, 12, 31)


@pytest.fixture(scope="module")
def past() -> SiteContext:
    """Return what a past view of the plan kept in this repository is made from."""
    return site_context(ROOT, PAST)


@pytest.fixture(scope="module")
def growing(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Return a trust that schools join and leave, with everything its files say."""
    folder = tmp_path_factory.mktemp("growing")
    build_case(CASES / "pages" / "growing-trust", folder)
    return load_plan(folder)


def _plan(outcome: Outcome) -> Plan:
    assert outcome.plan is not None
    return outcome.plan


def test_nothing_is_lost_on_the_plans_own_day() -> None:
    """On the day that the plan kept in this repository names, everything in its files is known."""
    outcome = load_plan(ROOT)
    assert outcome.as_at is not None
    assert plan_known(_plan(outcome), outcome.as_at) == outcome.plan
    assert tables_known(outcome.tables, _plan(outcome), outcome.as_at) == outcome.tables


def test_plan_and_tables_agree(past: SiteContext) -> None:
    """A past view has the same reports, schools and proofs in its tables as in its plan, and none is later."""
    updates = [update for item in past.plan.items for update in item.updates]
    assert sorted(row.values["date"] for row in past.tables["updates"].rows) == sorted(u.date for u in updates)
    assert max(update.date for update in updates) <= PAST
    assert {row.values["id"] for row in past.tables["schools"].rows} == {school.id for school in past.plan.schools}
    for table, part in (("memberships", "membership"), ("pupils", "pupils"), ("inspections", "inspections")):
        assert len(past.tables[table].rows) == sum(len(getattr(school, part)) for school in past.plan.schools)
    known = {row.values["id"] for row in past.tables["updates"].rows}
    proofs = [row.values["update"] for row in past.tables["evidence"].rows if row.values["update"]]
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
    now = {school.name for school in site_context(ROOT).plan.schools}
    later = now - {school.name for school in past.plan.schools}
    assert len(later) == 4
    pages = {page.path: page.text for page in render_pages(past, TEMPLATES)}
    for path in ("schools.md", "evidence.md", "growth.md"):
        assert [name for name in later if name in pages[path]] == []
    assert sum(path.startswith("schools/") for path in pages) == len(past.plan.schools)


def test_rules_name_the_plans_own_day_only_then(past: SiteContext) -> None:
    """The page of rules says that the plan names the day only where it is that very day."""
    assert rules_view(site_context(ROOT)).day_is_fixed
    assert not rules_view(past).day_is_fixed


@pytest.mark.parametrize(
    ("when", "year", "known_from"),
    [
        ("2022-10-06", None, date(2022, 10, 6)),
        ("2022-10", None, date(2022, 10, 31)),
        ("2022", None, date(2022, 12, 31)),
        (None, "2022-23", date(2023, 8, 31)),
        (None, "2010-11", date(2011, 8, 31)),
    ],
)
def test_known_from_the_last_possible_day(
    when: str | None, year: str | None, known_from: date, growing: Outcome
) -> None:
    """A count or an inspection is known from the last day that its date can mean, and not before."""
    school = next(school for school in _plan(growing).schools if school.id == "elm-road-junior")
    count = replace(school.pupils[0], date=when, year=year)
    inspection = replace(school.inspections[0], date=when, seen=None if when else known_from.isoformat())
    member = replace(school.membership[0], joined=date(2010, 1, 1))
    school = replace(school, membership=(member,), pupils=(count,), inspections=(inspection,))
    plan = replace(_plan(growing), schools=(school,))
    (before,) = plan_known(plan, known_from - timedelta(days=1)).schools
    (after,) = plan_known(plan, known_from).schools
    assert (before.pupils, before.inspections) == ((), ())
    assert (after.pupils, after.inspections) == ((count,), (inspection,))


def test_later_leaving_is_not_known(growing: Outcome) -> None:
    """Until the day on which a school leaves, neither the plan nor its tables say that it will."""
    left = date(2022, 1, 10)
    for day, known in ((left - timedelta(days=1), None), (left, left)):
        school = next(school for school in plan_known(_plan(growing), day).schools if school.id.startswith("beech"))
        rows = tables_known(growing.tables, _plan(growing), day)["memberships"].rows
        assert [membership.left for membership in school.membership] == [known]
        assert [row.values["left"] for row in rows if row.values["school"] == school.id] == [known]


def test_school_before_stays_until_it_closes(growing: Outcome) -> None:
    """The school whose place an academy takes is named only from the day it closed; the tables say the same."""
    school = next(school for school in _plan(growing).schools if school.predecessor and school.predecessor.closed)
    assert school.predecessor is not None
    closed = school.predecessor.closed
    assert closed is not None
    member = replace(school.membership[0], joined=date(2010, 1, 1))
    plan = replace(_plan(growing), schools=(replace(school, membership=(member,)),))
    for day, known in ((closed - timedelta(days=1), None), (closed, school.predecessor)):
        rows = tables_known(growing.tables, plan, day)["schools"].rows
        assert plan_known(plan, day).schools[0].predecessor == known
        assert [row.values["predecessor_urn"] for row in rows if row.values["id"] == school.id] == [known and known.urn]
