"""Whatever a folder holds, the check answers with problems: no crash, no hang, nothing written."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.case_folders import BASE
from validate import reporters
from validate.catalogue import CODES
from validate.fields import fields_of
from validate.layout import KINDS
from validate.pipeline import Outcome, load_plan
from validate.reading.folder import read_folder
from validate.reading.shape import check_shape

if TYPE_CHECKING:
    from validate.problems import Problem

FILES = {
    path.relative_to(BASE).as_posix(): path.read_text("utf-8") for path in [*BASE.rglob("*.yml"), *BASE.rglob("*.csv")]
}
YEAR_FILE = "plan/pillars/1-learning/1.1-reading/2021-22.yml"
NAMES = sorted({name for kind in KINDS for name in fields_of(kind.record)} | {"updates", "date", "status", "fte"})

whole_check = settings(
    max_examples=20, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
"""The whole check takes a sixth of a second, most of it in Frictionless."""
one_file = settings(
    max_examples=400, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)

paths = st.sampled_from(sorted(FILES))
scalars = st.one_of(
    st.text(max_size=20),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.none(),
    st.sampled_from(
        ["2022-23", "2022-07-08", "0000-00-00", "9999-12-31", "02-30", "1.10", "on-track", "ceo", "\uff11\uff12"]
    ),
)
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES) | st.text(), inner, max_size=6),
    max_leaves=30,
)

pieces = st.text(max_size=3) | st.sampled_from([": ", "- ", '"', "'", "[", "{", "#", "&a", "*a", "\t", "!b ", "---"])


@st.composite
def mutations(draw: st.DrawFn, text: str) -> str:
    """Return a sound file after a few slips of the hand."""
    lines = text.splitlines()
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        line, column = lines[at], draw(st.integers(0, len(lines[at])))
        match draw(st.sampled_from(["drop", "double", "swap", "insert", "delete", "indent", "value"])):
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, line)
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], line
            case "insert":
                lines[at] = line[:column] + draw(pieces) + line[column:]
            case "delete":
                lines[at] = line[:column] + line[column + 1 :]
            case "indent":
                lines[at] = draw(st.sampled_from(["  ", " ", "\t"])) + line
            case "value":
                lines[at] = f"{line.split(':')[0]}: {draw(scalars)}"
    return "\n".join(lines)


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        digest.update(os.fsencode(path))
        digest.update(path.read_bytes() if path.is_file() else b"")
        digest.update(str(path.stat().st_mtime_ns).encode())
    return digest.hexdigest()


def _check(files: dict[str, bytes]) -> None:
    """Lay the files over the base, check the folder, and prove that the answer is sound."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        for name, data in files.items():
            (root / name).write_bytes(data)
        before = _digest(root)
        outcome = load_plan(root)
        assert _digest(root) == before
        for problem in outcome.problems:
            path = root / problem.place.file
            _assert_sound(problem, path.read_bytes().decode("utf-8", "replace") if path.is_file() else "")
        _assert_readable(outcome)


def _assert_sound(problem: Problem, text: str) -> None:
    """Prove that the problem has a known code, something to say, and a place that exists."""
    assert problem.code in CODES
    assert problem.message
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert 1 <= problem.place.line <= max(1, len(lines) - (lines[-1] == "")), problem
    assert 1 <= problem.place.column <= len(lines[problem.place.line - 1].lstrip("\ufeff")) + 1, problem


def _assert_readable(outcome: Outcome) -> None:
    """Prove that every report of the outcome can be written, and read by those it is for."""
    lines = reporters.render_text(outcome).encode("utf-8").decode("utf-8").splitlines()
    assert sum(not line.startswith("    ") for line in lines) == len(outcome.problems) + 1
    assert len(json.loads(reporters.render_json(outcome))["problems"]) == len(outcome.problems)
    assert len(reporters.render_github(outcome).encode("utf-8").splitlines()) == len(outcome.problems) + 1
    assert ET.fromstring(reporters.render_junit(outcome)).find("testsuite") is not None  # noqa: S314 - our own text
    assert reporters.render_step_summary(outcome).encode("utf-8")


@given(path=paths, data=st.binary(max_size=200))
@whole_check
def test_any_bytes(path: str, data: bytes) -> None:
    """Any bytes in the place of a data file are answered by problems."""
    _check({path: data})


@given(path=paths, text=st.text(max_size=200))
@whole_check
def test_any_text(path: str, text: str) -> None:
    """Any text in the place of a data file is answered by problems."""
    _check({path: text.encode("utf-8", "surrogatepass")})


@given(data=st.data(), path=paths)
@settings(whole_check, max_examples=40)
def test_slips(data: st.DataObject, path: str) -> None:
    """A sound file with a few slips is answered by problems, or is still sound."""
    _check({path: data.draw(mutations(FILES[path])).encode("utf-8", "surrogatepass")})


@given(path=paths, tree=trees)
@whole_check
def test_any_tree(path: str, tree: object) -> None:
    """Any tree of names, lists and values is answered by problems."""
    _check({path: yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "surrogatepass")})


@given(path=paths, tree=trees)
@one_file
def test_any_tree_alone(path: str, tree: object) -> None:
    """The shape of any tree is checked without a crash, and its problems have places."""
    _check_alone(path, yaml.safe_dump(tree, allow_unicode=True))


@given(data=st.data(), path=paths)
@one_file
def test_slips_alone(data: st.DataObject, path: str) -> None:
    """The shape of a file with a few slips is checked without a crash, and its problems have places."""
    _check_alone(path, data.draw(mutations(FILES[path])))


def _check_alone(path: str, text: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / path
        file.parent.mkdir(parents=True)
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        found = read_folder(Path(folder))
    for problem in [*found.problems, *(problem for file in found.files for problem in check_shape(file).problems)]:
        _assert_sound(problem, text if problem.place.file == path else "")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 500_000,
        "{a: " * 200_000,
        "- " * 400_000,
        '"' * 900_000,
        "*" * 900_000,
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "a: 1\n" * 190_000,
        f"focus: planned\nactions:\n  - id: a\n    action: {'<' * 900_000}\n",
        f"focus: planned\nactions:\n  - id: {'a-' * 400_000}!\n    action: b\n",
    ],
    ids=["brackets", "braces", "hyphens", "quotes", "stars", "aliases", "repeats", "angles", "long id"],
)
def test_hostile_files(text: str) -> None:
    """A file made to exhaust the reader is answered at once, in a page at most."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        (root / YEAR_FILE).write_text(text, encoding="utf-8")
        outcome = load_plan(root)
    assert outcome.errors
    assert len(reporters.render_text(outcome)) < 50_000


@pytest.mark.parametrize("name", ["a\nb.yml", "a\x1b[31mb.yml", os.fsdecode(b"caf\xe9.yml"), "a|b`c`<i>.yml", "-.yml"])
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    """A file with an odd name can be reported in every format, one line to a problem."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "schools" / name).write_text("- a\n", encoding="utf-8")
    outcome = load_plan(tmp_path)
    assert [problem.code for problem in outcome.problems] == ["wrong-type"]
    _assert_readable(outcome)


def test_odd_folders(tmp_path: Path) -> None:
    """A plan that is a file, and a folder that holds itself by a link, are problems."""
    (tmp_path / "plan").write_text("not a folder", encoding="utf-8")
    (tmp_path / "schools").mkdir()
    (tmp_path / "schools" / "again").symlink_to(tmp_path / "schools", target_is_directory=True)
    codes = {problem.code for problem in load_plan(tmp_path).problems}
    assert codes == {"cannot-read", "link-in-folder", "missing-plan"}


def test_special_file(tmp_path: Path) -> None:
    """A pipe in the place of a file is refused instead of waited for."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    os.mkfifo(tmp_path / "schools" / "elm-road-primary.yml")
    assert [problem.code for problem in load_plan(tmp_path).problems] == ["cannot-read"]
