"""`trustplan init` at a terminal: each question is put until its answer can be used, and no answer is lost."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desk.surroundings import DONE, REFUSED, CannotRun
from tests.golden_pages import assert_golden
from tests.init_runs import ANSWERS, SHAPES, files_from, run_init
from tests.site_build import files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

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


def test_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each question is put until its answer can be used, and the answers make the same files as a file of them."""
    folder = tmp_path / "asked"
    assert run_init(folder, ask=_typing(TYPED.splitlines())) == DONE
    assert_golden("init/questions.txt", capsys.readouterr().out.replace(str(folder), "FOLDER"))
    run_init(tmp_path / "read", answers=ANSWERS / f"{SHAPES[0]}.yml")
    assert files_of(folder) == files_of(tmp_path / "read")


@pytest.mark.parametrize("typed", [["Northfield", "q"], ["Northfield"], []])
def test_stopping_writes_nothing(typed: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever stops, or whose terminal is closed, leaves nothing behind."""
    assert run_init(tmp_path / "new", ask=_typing(typed)) == REFUSED
    assert capsys.readouterr().out.endswith("\nNothing was written.\n")
    assert not (tmp_path / "new").exists()


def test_answers_are_shown_and_can_be_corrected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever does not agree in the end has every answer, as the file from which the same folder is made."""
    *answers, _ = TYPED.splitlines()
    assert run_init(tmp_path / "asked", ask=_typing([*answers, "no"])) == REFUSED
    assert not (tmp_path / "asked").exists()
    said = capsys.readouterr().out
    assert "save the lines above in a file such as answers.yml" in said
    shown = said.partition("These are your answers:\n\n")[2].partition("\nMake the folder from them?")[0]
    run_init(tmp_path / "read", answers=ANSWERS / f"{SHAPES[0]}.yml")
    assert files_from(shown, tmp_path) == {n: text.decode() for n, text in files_of(tmp_path / "read").items()}


def test_answers_that_the_check_refuses_are_not_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the plan would not pass the check, the answers stand above, and it is said what to do with them."""
    typed = [line.replace("Chief executive", "Mrs Smith") for line in TYPED.splitlines()]
    assert run_init(tmp_path / "new", ask=_typing(typed)) == REFUSED
    said = capsys.readouterr().out
    assert said.index("These are your answers:") < said.index("personal-detail") < said.index("save the lines above")
    assert not (tmp_path / "new").exists()


def test_somebody_or_a_file_has_to_answer(tmp_path: Path) -> None:
    """Without a terminal and without a file the answer says what is missing."""
    with pytest.raises(CannotRun, match="--answers FILE"):
        run_init(tmp_path / "new")
