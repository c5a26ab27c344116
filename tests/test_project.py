"""The repository itself: its layout, its borders between modules, its packages and its commands."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest
from grimp import build_graph
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
CODE = ("validate", "hooks", "desk")
FOLDERS = ("plan", "schools", "hooks", "validate", "site_overrides", "tests")
FILES = ("mkdocs.yml", "pyproject.toml", "requirements.lock", "README.md", "CHANGELOG.md", "LICENSE", "Makefile")
LONGEST_MODULE = 350
ENDS = {"validate/days.py", "validate/cli.py", "desk/cli.py", "hooks/plan_site.py"}
"""The modules that may ask which day it is: the one that finds out, the two command lines and the site build."""

REGISTRY = re.compile(r"[p]ypi\.org|[p]ythonhosted\.org|[n]pmjs\.(?:org|com)|--(?:extra-)?index-url (?=\S)")
MACHINE_PATH = re.compile(r"(?<![\w.~})])/(?:work|tmp|root|home|Users)/")
EMAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
INVENTED = re.compile(r"(?:^|\.)example(?:\.(?:org|com|net|sch\.uk))?$")
CLOCK_OR_FOLDER = re.compile(r"\b(?:day_of_run|date\.today|datetime\.now|time\.time|getcwd|Path\.cwd)\(")


@cache
def project_texts() -> dict[str, str]:
    """Return every text file that belongs to the project, by its path from the root."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    texts = {}
    for name in sorted(filter(None, names)):
        file = ROOT / name
        data = file.read_bytes() if file.is_file() and not file.is_symlink() else b"\0"
        if b"\0" not in data:
            texts[name] = data.decode("utf-8", errors="replace")
    return texts


@cache
def modules() -> dict[str, ast.Module]:
    """Return every module of the project, parsed, by its path from the root."""
    own = {name: text for name, text in project_texts().items() if name.endswith(".py")}
    return {name: ast.parse(text) for name, text in own.items() if name.startswith((*CODE, "tests"))}


@cache
def settings() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def places(pattern: re.Pattern[str], names: list[str]) -> list[str]:
    """Return where the pattern occurs in these files, as file:line."""
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name in names
        for number, line in enumerate(project_texts()[name].splitlines(), 1)
        if pattern.search(line)
    ]


def make_targets() -> set[str]:
    """Return the commands that `make` knows."""
    return set(re.findall(r"^([a-z]+):", project_texts()["Makefile"], re.MULTILINE))


@pytest.mark.parametrize("name", [*FOLDERS, *FILES])
def test_top_level(name: str) -> None:
    """Each folder and file that the project is made of is there."""
    assert (ROOT / name).exists()


def test_readme_commands_exist() -> None:
    """Every make command that the README names can be run."""
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", project_texts()["README.md"], re.MULTILINE))
    assert {"serve", "test"} <= named <= make_targets()


def test_every_command_is_explained() -> None:
    """`make help` lists every command."""
    explained = set(re.findall(r"^([a-z]+):.*## \w", project_texts()["Makefile"], re.MULTILINE))
    assert explained == make_targets()


def test_no_registry_addresses() -> None:
    """No file names the address of a package registry."""
    assert places(REGISTRY, list(project_texts())) == []


def test_no_machine_paths() -> None:
    """No file names a folder of the machine it was written on."""
    assert places(MACHINE_PATH, list(project_texts())) == []


def test_no_personal_email() -> None:
    """Every e-mail address in the project is an invented one."""
    found = {(name, hit[0]) for name, text in project_texts().items() for hit in EMAIL.finditer(text)}
    assert {(name, address) for name, address in found if not INVENTED.search(address.split("@")[1])} == set()


def test_no_import_circles() -> None:
    """No module leads back to itself by imports, those for types alone among them.

    The contracts in pyproject.toml say what may import what besides.
    """
    graph = build_graph(*CODE, cache_dir=None)
    TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()


def test_clock_and_folder_are_arguments() -> None:
    """Only the ends of the product ask which day it is; everything else is given the day and the folder."""
    inner = [name for name in modules() if name.startswith(CODE) and name not in ENDS]
    assert places(CLOCK_OR_FOLDER, inner) == []


def test_modules_are_short() -> None:
    """No module has more lines than can be kept in mind."""
    lengths = {name: len(project_texts()[name].splitlines()) for name in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_modules_say_what_they_are() -> None:
    """Every module starts with a sentence about itself."""
    assert [name for name, tree in modules().items() if not (ast.get_docstring(tree) or "").strip()] == []


def test_tests_say_what_must_hold() -> None:
    """Every test says in a sentence what must hold."""
    nodes = [(name, node) for name, tree in modules().items() for node in ast.walk(tree)]
    tests = [(name, node) for name, node in nodes if isinstance(node, ast.FunctionDef) and node.name[:5] == "test_"]
    assert [f"{name}: {node.name}" for name, node in tests if not ast.get_docstring(node)] == []


def test_version_in_one_place() -> None:
    """The version stands in pyproject.toml and, once released, in the changelog; nowhere else."""
    version = re.compile(rf"(?<![\d.]){re.escape(settings()['project']['version'])}(?![\d.])")
    others = [name for name in project_texts() if name.endswith((".py", ".md", ".yml", ".toml", ".cfg", "Makefile"))]
    others = [name for name in others if name not in ("pyproject.toml", "CHANGELOG.md")]
    assert places(version, others) == []


def test_lock_fits() -> None:
    """Every package that pyproject.toml asks for is locked, in a version that it allows."""
    groups = settings()["dependency-groups"].values()
    wanted = [*settings()["project"]["dependencies"], *(entry for group in groups for entry in group)]
    locked = dict(re.findall(r"^([\w.-]+)==([\w.]+)", project_texts()["requirements.lock"], re.MULTILINE))
    for requirement in map(Requirement, wanted):
        version = locked[requirement.name.lower().replace("_", "-")]
        assert requirement.specifier.contains(version), f"{requirement} is locked at {version}"


def test_lock_is_exact() -> None:
    """Every line of the lock file is a version, a hash or a comment."""
    line = re.compile(r"#.*|[\w.-]+==[\w.]+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    others = [text for text in project_texts()["requirements.lock"].splitlines() if not line.fullmatch(text)]
    assert others == []
