"""A field that is added to a record class is known everywhere, though no line of the product names it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Annotated

import pytest
from pydantic import Field

from desk import cli
from hooks.context import site_context
from hooks.downloads.files import render_downloads
from hooks.editing import NO_EDITING
from hooks.editor.config import config_yaml, editor_settings
from hooks.views import fields
from tests.case_folders import BASE
from tests.desk_runs import TODAY, run
from tests.golden_pages import page_text
from tests.registered import with_field
from tests.repositories import commit
from validate.layout import FileKind
from validate.pipeline import load_plan
from validate.records.governance import BodyRecord, GovernanceRecord
from validate.records.notes import Deadline
from validate.records.services import ServiceRecord, ServicesRecord
from validate.schemas import json_schema
from validate.values.dates import Day
from validate.values.numbers import Whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def wider(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a plan with a field of a service that the product does not know."""
    about = Field(None, title="Cost so far", description="What was spent on it.", examples=["1200"])
    with with_field(ServiceRecord, "cost", Whole | None, about, ServicesRecord):
        root = tmp_path / "trust"
        shutil.copytree(BASE, root)
        services = root / "plan" / "services.yml"
        text = services.read_text(encoding="utf-8")
        services.write_text(text.replace("    provider:", "    cost: 1250\n    provider:", 1), encoding="utf-8")
        yield root


def test_one_more_field(wider: Path) -> None:
    """A field that is added to a record class is checked, published, described, offered, asked for and explained."""
    context = site_context(load_plan(wider, TODAY), TODAY)
    assert context.tables["services"].rows[0].values["cost"] == 1250
    files = {file.path: file.content.decode() for file in render_downloads(context)}
    assert ",cost" in files["data/services.csv"].splitlines()[0]
    assert json.loads(files["data/plan.json"])["services"]["services"][0]["cost"] == 1250
    services = FileKind("services", "plan/services.yml", ServicesRecord)
    assert json_schema(services)["$defs"]["ServiceRecord"]["properties"]["cost"]["title"] == "Cost so far"
    pages = {page.path: page_text(context, page) for page in fields.pages(context)}
    assert "What was spent on it." in pages["data/fields/services.md"]
    assert "Cost so far" in config_yaml(editor_settings(context, NO_EDITING))
    ran = run("new service --set name=Payroll --set cost=much --yes", wider)
    assert ran.shown == 'trustplan: cost: "much" is not a whole number. Use digits only.\n'
    ran = run("new service --set name=Payroll --set cost=70 --yes", wider)
    assert "cost: 70" in ran.shown


def test_one_more_day(tmp_path: Path) -> None:
    """A day that is added to a record class, with a note that something is due on it, is due everywhere."""
    about = Field(None, title="Audit", description="When it is looked at.", examples=["2023-04-30"])
    note = Deadline(one="look", title="Looks at bodies", words="Look at the {}")
    root = shutil.copytree(BASE, tmp_path / "trust")
    governance = root / "plan" / "governance.yml"
    text = governance.read_text(encoding="utf-8").replace("bodies:\n  - id", "bodies:\n  - audit: 2023-04-30\n    id")
    governance.write_text(text, encoding="utf-8")
    with with_field(BodyRecord, "audit", Annotated[Day, note] | None, about, GovernanceRecord):
        status = json.loads(run("status --format json", root).shown)
        (found,) = [item for item in status["items"] if item["sort"] == "look"]
        assert found["why"] == "due on 30 April 2023, in 30 days"
        assert "When it is due\n  Look at the " in run(f"explain {found['id']}", root).shown


def test_one_more_field_is_checked(wider: Path) -> None:
    """What is wrong with it is said with its line."""
    services = wider / "plan" / "services.yml"
    services.write_text(services.read_text(encoding="utf-8").replace("cost: 1250", "cost: much"), encoding="utf-8")
    found = load_plan(wider, TODAY).problems[0]
    assert (found.code, found.message) == ("bad-number", '"cost" is "much"; it must be a whole number')


def test_change_of_one_more_field(
    wider: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What changed of it is told by its title."""
    monkeypatch.setenv("COLUMNS", "100")
    commit(wider)
    services = wider / "plan" / "services.yml"
    services.write_text(services.read_text(encoding="utf-8").replace("cost: 1250", "cost: 1300"), encoding="utf-8")
    assert cli.main(["changes", "--since", "HEAD", "--root", str(wider)]) == 0
    shown = capsys.readouterr().out
    assert "cost so far" in shown.lower()
    assert "1300" in shown.replace(",", "")
