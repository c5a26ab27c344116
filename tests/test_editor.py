"""The editor in the browser: its settings follow from the record classes, and its program asks no other host."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft7Validator

from hooks.context import site_context
from hooks.editing import NO_EDITING, Editing, editing_of
from hooks.editor.bundle import WORDS_HERE, ProgramChanged, bundle_files, own_program
from hooks.editor.config import config_yaml, editor_settings
from hooks.editor.fields import Forms
from hooks.editor.site import policy, render_editor
from hooks.repository import repository_of
from tests.case_folders import BASE
from tests.editor_packages import editor_packages
from tests.golden_pages import TEMPLATES, assert_golden
from tests.site_build import PUBLIC_SITES, QUILLBROOK, ROOT
from validate.fields import fields_of
from validate.layout import AMENDMENTS_FILE, KINDS, kind_of
from validate.pipeline import load_plan
from validate.records.base import Audience
from validate.records.report import UpdateRecord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hooks.context import SiteContext
    from tests.site_build import Trust
    from validate.layout import FileKind
    from validate.pipeline import Outcome
    from validate.records.base import Record

Settings = Any
Form = list[dict[str, Any]]

EDITABLE = [kind for kind in KINDS if not kind.is_table]
ANY = "any.yml"
CODE_MARKS = str.maketrans("“”", "``")
PYTHON_ONLY = re.compile(r"\(\?P|\(\?[aiLmsux]|\\A|\\Z")
"""What a pattern may hold in Python and not in a browser."""


@pytest.fixture(scope="module")
def packages() -> Path:
    """Return the folder of npm packages; without them, fail in CI and skip elsewhere."""
    return editor_packages()


@pytest.fixture(scope="module")
def quillbrook() -> Outcome:
    """Return the outcome of checking the example, which has nearly every kind of file."""
    return load_plan(QUILLBROOK.root)


@pytest.fixture(scope="module")
def base() -> Outcome:
    """Return the outcome of checking a small plan."""
    return load_plan(BASE)


@pytest.fixture(scope="module")
def settings(quillbrook: Outcome) -> Settings:
    """Return the editor's settings for the example."""
    return editor_settings(context_of(quillbrook), NO_EDITING)


def context_of(outcome: Outcome, editing: Editing = NO_EDITING, audience: Audience = Audience.TRUSTEES) -> SiteContext:
    """Return what the site of a plan is made from."""
    assert outcome.as_at is not None
    return site_context(outcome, outcome.as_at, audience, editing)


def forms(settings: Settings) -> Iterator[tuple[str, Form]]:
    """Yield the path of every file that is offered, or of any in a folder, with its form."""
    for group in settings["collections"]:
        if "folder" in group:
            yield f"{group['folder']}/{ANY}", group["fields"]
        for file in group.get("files", ()):
            yield file["file"], file["fields"]


def each_form_once(settings: Settings) -> Settings:
    """Return the settings with one file for each form, since a plan has many files of one kind."""
    groups = []
    seen: set[int] = set()
    for group in settings["collections"]:
        first = {id(file["fields"]): file for file in reversed(group.get("files", ()))}
        new = [file for form, file in first.items() if form not in seen]
        seen |= first.keys()
        if new or "folder" in group:
            groups.append({**group, "files": new} if new else group)
    return {**settings, "collections": groups}


def without_forms(settings: Settings) -> Settings:
    """Return the settings with nothing of the forms."""
    if isinstance(settings, list):
        return [without_forms(part) for part in settings]
    if not isinstance(settings, dict):
        return settings
    return {name: without_forms(part) for name, part in settings.items() if name != "fields"}


def assert_form_is_whole(form: Form, record: type[Record], where: str) -> None:
    """Fail where a field of a record, or of one inside it, is missing from a form, or says something else there."""
    assert [field["name"] for field in form] == list(fields_of(record)), where
    for field, about in zip(form, fields_of(record).values(), strict=True):
        place = f"{where}/{about.name}"
        assert (field["label"], field["required"]) == (about.title, about.required), place
        assert field["hint"].translate(CODE_MARKS) == about.description, place
        if about.record is not None:
            assert field["widget"] == ("list" if about.many else "object"), place
            assert_form_is_whole(field["fields"], about.record, place)
        elif about.choices:
            assert [option["value"] for option in field["options"]] == list(about.choices), place
        elif about.pattern and not about.many and "options" not in field:
            assert field["pattern"][0] == about.pattern, place


def test_settings_are_as_the_editor_wants_them(packages: Path, settings: Settings) -> None:
    """The settings fit the schema that comes with the editor."""
    schema = json.loads((packages / "@sveltia/cms/schema/sveltia-cms.json").read_text(encoding="utf-8"))
    faults = Draft7Validator(schema).iter_errors(each_form_once(settings))
    assert [f"{fault.json_path}: {fault.message[:300]}" for fault in faults] == []


@pytest.mark.parametrize("kind", EDITABLE, ids=lambda kind: kind.name)
def test_every_field_is_in_the_form(kind: FileKind, quillbrook: Outcome) -> None:
    """The form of every kind of file has every field of its record class, with its label, hint and choices."""
    assert_form_is_whole(Forms(quillbrook.tables).form(kind.record), kind.record, kind.name)


@pytest.mark.parametrize("kind", EDITABLE, ids=lambda kind: kind.name)
def test_every_pattern_is_read_by_browsers(kind: FileKind, quillbrook: Outcome) -> None:
    """No form has a pattern that means something else in a browser than in the check."""
    told = json.dumps(Forms(quillbrook.tables).form(kind.record))
    assert PYTHON_ONLY.findall(told) == []


@pytest.mark.parametrize("trust", PUBLIC_SITES, ids=str)
def test_every_file_is_offered(trust: Trust) -> None:
    """Every data file of a plan but the table of figures is offered once, with the form of its kind."""
    outcome = load_plan(trust.root)
    offered = list(forms(editor_settings(context_of(outcome), NO_EDITING)))
    folders = {path.removesuffix(ANY) for path, _ in offered if path.endswith(ANY)}
    named = sorted(path for path, _ in offered if not path.endswith(ANY))
    wanted = {path for path in outcome.data_files if path.endswith(".yml")} | {AMENDMENTS_FILE}
    assert named == sorted(path for path in wanted if path[: path.rindex("/") + 1] not in folders)
    for path, form in offered:
        kind = kind_of(path)
        assert kind is not None
        assert [field["name"] for field in form] == list(fields_of(kind.record)), path


def test_every_single_file_has_a_title() -> None:
    """Each kind of file of which there is one at most is called something in the editor."""
    single = [kind for kind in EDITABLE if kind.is_single]
    labels = {kind.record.file_title or kind.name.capitalize() for kind in single}
    assert len(labels) == len(single)
    assert "Central services" in labels


def test_golden(base: Outcome) -> None:
    """The groups of a small plan, and the form that is used most, are those that were looked at."""
    found = editor_settings(context_of(base), NO_EDITING)
    milestone = next(form for path, form in forms(found) if path.endswith("2021-22.yml"))
    assert_golden("editor.yml", config_yaml({**without_forms(found), "form of a year": milestone}))


def test_yaml_reads_back(settings: Settings) -> None:
    """The file that the editor reads holds the settings as they are, each form written once."""
    text = config_yaml(settings)
    assert yaml.safe_load(text) == settings
    assert text.count(fields_of(UpdateRecord)["reported_by"].description) == 1


def test_references_are_the_plans_own(quillbrook: Outcome, settings: Settings) -> None:
    """What an entry may refer to is chosen from what the plan has."""
    plan = context_of(quillbrook).plan
    milestone = next(form for path, form in forms(settings) if path.endswith("2025-26.yml"))
    action = by_name(by_name(milestone)["actions"]["fields"])
    update = by_name(action["updates"]["fields"])
    assert values(action["schools"]) == ["all", *(school.id for school in plan.schools)]
    assert values(update["reported_by"]) == list(plan.roles)
    assert values(update["moved_to"]) == [year.id for year in plan.years]


def by_name(form: Form) -> dict[str, Settings]:
    """Return the fields of a form by their names."""
    return {field["name"]: field for field in form}


def values(field: Settings) -> list[str]:
    """Return what may be chosen in a field."""
    return [option["value"] for option in field["options"]]


def test_figures_have_no_form(settings: Settings) -> None:
    """A measure's form says where its figures are added, since they stand in a table."""
    measure = next(form for path, form in forms(settings) if path.startswith("plan/measures/"))
    assert "observations.csv" in by_name(measure)["targets"]["comment"]


def test_public_settings_keep_secrets(quillbrook: Outcome) -> None:
    """The settings on a public site name nothing that is kept for trustees."""
    trustees, public = context_of(quillbrook), context_of(quillbrook, audience=Audience.PUBLIC)
    kept = {school.id for school in trustees.plan.schools} - {school.id for school in public.plan.schools}
    text = config_yaml(editor_settings(public, NO_EDITING))
    assert kept
    assert [name for name in kept if name in text] == []


BACKENDS = {
    "https://github.com/example-trust/plan": {"name": "github", "repo": "example-trust/plan", "branch": "main"},
    "https://gitlab.com/example/group/plan.git": {"name": "gitlab", "repo": "example/group/plan"},
    "https://gitlab.example.org/trust/plan": {
        "name": "gitlab",
        "api_root": "https://gitlab.example.org/api/v4",
        "base_url": "https://gitlab.example.org",
    },
    "https://github.example.org/trust/plan": {"name": "github", "api_root": "https://github.example.org/api/v3"},
}


@pytest.mark.parametrize("address", BACKENDS)
def test_backend(address: str, base: Outcome) -> None:
    """The editor reads and writes where the site's settings say that the plan is kept."""
    editing = Editing(repository=repository_of(address, "edit/main/trust/plan/"), in_browser=True)
    found = editor_settings(context_of(base), editing)
    assert {name: found["backend"][name] for name in BACKENDS[address]} == BACKENDS[address]
    assert all(path.startswith("trust/") for path, _ in forms(found))
    assert found["media_folder"] == "trust/plan/evidence"


def test_own_computer(base: Outcome) -> None:
    """Without a host, paths start at the top of the copy on this computer, and each plan has a name of its own."""
    found = editor_settings(context_of(base), Editing(in_browser=True, folder="trusts/a"))
    assert all(path.startswith("trusts/a/") for path, _ in forms(found))
    assert found["media_folder"] == "trusts/a/plan/evidence"
    assert re.fullmatch(r"this-computer/[a-z0-9-]+", found["backend"]["repo"])


def test_review(base: Outcome) -> None:
    """Changes are handed in for review where the settings ask for it, and there is a host to do so."""
    told = {"repo_url": "https://github.com/example-trust/plan", "edit_uri": "", "site_url": ""}
    reviewed = editing_of(Audience.TRUSTEES, **told, options={"edit_review": True})
    alone = editing_of(Audience.TRUSTEES, **{**told, "repo_url": ""}, options={"edit_review": True})
    context = context_of(base)
    assert editor_settings(context, reviewed)["publish_mode"] == "editorial_workflow"
    assert editor_settings(context, alone)["publish_mode"] == "simple"


@pytest.mark.parametrize(
    ("audience", "options", "expected"),
    [
        (Audience.TRUSTEES, {}, True),
        (Audience.PUBLIC, {}, False),
        (Audience.PUBLIC, {"edit_public": True}, True),
    ],
)
def test_who_has_the_editor(
    base: Outcome,
    audience: Audience,
    options: dict[str, Any],
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    """Trustees have the editor; the public only where the settings say so."""
    editing = editing_of(audience, repo_url="", edit_uri="", site_url="", options=options)
    files = list(render_editor(context_of(base, editing, audience), TEMPLATES, None))
    assert bool(files) is expected


def test_page_without_program(base: Outcome) -> None:
    """Without the program the page is there all the same, and says in plain words how to get it."""
    (page,) = render_editor(context_of(base, Editing(in_browser=True)), TEMPLATES, None)
    text = page.content.decode()
    assert page.path == "edit/index.html"
    assert "<code>npm ci</code>" in text
    assert "<script" not in text


def test_policy() -> None:
    """The page may ask the site itself and the trust's Git host, and nobody else."""
    github = repository_of("https://github.com/example-trust/plan")
    gitlab = repository_of("https://gitlab.example.org/trust/plan")
    assert "connect-src 'self' blob: data:;" in policy(None)
    assert "connect-src 'self' blob: data: https://api.github.com;" in policy(github)
    assert "connect-src 'self' blob: data: https://gitlab.example.org;" in policy(gitlab)


def test_program_looks_beside_itself(packages: Path) -> None:
    """What the program would fetch from hosts of packages stands beside it, under the names that it asks for."""
    files = {file.name: file.content for file in bundle_files(packages)}
    version = json.loads(files["cms/package.json"])["version"]
    program = files["sveltia-cms.js"].decode()
    assert "cdn.jsdelivr.net" not in program
    assert "unpkg.com/@sveltia/cms" not in program
    assert [words for words in WORDS_HERE if words in program] == []
    assert [words for words in WORDS_HERE.values() if words not in program] == []
    assert {"symbols.woff2", "js-yaml.js", "licences.txt", f"cms@{version}/locales/en-GB.json"} <= files.keys()


def test_other_program_is_refused() -> None:
    """A program that is not put together as expected is refused, rather than handed on as it is."""
    with pytest.raises(ProgramChanged):
        own_program("var a=1")


def test_packages_are_exact() -> None:
    """Each npm package is locked in one version with its fingerprint, wherever it is fetched from."""
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name.removeprefix("node_modules/"): package for name, package in lock.items() if name}
    assert {name: locked[name]["version"] for name in wanted} == wanted
    assert [name for name, package in locked.items() if "integrity" not in package or "resolved" in package] == []
