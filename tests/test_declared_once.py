"""What a record class declares is known everywhere: here, a kind of file that no line of the product names."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from desk import cli
from hooks.context import site_context
from hooks.downloads.files import render_downloads
from hooks.editing import NO_EDITING
from hooks.editor.config import config_yaml, editor_settings
from hooks.leaks import find_leaks
from hooks.pages import render_pages
from hooks.views import evidence, fields
from hooks.views.evidence_uses import citations
from tests.case_folders import BASE
from tests.desk_runs import TODAY, run
from tests.golden_pages import TEMPLATES, page_text
from tests.registered import registered
from tests.repositories import commit
from tests.visits import PARTNERS, TEXT, VISITS
from validate.history.against import problems_against
from validate.pipeline import load_plan
from validate.records.base import Audience
from validate.schemas import json_schema, write_schemas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hooks.context import SiteContext


@pytest.fixture(autouse=True)
def _declared() -> Iterator[None]:
    with registered(VISITS, PARTNERS):
        yield


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder of a plan with the new kind of file."""
    root = tmp_path / "trust"
    shutil.copytree(BASE, root)
    (root / "plan" / "visits.yml").write_text(TEXT, encoding="utf-8")
    (root / "plan" / "partners").mkdir()
    (root / "plan" / "partners" / "library.yml").write_text("id: library\nname: Town library\n", encoding="utf-8")
    return root


def _change(root: Path, old: str, new: str) -> None:
    file = root / "plan" / "visits.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _context(root: Path, audience: Audience = Audience.TRUSTEES) -> SiteContext:
    return site_context(load_plan(root, TODAY), TODAY, audience)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("lead: clerk", "leed: clerk", '9:5: error: "leed" is not a name that may stand here; did you mean "lead"?'),
        ("2023-02-10", "10.2.2023", '11:15: error: "date" is "10.2.2023"; it must be a date written as year-month-day'),
        ("lead: clerk", "lead: clark", '9:11: error: lead "clark" is not a role that the plan defines; did you mean'),
        (
            "aim: see-",
            "aim: sea-",
            '8:10: error: aim "sea-lessons" is not an aim of visits; did you mean "see-lessons"',
        ),
        ("id: kitchen", "id: reading-walk", '19:9: error: id "reading-walk" is used twice; it first stands on line 5'),
        ("audience: trustees", "audience: board", '21:15: error: audience "board" is not one of the allowed words'),
        ("    name: Reading walk\n", "", '5:5: error: "name" is missing from visit 1'),
    ],
)
def test_check(old: str, new: str, problem: str, root: Path) -> None:
    """The check speaks of it as of everything else."""
    assert load_plan(root, TODAY).problems == ()
    _change(root, old, new)
    found = load_plan(root, TODAY).problems[0]
    said = f"{found.place.line}:{found.place.column}: {found.severity}: {found.message}"
    assert (found.place.file, said[: len(problem)]) == ("plan/visits.yml", problem)


def test_misplaced_file(root: Path) -> None:
    """A file beside it under a wrong name is told of its right one."""
    (root / "plan" / "visits.yml").rename(root / "plan" / "visit.yml")
    (found,) = load_plan(root, TODAY).problems
    assert found.message == '"visit.yml" is not a file that the plan knows here; did you mean "visits.yml"?'


def test_tables(root: Path) -> None:
    """Its entries are rows of tables, as far as an audience may see them."""
    trustees, public = (_context(root, audience).tables for audience in (Audience.TRUSTEES, Audience.PUBLIC))
    assert [row.values["id"] for row in trustees["visits"].rows] == ["reading-walk", "kitchen", "playground"]
    assert [row.values["id"] for row in public["visits"].rows] == ["reading-walk", "playground"]
    (note,) = public["visit_notes"].rows
    assert note.values == {
        "id": "reading-walk/1",
        "visit": "reading-walk",
        "position": 1,
        "date": TODAY.replace(month=2, day=10),
        "note": "Every class reads before lunch.",
        "board_note": None,
    }
    assert trustees["visit_notes"].rows[0].values["board_note"] == "One teacher asked for quieter rooms."
    early = site_context(load_plan(root, TODAY.replace(month=3, day=1)), TODAY.replace(month=3, day=1))
    assert len(early.tables["visit_notes"].rows) == 1


def test_download(root: Path) -> None:
    """It can be downloaded: as tables that are described, and as a part of the whole plan."""
    files = {file.path: file.content.decode() for file in render_downloads(_context(root, Audience.PUBLIC))}
    assert files["data/visits.csv"].splitlines() == [
        "id,position,name,school,aim,lead,follow_up",
        "reading-walk,1,Reading walk,oak-lane-primary,see-lessons,clerk,",
        "playground,2,Playground at noon,oak-lane-primary,,clerk,2023-05-31",
    ]
    resources = {found["name"]: found for found in json.loads(files["data/datapackage.json"])["resources"]}
    keys = {key["reference"]["resource"] for key in resources["visits"]["schema"]["foreignKeys"]}
    assert keys == {"schools", "visit_aims", "roles"}
    plan = json.loads(files["data/plan.json"])
    assert [visit["id"] for visit in plan["visits"]["visits"]] == ["reading-walk", "playground"]
    assert [partner["id"] for partner in plan["partners"]] == ["library"]


def test_schema(tmp_path: Path) -> None:
    """Editors get a schema for it."""
    write_schemas(tmp_path)
    assert json.loads((tmp_path / "visits.schema.json").read_text(encoding="utf-8")) == json_schema(VISITS)
    assert json_schema(VISITS)["$defs"]["VisitRecord"]["properties"]["follow_up"]["title"] == "Follow up"


def test_form(root: Path) -> None:
    """It is offered in the browser, with a choice of what it may name."""
    groups: dict[str, Any] = {
        group["name"]: group for group in editor_settings(_context(root), NO_EDITING)["collections"]
    }
    file = next(file for file in groups["plan"]["files"] if file["name"] == "visits")
    assert (file["label"], file["file"]) == ("Visits", "plan/visits.yml")
    visits = next(field for field in file["fields"] if field["name"] == "visits")
    choices = {field["name"]: field.get("options") for field in visits["fields"]}
    assert choices["aim"] == [{"label": "See lessons as pupils see them (see-lessons)", "value": "see-lessons"}]
    assert choices["school"] == [{"label": "Oak Lane Primary School (oak-lane-primary)", "value": "oak-lane-primary"}]
    assert (groups["partners"]["label"], groups["partners"]["folder"]) == ("Partners", "plan/partners")
    assert groups["partners"]["identifier_field"] == "name"


def test_reference_of_fields(root: Path) -> None:
    """The reference says what it may hold."""
    context = _context(root, Audience.PUBLIC)
    pages = {page.path: page_text(context, page) for page in fields.pages(context)}
    page = pages["data/fields/visits.md"]
    assert "<code>plan/visits.yml</code>" in page
    for words in ("one of the schools in schools/", "one of the aims in visits.yml", "Who leads it."):
        assert words.lower() in page.lower()
    assert "<code>plan/partners/PARTNER.yml</code>" in pages["data/fields/partner.md"]


def test_register_of_evidence(root: Path) -> None:
    """What proves it stands in the register, though no page shows it."""
    context = _context(root)
    cited = next(found for found in citations(context) if found.proof.title == "Notes of the reading walk")
    assert (cited.text, cited.about, cited.href) == ("Reading walk", "visit note", "")
    (page,) = evidence.pages(context)
    assert '<li>Reading walk <span class="fine">Visit note</span></li>' in page_text(context, page)


def test_every_page(root: Path) -> None:
    """Every page can be made of a plan that has it, for both audiences, and the public ones keep its secrets."""
    for audience in Audience:
        context = _context(root, audience)
        assert len(list(render_pages(context, TEMPLATES))) > 20
        config_yaml(editor_settings(context, NO_EDITING))


def test_search_for_leaks(root: Path, tmp_path: Path) -> None:
    """A public site that held what it keeps for trustees would be refused."""
    kept = _context(root, Audience.PUBLIC).withheld
    site = tmp_path / "site"
    site.mkdir()
    for number, text in enumerate(
        (
            "One teacher asked for quieter rooms",
            "Behind the counter",
            "The freezer must be replaced soon",
            "Every class",
        )
    ):
        (site / f"{number}.html").write_text(f"<p>{text}</p>.", encoding="utf-8")
    leaks = [str(leak) for leak in find_leaks(site, kept, root / "plan" / "evidence")]
    assert leaks == [
        "0.html holds what plan/visits.yml:13:21 keeps from the public",
        "1.html holds what plan/visits.yml:20:11 keeps from the public",
        "2.html holds what plan/visits.yml:28:15 keeps from the public",
    ]


def test_new(root: Path) -> None:
    """One more can be begun: in its list, in a list of one that is there, and in a file of its own."""
    commands = (
        "new visit --set name='Maths for all' --set school=oak-lane-primary --set lead=ceo",
        "new visit-note --in visits/reading-walk --set date=2023-03-30 --set note='It goes on.'",
        "new aim --set words='Meet the cooks'",
        "new partner --set name='Football club'",
    )
    for command in commands:
        ran = run(f"{command} --yes", root)
        assert ran.code == 0, ran.shown
    written = yaml.safe_load((root / "plan" / "visits.yml").read_text(encoding="utf-8"))
    assert [visit["id"] for visit in written["visits"]] == ["reading-walk", "kitchen", "playground", "maths-for-all"]
    assert [note["note"] for note in written["visits"][0]["notes"]][1:] == ["It goes on."]
    assert [aim["id"] for aim in written["aims"]] == ["see-lessons", "meet-cooks"]
    assert (root / "plan" / "partners" / "football-club.yml").exists()
    assert load_plan(root, TODAY).problems == ()
    assert run("new visit-note --in visits/reading-wolk --set note=x", root).shown == (
        'trustplan: "visits/reading-wolk" is no place for a visit note; did you mean "visits/reading-walk"? '
        "Name the visit that it belongs to, such as visits/ID.\n"
    )


def test_new_is_asked_for(root: Path) -> None:
    """At a terminal every field is asked for, and what it belongs to is chosen."""
    answers = ["other", "visit-note", "visits/reading-walk", "", "2023-03-30", "It goes on.", "", "yes"]
    ran = run("new", root, answers=answers)
    assert "visits/reading-walk: Reading walk\n" in ran.shown
    assert "Date: 2023-03-30\n" in ran.shown


def test_first_of_its_file(root: Path) -> None:
    """Where there is no such file yet, the first entry makes it."""
    (root / "plan" / "visits.yml").unlink()
    assert run("new visit --set name='Maths for all' --set school=oak-lane-primary --yes", root).code == 0
    assert (root / "plan" / "visits.yml").read_text(encoding="utf-8") == (
        "visits:\n  - id: maths-for-all\n    name: Maths for all\n    school: oak-lane-primary\n"
    )


def test_explain(root: Path) -> None:
    """Each entry can be explained: what it says and names, its log and proofs, and where it is used."""
    assert run("explain visits/reading-walk", root).shown == (
        "Reading walk (visits/reading-walk)\n"
        "Visit, in plan/visits.yml:5\n"
        "\n"
        "What it says\n"
        "  Name: Reading walk.\n"
        "\n"
        "What it names\n"
        "  School: Oak Lane Primary School (schools/oak-lane-primary)\n"
        "  Aim: See lessons as pupils see them (visit_aims/see-lessons)\n"
        "  Lead: Clerk to the board (roles/clerk)\n"
        "\n"
        "Notes\n"
        "  10 February 2023\n"
        "    Note: Every class reads before lunch.\n"
        "    Board note: One teacher asked for quieter rooms.\n"
        "    Evidence: Notes of the reading walk (minutes, 10 February 2023): https://example.org/walk\n"
    )
    assert "Where it is used\n  Reading walk (visits/reading-walk): aim\n" in run("explain see-lessons", root).shown
    assert (
        "\n  visits (the visits of trustees to schools): 3, such as visits/reading-walk\n" in run("explain", root).shown
    )
    assert "Trustees only.\n" in run("explain visits/kitchen", root).shown


def test_deadlines(root: Path) -> None:
    """What is due stands with all else that is, and under the role that answers for it."""
    status = json.loads(run("status --format json", root).shown)
    found = {item["id"]: (item["sort"], item["role"], item["why"]) for item in status["items"]}
    assert "visits/kitchen" not in found
    assert found["visits/playground"] == (
        "follow-up",
        "clerk",
        "due on 31 May 2023, in 61 days; none recorded yet",
    )
    assert "Follow up the Playground at noon" in run("remind --role clerk", root).shown
    assert (
        "When it is due\n  Follow up the Playground at noon: due on 31 May 2023, in 61 days; none recorded yet.\n"
        in run("explain playground", root).shown
    )


def test_changes(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed of it is told in the words of its record."""
    monkeypatch.setenv("COLUMNS", "100")
    commit(root)
    _change(root, "Every class reads before lunch.", "Every class reads after lunch.")
    _change(root, "follow_up: 2023-05-31", "follow_up: 2023-06-30")
    assert cli.main(["changes", "--since", "HEAD", "--root", str(root)]) == 0
    shown = capsys.readouterr().out
    assert "Playground at noon" in shown
    assert "30 June 2023" in shown
    assert "visit note" in shown.lower()


def test_check_against(root: Path) -> None:
    """Its log is protected: what was written is not to be rewritten or taken out."""
    before = load_plan(root, TODAY)
    _change(root, "Every class reads before lunch.", "Every class reads after lunch.")
    (problem,) = problems_against(before, load_plan(root, TODAY))
    assert (problem.code, str(problem.place)) == ("update-rewritten", "plan/visits.yml:12:15")
    assert '"note" was "Every class reads before lunch."' in problem.message
