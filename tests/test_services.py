"""Central services and governance on a day: what is due, what is overdue, what is kept, and who answers to whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hooks.downloads.deadlines import governance_review_rows, market_test_rows
from tests.case_folders import CASES, build_case
from tests.golden_pages import site_context
from tests.grown import changed
from validate.academic import academic_year, year_holding
from validate.days import months_after
from validate.pipeline import load_plan
from validate.records.base import Audience
from validate.records.governance import NEXT_REVIEW, GovernanceRecord
from validate.records.services import MARKET_TEST, ContractRecord, ServicesRecord
from validate.standing.deadlines.noted import due_of, dues_of
from validate.standing.governance import bodies_of, circles, reporting_to, reviews_of
from validate.standing.services import is_below, reviews_by, services_in

if TYPE_CHECKING:
    from pathlib import Path

    from hooks.context import SiteContext
    from validate.standing.governance import Governance, Review
    from validate.standing.services import Offer, Service

CASE = CASES / "pages" / "services-and-governance"
DAY = date(2023, 3, 31)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
YEAR = academic_year("2022-23", [("autumn", "Autumn", "09-01"), ("spring", "Spring", "01-01")])


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> SiteContext:
    """Return what trustees see of a trust with services and governance of every kind."""
    folder = tmp_path_factory.mktemp("plan")
    build_case(CASE, folder)
    return site_context(folder, audience=Audience.TRUSTEES)


@pytest.fixture(scope="module")
def offer(context: SiteContext) -> Offer:
    """Return its services."""
    found = context.plan.part(ServicesRecord)
    assert found
    return found


@pytest.fixture(scope="module")
def governance(context: SiteContext) -> Governance:
    """Return its governance."""
    found = context.plan.part(GovernanceRecord)
    assert found
    return found


def _service(offer: Offer, name: str) -> Service:
    return next(service for service in services_in(offer) if service.record.id == name)


def _review(governance: Governance, name: str) -> Review:
    return next(review for review in reviews_of(governance) if review.record.id == name)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2023, 6, 30), 36, date(2026, 6, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2023, 8, 31), -6, date(2023, 2, 28)),
        (date(2023, 1, 15), 0, date(2023, 1, 15)),
        (date(2023, 1, 15), 999_999_999, date(2199, 12, 31)),
        (date(2023, 1, 15), -999_999_999, date(1900, 1, 1)),
    ],
)
def test_months_after(day: date, months: int, later: date) -> None:
    """Months later is the same day of the month, or the last one of a shorter month, and never beyond the calendar."""
    assert months_after(day, months) == later


@given(DAYS)
def test_year_holding(day: date) -> None:
    """Every day lies in the academic year that is said to hold it, with the terms of the other year."""
    year = year_holding(day, YEAR)
    assert year.holds(day)
    assert [term.name for term in year.terms] == [f"Autumn {year.id}", f"Spring {year.id}"]


def test_year_holding_knows_itself() -> None:
    """The plan's own year is found again, to the letter."""
    assert year_holding(date(2023, 2, 1), YEAR) == YEAR


def test_interval(offer: Offer) -> None:
    """A service has its own interval, or else that of all services; 0 asks for no test."""
    found = {service.record.id: due_of(service, MARKET_TEST, DAY).months for service in services_in(offer)}
    assert found == {
        "finance": 36,
        "payroll": 36,
        "estates": 36,
        "marketing": 12,
        "clerking": None,
        "data": 36,
        "legal": 36,
    }


@pytest.mark.parametrize(
    ("name", "last", "due", "overdue"),
    [
        ("finance", date(2021, 6, 30), date(2024, 6, 30), False),
        ("payroll", date(2019, 5, 31), date(2022, 5, 31), True),
        ("estates", None, date(2022, 12, 31), True),
        ("marketing", None, date(2023, 9, 30), False),
        ("clerking", None, None, False),
        ("data", None, None, False),
    ],
)
def test_market_testing(offer: Offer, name: str, last: date | None, due: date | None, *, overdue: bool) -> None:
    """The next test is due the interval after the last one, or on the day set for the first; later it is overdue."""
    found = due_of(_service(offer, name), MARKET_TEST, DAY)
    assert (found.last_day, found.due, found.overdue) == (last, due, overdue)


def test_due_day_is_not_overdue(offer: Offer) -> None:
    """A test is not overdue on the day on which it is due, and is on the next."""
    service = _service(offer, "payroll")
    assert not due_of(service, MARKET_TEST, date(2022, 5, 31)).overdue
    assert due_of(service, MARKET_TEST, date(2022, 6, 1)).overdue


def test_earlier_day_knows_nothing_later(offer: Offer) -> None:
    """On an earlier day, later tests and reviews are not known yet."""
    service = _service(offer, "finance")
    found = due_of(service, MARKET_TEST, date(2021, 6, 29))
    assert found.last
    assert (found.last_day, found.due) == (date(2018, 6, 30), date(2021, 6, 30))
    assert [review.record.meets for review in reviews_by(service, date(2022, 12, 31))] == [True]
    assert not is_below(service, date(2022, 12, 31))
    assert is_below(service, DAY)
    assert not is_below(service, date(2021, 1, 1))


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ({"ends": date(2023, 8, 31), "notice_months": 6}, date(2023, 2, 28)),
        ({"ends": date(2023, 8, 31)}, None),
        ({"notice_months": 6}, None),
    ],
)
def test_notice_day(offer: Offer, said: dict[str, Any], day: date | None) -> None:
    """Notice is given the months of notice before the end; without an end or a term of notice there is no day."""
    contract = _service(offer, "payroll").only(ContractRecord)
    assert contract
    notice, end = dues_of(changed(contract, **({"ends": None, "notice_months": None} | said)), DAY)
    assert (notice.due, end.due) == (day, said.get("ends"))
    assert not notice.is_open


@pytest.mark.parametrize(
    ("name", "held", "due", "overdue"),
    [
        ("external-review", 2, date(2022, 11, 30), True),
        ("skills-audit", 1, date(2023, 6, 30), False),
        ("scheme", 0, None, False),
    ],
)
def test_review_standing(governance: Governance, name: str, held: int, due: date | None, *, overdue: bool) -> None:
    """A review is due on the day set for it, or else the interval after the last one."""
    found = due_of(_review(governance, name), NEXT_REVIEW, DAY)
    assert (len(found.met), found.due, found.overdue) == (held, due, overdue)


def test_day_set_is_past(governance: Governance) -> None:
    """A day set for the next review that the last one has passed counts no more."""
    review = _review(governance, "external-review")
    standing = due_of(changed(review, next_due=date(2019, 11, 30)), NEXT_REVIEW, DAY)
    assert standing.due == date(2022, 11, 30)


def test_every_body_has_one_place(governance: Governance) -> None:
    """Going down from the bodies at the top, every body is met once."""
    bodies = bodies_of(governance)
    met, front = [], list(reporting_to(bodies, None))
    while front:
        body = front.pop()
        met.append(body.record.id)
        front += reporting_to(bodies, body.record.id)
    assert sorted(met) == sorted(body.record.id for body in bodies)
    assert list(circles(bodies)) == []


def test_circles_are_found_once(tmp_path: Path) -> None:
    """Each circle of bodies is found once, in order of who answers to whom, without those that only lead into it."""
    build_case(CASES / "base", tmp_path)
    ways = {"a": "b", "b": "c", "c": "b", "d": "d", "e": "a"}
    bodies = "".join(
        f"  - {{id: {one}, name: {one.upper()}, kind: other, purpose: Talks., reports_to: {other}}}\n"
        for one, other in ways.items()
    )
    (tmp_path / "plan" / "governance.yml").write_text(f"bodies:\n{bodies}", encoding="utf-8")
    outcome = load_plan(tmp_path)
    assert outcome.plan
    governance = outcome.plan.part(GovernanceRecord)
    assert governance
    found = [[body.record.id for body in circle] for circle in circles(bodies_of(governance))]
    assert found == [["b", "c"], ["d"]]


def test_rows_say_what_pages_say(context: SiteContext, offer: Offer, governance: Governance) -> None:
    """The download has a row for each service of whose market tests anything is said, and for each review."""
    tests = {row["id"]: row for row in market_test_rows(context)}
    assert set(tests) == {service.record.id for service in services_in(offer)} - {"clerking"}
    assert [name for name, row in tests.items() if row["overdue"]] == ["payroll", "estates", "legal"]
    reviews = {row["id"]: row for row in governance_review_rows(context)}
    assert list(reviews) == [review.record.id for review in reviews_of(governance)]
    assert reviews["external-review"] == {
        "id": "external-review",
        "last": date(2019, 11, 30),
        "next_due": date(2022, 11, 30),
        "overdue": True,
    }


def test_public_rows_leave_out_what_is_kept(tmp_path: Path) -> None:
    """The public download has no row for a service that is kept for trustees or until later."""
    build_case(CASE, tmp_path)
    assert not {"legal", "data"} & {row["id"] for row in market_test_rows(site_context(tmp_path))}


def test_no_file_no_rows(tmp_path: Path) -> None:
    """Without the two files there are no rows."""
    build_case(CASES / "base", tmp_path)
    for name in ("services.yml", "governance.yml"):
        (tmp_path / "plan" / name).unlink()
    context = site_context(tmp_path)
    assert list(market_test_rows(context)) == []
    assert list(governance_review_rows(context)) == []


def test_order_of_the_file_does_not_matter(offer: Offer) -> None:
    """The last test is the newest, also where the file has it first."""
    service = _service(offer, "finance")
    turned = changed(service, market_tests=service.record.market_tests[::-1])
    found = due_of(turned, MARKET_TEST, DAY)
    assert [test.record.date for test in found.met] == [date(2018, 6, 30), date(2021, 6, 30)]
