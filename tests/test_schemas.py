"""The JSON Schemas for editors are current, wired, and right about real files."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from frictionless import Resource, Schema
from jsonschema import Draft7Validator

from tests.case_folders import BASE
from validate.fields import fields_of
from validate.layout import KINDS, FileKind, kind_of
from validate.schemas import FOLDER, file_name, json_schema, render_schema, write_schemas

if TYPE_CHECKING:
    from validate.records.base import Record

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "quillbrook"
IN_YAML = [kind for kind in KINDS if not kind.is_table]
TABLES = [kind for kind in KINDS if kind.is_table]
KIND_BY_NAME = {kind.name: kind for kind in IN_YAML}


class _Loader(yaml.CSafeLoader):
    """Reads YAML as editors do: days are text."""


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _data_files(root: Path) -> list[tuple[str, Path]]:
    files = [path for top in ("plan", "schools") for path in sorted((root / top).rglob("*.yml"))]
    return [(kind.name, path) for path in files if (kind := kind_of(path.relative_to(root).as_posix()))]


def _complaints(kind: FileKind, text: str) -> list[str]:
    data = yaml.load(text, Loader=_Loader)  # noqa: S506 - it is a safe loader
    return [error.message for error in Draft7Validator(json_schema(kind)).iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_committed_schema_is_current(kind: FileKind) -> None:
    """The file on disk is what the record classes give; if not, run `python -m validate.schemas`."""
    assert (FOLDER / file_name(kind)).read_text(encoding="utf-8") == render_schema(kind)


def test_no_other_schema_is_kept(tmp_path: Path) -> None:
    """The folder holds one schema for each kind of file and nothing else."""
    write_schemas(tmp_path)
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize("kind", IN_YAML, ids=lambda kind: kind.name)
def test_schema_is_sound(kind: FileKind) -> None:
    """Each schema is a valid one in its own dialect."""
    Draft7Validator.check_schema(json_schema(kind))


def test_example_has_every_kind() -> None:
    """The invented trust has a file of every kind."""
    assert {name for name, _ in _data_files(EXAMPLE)} == set(KIND_BY_NAME)


@pytest.mark.parametrize("root", [ROOT, BASE, EXAMPLE], ids=["the real plan", "the base of the cases", "the example"])
def test_sound_files_pass(root: Path) -> None:
    """An editor has nothing to say against a file that the check finds sound."""
    files = _data_files(root)
    complaints = {
        path.name: found for name, path in files if (found := _complaints(KIND_BY_NAME[name], path.read_text("utf-8")))
    }
    assert complaints == {}


def _table_complaints(kind: FileKind, path: Path) -> list[str]:
    schema = Schema.from_descriptor(json.loads((FOLDER / file_name(kind)).read_text(encoding="utf-8")))
    resource = Resource(path.name, basepath=str(path.parent), schema=schema)
    return [str(error.message) for task in resource.validate().tasks for error in task.errors]


@pytest.mark.parametrize("root", [ROOT, BASE], ids=["the real plan", "the base of the cases"])
@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.name)
def test_sound_tables_pass(kind: FileKind, root: Path) -> None:
    """Frictionless has nothing to say against a table that the check finds sound."""
    assert _table_complaints(kind, root / kind.pattern) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("final", "finl"),
        (",72,", ",n/a,"),
        ("2022-09-15", "15/09/2022"),
        (",61,", ",sixty,"),
        ("reading,", "Reading age,"),
        ("2021-22", "2021"),
        (",value,", ",amount,"),
    ],
)
def test_mistakes_in_tables_are_found(right: str, wrong: str, tmp_path: Path) -> None:
    """Frictionless finds wrong words, numbers, dates and names in a table, and a column that is needed and missing."""
    (kind,) = TABLES
    text = (BASE / kind.pattern).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / "table.csv").write_text(text.replace(right, wrong), encoding="utf-8")
    assert _table_complaints(kind, tmp_path / "table.csv") != []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("pillar", "id: 4\ntitle: 2020\naim: true"),
        ("school", "id: a\nname: B\nurn: 146844\nmembership: [{joined: 2019-04-01, sponsored: no}]"),
    ],
)
def test_plain_scalars_pass(kind: str, text: str) -> None:
    """Text that YAML takes for a number or a yes is as good in an editor as it is in the check."""
    assert _complaints(KIND_BY_NAME[kind], text) == []


@pytest.mark.parametrize(
    "text",
    [
        "focus: planed",
        "focus:",
        "focus: planned\nactoins: []",
        "focus: planned\nactions: [{id: A B, action: c}]",
        "focus: planned\nactions: [{id: a}]",
        "focus: planned\nactions: [{id: a, action: c, due: 31/08/2024}]",
        "focus: planned\nactions: [{id: a, action: c, updates: [{date: 2024-07-01, status: done, reported_by: ceo}]}]",
    ],
)
def test_mistakes_are_marked(text: str) -> None:
    """An editor marks misspelt names and words, empty values, missing fields and bad forms."""
    assert _complaints(KIND_BY_NAME["milestone"], text) != []


def _parts(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [part for entry in schema for part in _parts(entry)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(part for value in schema.values() for part in _parts(value))]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_described(kind: FileKind) -> None:
    """Every field has a title and a description that an editor can show."""
    schema = json_schema(kind)
    for group in (part for part in _parts(schema) if "properties" in part):
        assert group["additionalProperties"] is False
        for name, field in group["properties"].items():
            shared = schema["$defs"][field["$ref"].rsplit("/", 1)[-1]] if "$ref" in field else {}
            assert {"title", "description"} <= {*shared, *field}, name


@pytest.mark.parametrize("kind", IN_YAML, ids=lambda kind: kind.name)
def test_examples_are_right(kind: FileKind) -> None:
    """Every example that an editor shows is itself allowed."""
    schema = json_schema(kind)
    for part in _parts(schema):
        for example in part.get("examples", []) if isinstance(part.get("examples"), list) else []:
            assert Draft7Validator({**part, "$defs": schema.get("$defs", {})}).is_valid(example), (part, example)


def _records(record: type[Record]) -> set[type[Record]]:
    found = {record}
    for field in fields_of(record).values():
        if field.record:
            found |= _records(field.record)
    return found


def test_plain_fields_have_examples() -> None:
    """Every field that holds a plain value has an example."""
    without = [
        f"{record.__name__}.{field.name}"
        for kind in KINDS
        for record in _records(kind.record)
        for field in fields_of(record).values()
        if field.record is None and not field.example
    ]
    assert without == []


def test_editor_settings_find_every_file() -> None:
    """The settings for editors give each real file the schema of its kind, and no other."""
    wiring = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    examples = [file for trust in (ROOT / "examples").iterdir() for file in _data_files(trust)]
    for name, path in (*_data_files(ROOT), *examples):
        here = path.relative_to(ROOT).as_posix()
        schemas = [s for s, patterns in wiring.items() if any(fnmatchcase(here, pattern) for pattern in patterns)]
        assert schemas == [f"./validate/schemas/{file_name(KIND_BY_NAME[name])}"], here
