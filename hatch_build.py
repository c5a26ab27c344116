"""How a wheel is made: everything stands below the one name `trustplan`, so that no other package is in its way.

Names as plain as `validate` are good to read here, and taken elsewhere. The wheel holds copies whose imports begin
with `trustplan.`; an editable installation uses the files as they are.
"""

from __future__ import annotations

import ast
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOME = "trustplan"
PACKAGES = ("validate", "hooks", "desk")
ASSETS = ("site_overrides",)
EDITOR = (
    "@fontsource-variable/material-symbols-outlined/LICENSE",
    "@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2",
    "@sveltia/cms/LICENSE.txt",
    "@sveltia/cms/dist/sveltia-cms.js",
    "@sveltia/cms/locales",
    "@sveltia/cms/package.json",
    "js-yaml/LICENSE",
    "js-yaml/dist/browser/js-yaml.umd.min.js",
)
"""What the editor in the browser needs of the packages that npm installs; a wheel made without npm has no editor."""

NO_EDITOR = (
    "This wheel has no editor for the browser, because its packages are not in node_modules/. "
    "To build one that has it, run: make wheel"
)

NAMING = ("files", "import_module")
"""Functions that take a package by its name, which would not be found under it."""


class OneName(BuildHookInterface[Any]):
    """Gives the builder renamed copies of the packages, and entry points that lead to them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the copies before a wheel is built."""
        if version == "editable":
            return
        self.copies = TemporaryDirectory()
        home = Path(self.copies.name) / HOME
        write_copies(Path(self.root), home)
        if absent_from(home / "node_modules"):
            self.app.display_warning(NO_EDITOR)
        build_data["force_include"][str(home)] = HOME
        core = self.metadata.core
        for entries in (core.scripts, *core.entry_points.values()):
            entries.update({name: f"{HOME}.{target}" for name, target in entries.items()})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - the builder's own
        """Remove the copies."""
        if version != "editable":
            self.copies.cleanup()


def write_copies(root: Path, home: Path) -> None:
    """Write the packages and what they need into a folder, with every import of one another renamed."""
    for name in (*PACKAGES, *ASSETS):
        shutil.copytree(root / name, home / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    for name in EDITOR:
        _copy(root / "node_modules" / name, home / "node_modules" / name)
    (home / "__init__.py").write_text('"""A school trust\'s plan as checked files, and its public site."""\n', "utf-8")
    for name in PACKAGES:
        for file in sorted((home / name).rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            try:
                file.write_text(renamed(text), encoding="utf-8")
            except ValueError as error:
                raise ValueError(f"{file.relative_to(home)}: {error}") from None


def absent_from(packages: Path) -> list[str]:
    """Return what the editor needs and a folder of npm packages does not hold."""
    return [name for name in EDITOR if not (packages / name).exists()]


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def renamed(text: str) -> str:
    """Return a module whose imports of the packages begin with the one name."""
    lines = text.splitlines(keepends=True)
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.ImportFrom(module=str(module), level=0) if _is_ours(module):
                _replace(lines, node, f"from {module}", f"from {HOME}.{module}")
            case ast.Import(names=[ast.alias(name=name)]) if name in PACKAGES:
                _replace(lines, node, f"import {name}", f"from {HOME} import {name}")
            case ast.Import(names=names) if any(_is_ours(alias.name) for alias in names):
                raise ValueError(f'line {node.lineno}: write "from … import …", which can be renamed')
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(module)), *_]) if (
                name in NAMING and _is_ours(module)
            ):
                raise ValueError(f'line {node.lineno}: import "{module}" and give the module itself')
    return "".join(lines)


def _is_ours(module: str) -> bool:
    return module.split(".", maxsplit=1)[0] in PACKAGES


def _replace(lines: list[str], node: ast.stmt, old: str, new: str) -> None:
    line = lines[node.lineno - 1]
    before, rest = line[: node.col_offset], line[node.col_offset :]
    if not rest.startswith(old):
        raise ValueError(f"line {node.lineno}: an import that cannot be renamed")
    lines[node.lineno - 1] = before + new + rest.removeprefix(old)
