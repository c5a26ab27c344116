"""The wheel: everything below one name, beside packages that have taken the plain ones, builds the same sites."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from hatch_build import EDITOR, absent_from, renamed
from hooks.editor.bundle import bundle_files, find_packages
from tests.site_build import QUILLBROOK, ROOT, environment, files_of
from validate.pipeline import load_plan
from validate.reporters import render_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.site_build import Trust

TAKEN = ("validate", "hooks", "desk")
ANSWERS = ROOT / "tests" / "cases" / "init" / "three-years-of-priorities.yml"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel of this repository, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(*_pip("wheel"), "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel installed beside other packages with the names that ours have at home."""
    folder = tmp_path_factory.mktemp("installed")
    for name in TAKEN:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text('raise ImportError("this is another package")\n', encoding="utf-8")
    _run(*_pip("install"), "--target", folder, wheel)
    return folder


def _pip(command: str) -> tuple[str, ...]:
    return sys.executable, "-m", "pip", command, "-qq", "--no-index", "--no-deps", "--disable-pip-version-check"


def _run(*command: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _in(installed: Path) -> dict[str, str]:
    """Return the environment of somebody who has the wheel and not this repository."""
    return {**environment(), "PYTHONPATH": str(installed)}


def test_wheel_holds_what_it_needs(wheel: Path) -> None:
    """Every template, schema, style and reference page is in the wheel below its one name; tests and plans are not."""
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    folders = [ROOT / name for name in (*TAKEN, "site_overrides")]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"]
    wanted = {f"trustplan/{file.relative_to(ROOT).as_posix()}" for file in files if not file.name.startswith(".")}
    assert {name for name in names if "/node_modules/" not in name} == wanted | {"trustplan/__init__.py"}


def test_wheel_brings_the_editor_along(installed: Path) -> None:
    """Where npm has installed the editor's program, the wheel holds every file that the site takes from it."""
    here = find_packages(ROOT / "node_modules")
    there = find_packages(installed / "trustplan" / "node_modules")
    if here is None:
        assert there is None
    else:
        assert there is not None
        assert list(bundle_files(there)) == list(bundle_files(here))


def test_wheel_checks_and_builds_the_same(installed: Path, built: Callable[[Trust], Path], tmp_path: Path) -> None:
    """Beside packages of the same plain names, the wheel checks a plan and builds its site, the same to the byte."""
    root = tmp_path / "trust"
    for name in ("plan", "schools"):
        shutil.copytree(QUILLBROOK.root / name, root / name)
    shutil.copy(QUILLBROOK.root / "mkdocs.yml", root)
    said = _run(installed / "bin" / "trustplan", "check", "--format", "text", cwd=root, env=_in(installed))
    assert said == render_text(load_plan(QUILLBROOK.root))
    build = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site")
    _run(*build, cwd=root, env=_in(installed))
    ours, theirs = files_of(built(QUILLBROOK)), files_of(tmp_path / "site")
    assert set(ours) == set(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_wheel_starts_a_plan(installed: Path, tmp_path: Path) -> None:
    """With nothing but the wheel, another trust's repository is made, checked and built, for both its audiences."""
    trustplan, folder = installed / "bin" / "trustplan", tmp_path / "trust"
    _run(trustplan, "init", folder, "--answers", ANSWERS, env=_in(installed))
    assert "no problems" in _run(trustplan, "check", "--format", "text", cwd=folder, env=_in(installed))
    _run(sys.executable, "-m", "mkdocs", "build", "--strict", cwd=folder, env=_in(installed))
    assert "Northfield Schools Trust" in (folder / "site" / "index.html").read_text(encoding="utf-8")
    build = (sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "trustees.yml")
    _run(*build, cwd=folder, env=_in(installed))
    assert "For trustees only." in (folder / "site-trustees" / "index.html").read_text(encoding="utf-8")
    assert (folder / "site-trustees" / "edit" / "index.html").exists()


def test_wheel_without_the_editor_is_warned_of(tmp_path: Path) -> None:
    """What the editor needs and is not there is noticed when a wheel is built."""
    assert absent_from(tmp_path) == list(EDITOR)
    for name in EDITOR:
        (tmp_path / name).mkdir(parents=True)
    assert absent_from(tmp_path) == []


def test_imports_are_renamed() -> None:
    """Every form of import that the packages use begins with the one name in the wheel; nothing else changes."""
    assert renamed(
        "import validate\nfrom validate import cli as c\nif x:\n    from hooks.a import (\n        b,\n    )\n"
    ) == (
        "from trustplan import validate\n"
        "from trustplan.validate import cli as c\n"
        "if x:\n    from trustplan.hooks.a import (\n        b,\n    )\n"
    )
    assert renamed('import os, re\nfrom validates import x\nsay("import desk")\n') == (
        'import os, re\nfrom validates import x\nsay("import desk")\n'
    )


@pytest.mark.parametrize(
    "text", ["import validate.cli\n", "import os, desk\n", 'files("validate")\n', 'import_module("desk.cli")\n']
)
def test_what_cannot_be_renamed_stops_the_build(text: str) -> None:
    """A reference that would not be found in the wheel is refused, with its line."""
    with pytest.raises(ValueError, match="line 1: "):
        renamed(text)
