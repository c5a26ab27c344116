"""The page on central services: its text as a whole, and that calendar, timeline and services say the same."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from hooks.views import services
from hooks.views.kept import kept
from hooks.views.services import OfferView, services_view
from hooks.views.services_charges import MODELS
from hooks.views.services_timeline import timeline
from tests.case_folders import BASE, CASES, build_case
from tests.golden_pages import ROOT, assert_golden, page_text, site_context
from validate.academic import academic_year
from validate.records.base import Audience
from validate.records.services import MARKET_TEST, ChargeRecord, ServicesRecord
from validate.standing.deadlines.noted import due_of
from validate.standing.services import services_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from hooks.views.services_list import ServiceView

CASE = CASES / "pages" / "services-and-governance"
PAGES = [("base", BASE, Audience.PUBLIC), ("public", CASE, Audience.PUBLIC), ("trustees", CASE, Audience.TRUSTEES)]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a trust with services of every kind."""
    folder = tmp_path_factory.mktemp("plan")
    build_case(CASE, folder)
    return folder


def _offer(root: Path, audience: Audience = Audience.TRUSTEES, as_at: date | None = None) -> OfferView:
    offer = services_view(site_context(root, as_at, audience)).offer
    assert offer
    return offer


def _services(offer: OfferView) -> Iterator[ServiceView]:
    return (service for _, services in offer.services.groups for service in services)


@pytest.mark.parametrize(("name", "case", "audience"), PAGES, ids=[name for name, _, _ in PAGES])
def test_page(name: str, case: Path, audience: Audience, tmp_path: Path) -> None:
    """The page is as it was, to the letter."""
    build_case(case, tmp_path)
    context = site_context(tmp_path, audience=audience)
    (page,) = services.pages(context)
    assert_golden(f"services/{name}.md", page_text(context, page))


def test_no_file(tmp_path: Path) -> None:
    """Where the plan says nothing of services, the page says so."""
    build_case(BASE, tmp_path)
    (tmp_path / "plan" / "services.yml").unlink()
    context = site_context(tmp_path)
    (page,) = services.pages(context)
    text = page_text(context, page)
    assert "The plan says nothing of central services." in text
    assert "<h2" not in text


def test_public_page_is_as_if_nothing_were_kept(root: Path, tmp_path: Path) -> None:
    """The public page is the one that a plan without the kept parts would have."""
    public = site_context(root)
    build_case(CASE, tmp_path)
    file = tmp_path / "plan" / "services.yml"
    text = file.read_text(encoding="utf-8")
    text = text[: text.index("  - id: data\n")]
    start = text.index("      - id: audit-findings\n")
    file.write_text(text[:start] + text[text.index("    reviews:\n", start) :], encoding="utf-8")
    texts = [
        page_text(context, page) for context in (public, site_context(tmp_path)) for page in services.pages(context)
    ]
    assert texts[0] == texts[1]


def test_every_model_is_explained() -> None:
    """Every way of paying that a plan may name is explained."""
    assert set(MODELS) == set(ChargeRecord.model_json_schema()["properties"]["model"]["enum"])


def test_calendar_has_every_day(root: Path) -> None:
    """The calendar has each test that was made and each day that is set, in order of time, and so has the timeline."""
    offer = _offer(root)
    events = [event for year in offer.calendar.years for event in year.events]
    assert [event.date for event in events] == sorted(event.date for event in events)
    assert offer.calendar.timeline
    marks = [mark.state for row in offer.calendar.timeline.rows for mark in row.marks]
    assert sorted(marks) == sorted(event.state for event in events)


def test_overdue_is_said_everywhere(root: Path) -> None:
    """A service that is overdue is so in the list, in the calendar and on its line."""
    offer = _offer(root)
    names = [view.service.record.name for view in _services(offer) if view.overdue]
    assert names == ["Payroll", "Property & estates", "Legal advice"]
    assert {e.service for year in offer.calendar.years for e in year.events if e.state == "overdue"} == set(names)
    assert offer.calendar.timeline
    assert [row.service.record.name for row in offer.calendar.timeline.rows if row.overdue] == names
    assert "Overdue on 31 March 2023: Payroll, Property & estates and Legal advice." in offer.calendar.sentence


def test_marks_stand_within_the_line(root: Path) -> None:
    """Every mark and year stands on the line, and of one row the later further to the right."""
    timeline = _offer(root).calendar.timeline
    assert timeline
    for row in timeline.rows:
        places = [mark.x for mark in row.marks]
        assert places == sorted(places)
        assert all(Decimal(0) < x < Decimal(100) for x in places)
    ticks = [x for _, x in timeline.ticks]
    assert 1 < len(ticks) <= 5
    assert ticks == sorted(ticks)
    assert ticks[0] > 0


def test_far_days_keep_few_years(tmp_path: Path) -> None:
    """A day far off makes no long row of years, and no error."""
    build_case(BASE, tmp_path)
    file = tmp_path / "plan" / "services.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(": 36", ": 99999999"), encoding="utf-8")
    timeline = _offer(tmp_path).calendar.timeline
    assert timeline
    assert len(timeline.ticks) <= 5
    assert "31 December 2199" in timeline.rows[0].words


def test_years_that_begin_in_january(tmp_path: Path) -> None:
    """Where academic years are calendar years, every one is named all the same."""
    build_case(BASE, tmp_path)
    context = site_context(tmp_path)
    offer, like = context.plan.part(ServicesRecord), academic_year("2022-23", [("all", "All", "01-01")])
    assert offer
    testing = [(service, due_of(service, MARKET_TEST, context.as_at)) for service in services_in(offer)]
    found = timeline(testing, like, context.as_at)
    assert [label for label, _ in found.ticks] == ["2021-22", "2022-23", "2023-24", "2024-25"]


def test_what_is_not_said_is_listed(root: Path) -> None:
    """What the plan does not say of a service is listed with it, and once for all where it is said of none."""
    found = {view.service.record.name: view.unsaid for view in _services(_offer(root))}
    assert found["Finance"] == ""
    assert found["Payroll"] == "what it includes, who answers for it and what it promises its schools"
    real = _offer(ROOT, Audience.PUBLIC)
    assert real.services.unsaid
    assert {service.unsaid for service in _services(real)} == {""}


def test_broken_promise_and_intervention(root: Path) -> None:
    """The newest review marks the promise that is not kept and says what is done about it; older ones follow."""
    finance = next(view for view in _services(_offer(root)) if view.service.record.name == "Finance")
    assert [promise.id in finance.broken for promise in finance.service.record.levels] == [True, False, False]
    assert [view.review.record.meets for view in finance.reviews] == [False, True]
    assert finance.reviews[0].below == "Accounts by the fifth working day of each month"
    assert finance.reviews[0].review.record.intervention == "The lead checks each week how far the accounts are"


def test_contracts_say_what_has_passed(root: Path) -> None:
    """Contracts stand in order of their ends, each with what has passed by the day."""
    found = [(contract.service.record.name, contract.flag) for contract in _offer(root).contracts]
    assert found == [
        ("Marketing", "has ended"),
        ("Payroll", "notice day has passed"),
        ("Clerking", ""),
        ("Property & estates", "has not begun"),
    ]


def test_tags(root: Path) -> None:
    """Trustees see what is kept from the public, and until when; the public sees no tag."""
    found = [view.service for view in _services(_offer(root))]
    tags = {service.record.name: words for service in found if (words := kept(service, site_context(root).as_at))}
    assert tags == {"Data and exams": "To be published after 30 April 2023", "Legal advice": "Trustees only"}
    (page,) = services.pages(site_context(root))
    assert 'class="kept"' not in page_text(site_context(root), page)
