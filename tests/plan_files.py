"""The data files of a plan as nested dicts, lists and text, to be changed and written elsewhere."""

from __future__ import annotations

import csv
import io
import shutil
from typing import TYPE_CHECKING, Any

import yaml

from validate.layout import FOLDERS, kind_of

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, Any]
"""The data of each file by its path."""


def read_files(root: Path) -> Files:
    """Return every data file below a folder."""
    files: Files = {}
    for file in sorted(path for top in FOLDERS for path in (root / top).rglob("*")):
        path = file.relative_to(root).as_posix()
        if file.is_file() and kind_of(path):
            text = file.read_text(encoding="utf-8")
            files[path] = _csv(text) if path.endswith(".csv") else yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    return files


def _csv(text: str) -> dict[str, list[dict[str, str]]]:
    rows = csv.DictReader(io.StringIO(text))
    return {"observations": [{name: value for name, value in row.items() if value} for row in rows]}


def write_files(source: Path, files: Files, root: Path) -> None:
    """Copy a plan to another folder, with these data files in place of its own."""
    for top in FOLDERS:
        shutil.copytree(source / top, root / top, dirs_exist_ok=True)
    for path in read_files(source).keys() - files.keys():
        (root / path).unlink()
    for path, data in files.items():
        (root / path).write_text(file_text(path, data), encoding="utf-8")


def file_text(path: str, data: Any) -> str:
    """Return data as it stands in a file of this name."""
    return _csv_text(data) if path.endswith(".csv") else _yaml_text(data)


def _yaml_text(data: Any) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _csv_text(data: dict[str, list[dict[str, str]]]) -> str:
    text, rows = io.StringIO(), data["observations"]
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
