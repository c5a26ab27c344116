"""What is due: that the rule in words is what the code does, and that a new kind of thing needs no more than a note."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated

import pytest
from pydantic import Field

from hooks.downloads.deadlines import deadline_rows
from hooks.views import reporting, rules
from tests.case_folders import BASE, CASES, build_case
from tests.desk_runs import run
from tests.golden_pages import page_text, site_context
from tests.grown import changed
from tests.registered import registered
from validate.layout import FileKind
from validate.records.base import Audience, Record, Shareable
from validate.records.governance import NEXT_REVIEW, GovernanceReviewRecord
from validate.records.notes import ROLE, Deadline, Seen, Table
from validate.standing.deadlines.noted import due_of, rule_in_words
from validate.values.dates import Day
from validate.values.text import Line, Slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from validate.plan.entry import Entry

DAY = date(2023, 3, 31)


DRILL = Deadline(one="drill", title="Drills", words="Hold the {}", met_by="held", met="held", roles=("lead",))


class DrillHeldRecord(Record):
    """A drill that took place."""

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(title="Date", description="When.", examples=["2023-02-01"])


class DrillRecord(Shareable):
    """Something that must be tried out by a day: a kind of thing that the product does not know."""

    table = Table("drills", "The drills.", one="drill", alone=True)

    id: Slug = Field(title="Id", description="A short name.", examples=["fire"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Fire drill"])
    lead: Annotated[Slug, ROLE] | None = Field(None, title="Lead", description="Who answers.", examples=["ceo"])
    by: Annotated[Day, DRILL] | None = Field(None, title="By", description="The day.", examples=["2023-02-28"])
    held: list[DrillHeldRecord] = Field(default_factory=list, title="Held", description="When.", examples=[])


class DrillsRecord(Shareable):
    """drills.yml: every drill."""

    drills: list[DrillRecord] = Field(title="Drills", description="The drills.", examples=[], min_length=1)


@pytest.fixture
def drills(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a plan with a kind of file that only this test knows."""
    build_case(BASE, tmp_path)
    text = (
        "drills:\n  - {id: fire, name: Fire drill, lead: ceo, by: 2023-02-28}\n"
        "  - {id: flood, name: Flood drill, by: 2023-02-28, held: [{date: 2023-02-01}]}\n"
        "  - {id: storm, name: Storm drill, by: 2023-05-31}\n"
    )
    (tmp_path / "plan" / "drills.yml").write_text(text, encoding="utf-8")
    with registered(FileKind("drills", "plan/drills.yml", DrillsRecord)):
        yield tmp_path


def test_new_kind_is_due_everywhere(drills: Path) -> None:
    """What a record class that the product does not know notes as due is so at all places."""
    answer = json.loads(run("status --format json --as-at 2023-03-31", drills).shown)
    found = {item["id"]: (item["sort"], item["words"], item["role"], item["why"]) for item in answer["items"]}
    assert found["drills/fire"] == (
        "drill",
        "Hold the Fire drill",
        "ceo",
        "was due on 28 February 2023, 31 days ago; none recorded yet",
    )
    assert found["drills/storm"][3] == "due on 31 May 2023, in 61 days; none recorded yet"
    assert "drills/flood" not in found
    assert "Hold the Fire drill" in run("remind --role ceo --as-at 2023-03-31", drills).shown
    context = site_context(drills, DAY, Audience.PUBLIC)
    (page,) = reporting.pages(context)
    assert "Hold the Fire drill" in page_text(context, page)
    (page,) = rules.pages(context)
    rule = f"Drills</a></b>: {rule_in_words(DRILL)}"
    assert rule in page_text(context, page)
    rows = {row["about"]: row["overdue"] for row in deadline_rows(context) if row["kind"] == "drill"}
    assert rows == {"drills/fire": True, "drills/storm": False}


def _review(tmp_path: Path) -> Entry[GovernanceReviewRecord]:
    """Return a review that was last held on 20 June 2022 and comes round every year."""
    build_case(CASES / "pages" / "services-and-governance", tmp_path)
    reviews = site_context(tmp_path, audience=Audience.TRUSTEES).plan.entries(GovernanceReviewRecord)
    return next(review for review in reviews if review.id == "skills-audit")


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2023, 1, 10), date(2023, 1, 10)),
        (date(2024, 1, 10), date(2024, 1, 10)),
        (date(2022, 6, 20), date(2023, 6, 20)),
        (None, date(2023, 6, 20)),
    ],
)
def test_rule_of_reviews(tmp_path: Path, day: date | None, due: date) -> None:
    """A day that is set counts if it is later than the last one, also where the interval would end after it."""
    assert due_of(changed(_review(tmp_path), next_due=day), NEXT_REVIEW, DAY).due == due
    assert rule_in_words(NEXT_REVIEW) == (
        "due on the day that is set for it, if that is later than the last one, or else the interval after the last "
        "one. Late once that day has passed."
    )
