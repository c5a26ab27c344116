"""The interview: every kind of field is asked for as its record class says, and a new one with no more code."""

from __future__ import annotations

import io
import shutil
from contextlib import redirect_stdout
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest
from pydantic import Field

from desk.asking import Conversation, Left
from desk.interview import Interview, Manner
from desk.new import kinds
from desk.report import questions
from tests.case_folders import BASE
from tests.desk_report_cases import asked
from tests.desk_runs import run
from validate.records.base import Record
from validate.records.notes import ROLE
from validate.records.pillar import GoalRecord
from validate.records.report import UpdateRecord
from validate.values.dates import Day
from validate.values.numbers import Whole
from validate.values.text import Line, Slug

if TYPE_CHECKING:
    from pathlib import Path


class Price(Record):
    """A price from a day on."""

    note: Line | None = Field(None, title="Note", description="What to know", examples=["With VAT"])
    pounds: Whole = Field(title="Pounds", description="How much.", examples=["12"])
    since: Day | None = Field(None, title="Since", description="From when.", examples=["2023-07-01"])


class Offer(Record):
    """Something of each kind."""

    name: Line = Field(title="Name", description="What it is called.", examples=["Lunch"])
    size: Literal["small", "large"] = Field(title="Size", description="How much there is.", examples=["small"])
    cooks: list[Annotated[Slug, ROLE]] = Field(default_factory=list, title="Cooks", description="Who cooks it.")
    goes_with: list[Line] = Field(default_factory=list, title="Goes with", description="What is served beside it.")
    prices: list[Price] = Field(title="Prices", description="What it costs.", min_length=1)
    last: Price | None = Field(None, title="Last", description="What it cost before.")


def _interview(answers: list[str]) -> tuple[Interview, io.StringIO]:
    shown = io.StringIO()
    talk = Conversation(ask=asked(answers), width=80)
    known = {"cook": "Chief cook", "clerk": "Clerk"}
    return (
        Interview(
            talk=talk,
            record=Offer,
            manner=lambda _: Manner(),
            known=lambda about: known if about.reference else {},
        ),
        shown,
    )


@pytest.mark.parametrize(
    ("said", "answers", "filled"),
    [
        (
            {},
            ["Soup", "tiny", "small", "clerk, cook", "Bread", "Butter", "", "x", "3", "", "2023-07-01", "", ""],
            {
                "name": "Soup",
                "size": "small",
                "cooks": ["clerk", "cook"],
                "goes_with": ["Bread", "Butter"],
                "prices": [{"pounds": "3", "since": "2023-07-01"}],
            },
        ),
        (
            {"name": "Stew", "size": "large", "prices": [{"pounds": "4"}]},
            ["", "", "Cheap", "", "5", "", "", "", "9", "", ""],
            {
                "name": "Stew",
                "size": "large",
                "prices": [{"pounds": "4", "note": "Cheap"}, {"pounds": "5"}],
                "last": {"pounds": "9"},
            },
        ),
    ],
)
def test_every_kind_of_field(said: dict[str, Any], answers: list[str], filled: dict[str, Any]) -> None:
    """Values, choices, lists and entries within entries are asked for; what is known is not, and what is begun is."""
    interview, shown = _interview(answers)
    with redirect_stdout(shown):
        interview.fill(said)
    assert said == filled
    Offer.model_validate(said)


def test_what_is_shown() -> None:
    """An answer that cannot be is refused in the words of the check; entries are counted from the second on."""
    interview, shown = _interview(["half", "?", "3", "", "", "4", "", "", ""])
    with redirect_stdout(shown):
        interview.ask({}, "prices")
    assert shown.getvalue() == (
        "Prices, pounds: half\n"
        '"half" is not a whole number. Use digits only.\n'
        "Prices, pounds: ?\n"
        "How much. It holds a whole number. For example: 12.\n"
        "Prices, pounds: 3\n"
        "Prices, note: \nPrices, since: \n"
        "Prices 2, pounds: 4\n"
        "Prices 2, note: \nPrices 2, since: \n"
        "Prices 3, pounds: \n"
    )


@pytest.mark.parametrize("answers", [[], ["q"], ["Soup", "small", "", "", "q"]])
def test_leaving(answers: list[str]) -> None:
    """Whoever leaves, or is gone, can do so at every question."""
    interview, shown = _interview(answers)
    with redirect_stdout(shown), pytest.raises(Left):
        interview.fill({})


class WiderUpdate(UpdateRecord):
    """A report with a field that no command knows."""

    cost: Whole | None = Field(None, title="Cost so far", description="What was spent.", examples=["1200"])


class WiderGoal(GoalRecord):
    """A goal with a field that no command knows."""

    cost: Whole | None = Field(None, title="Cost so far", description="What it may cost.", examples=["1200"])


def test_new_field_of_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that is added to a report's record class is asked for."""
    shutil.copytree(BASE, tmp_path / "plan-of-a-trust")
    monkeypatch.setattr(questions, "UpdateRecord", WiderUpdate)
    answers = ["at-risk", "", "", "2023-03-10", "much"]
    ran = run("report 1.1/2022-23/train-staff --as ceo", tmp_path / "plan-of-a-trust", answers=answers)
    assert 'Cost so far: much\n"much" is not a whole number. Use digits only.\n' in ran.shown


def test_new_field_of_something_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that is added to the record class of something new is asked for."""
    shutil.copytree(BASE, tmp_path / "plan-of-a-trust")
    monkeypatch.setitem(kinds.KINDS, "goal", replace(kinds.KINDS["goal"], record=WiderGoal))
    ran = run("new goal --in 1.1", tmp_path / "plan-of-a-trust", answers=["Read", "", "", "much"])
    assert "What it may cost. May be left empty.\nCost so far: much\n" in ran.shown
