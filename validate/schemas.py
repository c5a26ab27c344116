"""Schemas made from the record classes: JSON Schemas for editors, and Table Schemas for files that are tables.

`python -m validate.schemas` writes them to the folder of the same name beside this module.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from validate.layout import KINDS, FileKind
from validate.plan.schema import file_schema

FOLDER = Path(__file__).with_suffix("")
DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest dialect that the YAML language server of every editor knows in full."""


def file_name(kind: FileKind) -> str:
    """Return the name of the file that holds the schema of this kind."""
    return f"{kind.name}.table.json" if kind.is_table else f"{kind.name}.schema.json"


def json_schema(kind: FileKind) -> dict[str, Any]:
    """Return the JSON Schema for files of this kind, which editors use for YAML."""
    schema: dict[str, Any] = _tidy(kind.record.model_json_schema())
    return {"$schema": DIALECT, **schema}


def render_schema(kind: FileKind) -> str:
    """Return the schema as it is kept on disk."""
    schema = file_schema(kind) if kind.is_table else json_schema(kind)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path = FOLDER) -> None:
    """Write one schema for each kind of file."""
    for kind in KINDS:
        (folder / file_name(kind)).write_text(render_schema(kind), encoding="utf-8")


def _tidy(part: Any) -> Any:
    """Return part of a schema with empty values refused, as the check does, and examples of the right type."""
    if isinstance(part, list):
        return [_tidy(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    tidied = _without_null({name: _tidy(value) for name, value in part.items()})
    if isinstance(tidied.get("title"), str):
        tidied["title"] = tidied["title"].removesuffix("Record")
    if isinstance(tidied.get("examples"), list):
        examples = [_typed(example, tidied) for example in tidied.pop("examples")]
        return {**tidied, "examples": examples} if examples else tidied
    return tidied


def _without_null(part: dict[str, Any]) -> dict[str, Any]:
    """Return a part that may be null as one that is left out instead."""
    choices = [choice for choice in part.get("anyOf", []) if choice != {"type": "null"}]
    if len(choices) != 1:
        return part
    rest = {name: value for name, value in part.items() if name not in ("anyOf", "default")}
    return {**choices[0], **rest}


def _typed(example: Any, part: dict[str, Any]) -> Any:
    """Return an example as YAML would read it."""
    is_text = part.get("type") not in ("integer", "number") and True not in part.get("enum", [])
    return example if is_text else json.loads(example)


if __name__ == "__main__":
    write_schemas()
