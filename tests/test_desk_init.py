"""`trustplan init`: another trust's repository, made from a few answers, passes the check and builds its site."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desk.commands import init, schemas
from desk.init.files import editor_files
from desk.surroundings import DONE, REFUSED, CannotRun, Surroundings
from tests.golden_pages import assert_golden
from tests.site_build import ROOT, build_site, files_of
from validate.pipeline import load_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

ANSWERS = ROOT / "tests" / "cases" / "init"
SHAPES = ("three-years-of-priorities", "five-years-of-pillars")
TODAY = date(2026, 3, 2)
SHORT = (
    "trust: A\nopened: 2018-04-12\ntitle: Plan\nfirst_year: 2025-26\nyears: 1\npillars:\n  - title: B\nroles: [CEO]\n"
)

TYPED = """\
Northfield Schools Trust
?
12 April 2018
2018-04-12

Our priorities 2025 to 2028
2025-27
2025-26
many
99
3

priority
priorities
Every child a reader
All pupils read for pleasure
Teach phonics in one way
Libraries: open all day

A trust that lasts



Chief executive
Board of trustees

https://plan.example.org/
github.com/example/plan
https://github.com/example/plan
bitbucket

"""


def _run(folder: Path, *, answers: Path | None = None, ask: Callable[[str], str] | None = None) -> int:
    given = Surroundings(today=TODAY, environment={}, ask=ask)
    return init.run(Namespace(folder=folder, answers=answers), given)


def _typing(lines: Sequence[str]) -> Callable[[str], str]:
    """Return somebody at a terminal who types these lines and nothing after them."""
    left = iter(lines)

    def ask(question: str) -> str:
        typed = next(left, None)
        if typed is None:
            raise EOFError
        sys.stdout.write(f"{question}{typed}\n")
        return typed

    return ask


@pytest.mark.parametrize("shape", SHAPES)
def test_plan_passes_the_check(shape: str, tmp_path: Path) -> None:
    """A new repository holds what was answered, nothing made up, and passes the check without a word."""
    folder = tmp_path / "new" / "plan"
    assert _run(folder, answers=ANSWERS / f"{shape}.yml") == DONE
    assert load_plan(folder, today=TODAY).problems == ()
    texts = {name: text.decode() for name, text in files_of(folder).items()}
    assert [name for name, text in texts.items() if "[[" in text or "[%" in text] == []
    names = [name for name in sorted(texts) if not name.startswith(".vscode/")]
    parts = [f"=== {name}\n{texts[name] if name.endswith('.yml') and name[0] != '.' else ''}" for name in names]
    assert_golden(f"init/{shape}.txt", "".join(parts))


def test_site_is_built(tmp_path: Path) -> None:
    """The site of a new repository builds strictly, without schools, actions or a page about the trust."""
    folder = tmp_path / "trust"
    _run(folder, answers=ANSWERS / f"{SHAPES[1]}.yml")
    home = (build_site(tmp_path / "site", root=folder) / "index.html").read_text(encoding="utf-8")
    assert "Southmoor Trust" in home
    assert "about/" not in home


def test_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each question is put until its answer can be used, and the answers make the same files as a file of them."""
    folder = tmp_path / "asked"
    assert _run(folder, ask=_typing(TYPED.splitlines())) == DONE
    assert_golden("init/questions.txt", capsys.readouterr().out.replace(str(folder), "FOLDER"))
    _run(tmp_path / "read", answers=ANSWERS / f"{SHAPES[0]}.yml")
    assert files_of(folder) == files_of(tmp_path / "read")


@pytest.mark.parametrize("typed", [["Northfield", "q"], ["Northfield"], []])
def test_stopping_writes_nothing(typed: list[str], tmp_path: Path) -> None:
    """Whoever stops, or whose terminal is closed, leaves nothing behind."""
    with pytest.raises(CannotRun, match="nothing was written"):
        _run(tmp_path / "new", ask=_typing(typed))
    assert not (tmp_path / "new").exists()


def test_somebody_or_a_file_has_to_answer(tmp_path: Path) -> None:
    """Without a terminal and without a file the answer says what is missing."""
    with pytest.raises(CannotRun, match="--answers FILE"):
        _run(tmp_path / "new")


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    """A folder that holds anything, and a file, are left as they are."""
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").write_text("Dear all", encoding="utf-8")
    for name in ("used", "used/letter.txt"):
        with pytest.raises(CannotRun, match="Name a folder that is new or empty"):
            _run(tmp_path / name, answers=ANSWERS / f"{SHAPES[0]}.yml")
    assert files_of(tmp_path) == {"used/letter.txt": b"Dear all"}


def test_a_cloned_folder_is_filled(tmp_path: Path) -> None:
    """A folder that was cloned from an empty repository counts as empty."""
    (tmp_path / ".git").mkdir()
    assert _run(tmp_path, answers=ANSWERS / f"{SHAPES[0]}.yml") == DONE


WRONG = {
    "years: 1": ("years: 0", '"years" is "0"; it must be a number from 1 to 20'),
    "title: B": ("tilte: B", 'did you mean "title"'),
    "first_year: 2025-26": ("first_year: 2025-27", '"first_year" is "2025-27"'),
    "roles: [CEO]": ("roles: [CEO]\nhost: bitbucket", '"bitbucket" is not one of the allowed words'),
    "opened: 2018-04-12": ("opened: 2018-04-12\nopened: 2019-04-12", "opened"),
    "trust: A": ("trust: &a A", "answers.yml:1:8"),
    "pillars:\n  - title: B": ("pillars: []", '"pillars" is an empty list'),
    "title: Plan": ("title: Plan\ngoal_date: 2019-08-31", "2019"),
    "[CEO]": ("[Mrs Smith]", "personal-detail"),
    "- title: B": ("- title: <b>B</b>", "answers.yml:7:12"),
}


@pytest.mark.parametrize("right", WRONG)
def test_wrong_answers_are_refused(right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong with a file of answers is said with its line, and nothing is written."""
    wrong, said = WRONG[right]
    (tmp_path / "answers.yml").write_text(SHORT.replace(right, wrong, 1), encoding="utf-8")
    assert _run(tmp_path / "new", answers=tmp_path / "answers.yml") == REFUSED
    printed = capsys.readouterr().out
    assert said in printed
    assert "Nothing was written." in printed
    assert not (tmp_path / "new").exists()


def test_answers_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is absent, empty or no text ends in a sentence."""
    (tmp_path / "empty.yml").write_text("# later\n", encoding="utf-8")
    (tmp_path / "picture.yml").write_bytes(b"\xff\xd8\xff")
    for name, said in {"absent.yml": "cannot be read", "empty.yml": "holds nothing", "picture.yml": "UTF-8"}.items():
        with pytest.raises(CannotRun, match=said):
            _run(tmp_path / "new", answers=tmp_path / name)


def test_editor_files_name_every_kind(tmp_path: Path) -> None:
    """The editor's settings lead to schemas that are there, and a later version can write the schemas anew."""
    folder = tmp_path / "trust"
    (tmp_path / "answers.yml").write_text(SHORT, encoding="utf-8")
    _run(folder, answers=tmp_path / "answers.yml")
    files = dict(editor_files())
    assert files == {name: text.decode() for name, text in files_of(folder).items() if name in files}
    old = folder / ".vscode" / "schemas" / "plan.schema.json"
    old.write_text("{}", encoding="utf-8")
    schemas.run(Namespace(root=folder), Surroundings(today=TODAY, environment={}))
    assert old.read_text(encoding="utf-8") == files[".vscode/schemas/plan.schema.json"]
    with pytest.raises(CannotRun, match="holds no plan/"):
        schemas.run(Namespace(root=tmp_path), Surroundings(today=TODAY, environment={}))


def test_titles_in_any_script(tmp_path: Path) -> None:
    """A title that can be no name of a folder leaves its number alone, and roles of the same name have two ids."""
    text = SHORT.replace("title: B", "title: 学校").replace("[CEO]", "[Head, Head, 校長]")
    (tmp_path / "answers.yml").write_text(text, encoding="utf-8")
    assert _run(tmp_path / "new", answers=tmp_path / "answers.yml") == DONE
    plan = load_plan(tmp_path / "new").plan
    assert plan is not None
    assert list(plan.roles) == ["head", "head-2", "role"]
    assert (tmp_path / "new" / "plan" / "pillars" / "1" / "pillar.yml").exists()
