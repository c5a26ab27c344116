"""Tables in CSV are read like YAML: every value with its place, and what is wrong said once and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.case_folders import BASE
from validate.pipeline import load_plan
from validate.problems import Place, Problem
from validate.reading.csv_rows import MOST_CELLS
from validate.reading.csv_tree import MOST_ODD_ROWS, read_csv_tree
from validate.reading.folder import LARGEST_TABLE, read_folder
from validate.reading.yaml_tree import Mapping, Scalar, Sequence, plain
from validate.records.measures import ObservationsRecord

if TYPE_CHECKING:
    from pathlib import Path

FILE = "plan/measures/observations.csv"
HEAD = "measure,year,value,status,published,source,url\n"
ROW = "reading,2021-22,72,final,2022-09-15,Tests,\n"


def _read(text: str) -> tuple[list[Mapping], list[Problem]]:
    """Return the lines of a table, none where it could not be read, and the problems."""
    tree, problems = read_csv_tree(text, FILE, ObservationsRecord)
    if tree is None:
        return [], problems
    assert isinstance(tree, Mapping)
    lines = tree.values["observations"]
    assert isinstance(lines, Sequence)
    return [line for line in lines.items if isinstance(line, Mapping)], problems


def _said(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


def test_cells_have_their_places() -> None:
    """Every cell stands at its first character, its name in the first line, and empty cells are left out."""
    [line], problems = _read(HEAD + "reading,2021-22, 72 ,final,2022-09-15,Tests,\n")
    assert problems == []
    assert line.place == Place(FILE, 2, 1)
    assert line.values["year"] == Scalar("2021-22", Place(FILE, 2, 9))
    assert line.values["value"] == Scalar("72", Place(FILE, 2, 18))
    assert line.keys["value"] == Place(FILE, 1, 14)
    assert "url" not in line.values


def test_quoted_cells() -> None:
    """Quotation marks keep commas, line ends and doubled marks inside a cell, and lines after it are counted right."""
    quoted = 'reading,2021-22,72,final,2022-09-15, "Tests, ""new""\nand old" ,\n'
    lines, problems = _read(HEAD + quoted + ROW)
    assert problems == []
    assert lines[0].values["source"] == Scalar('Tests, "new"\nand old', Place(FILE, 2, 38))
    assert lines[1].place == Place(FILE, 4, 1)


@pytest.mark.parametrize("text", [HEAD + ROW, f"\n\n{HEAD}\n,,,,,,\n{ROW}\n \n", HEAD + ROW.rstrip("\n")])
def test_blank_lines_are_passed_over(text: str) -> None:
    """Blank lines, lines of nothing but commas, and a missing last line end change nothing."""
    [line], problems = _read(text)
    assert problems == []
    assert plain(line)["source"] == "Tests"


def test_file_of_a_spreadsheet(tmp_path: Path) -> None:
    """A byte order mark and the line ends of Windows are understood, and tabs are no problem."""
    (tmp_path / "plan" / "measures").mkdir(parents=True)
    text = "\ufeff" + (HEAD + "\treading,2021-22,72,final,2022-09-15,Tests,\n").replace("\n", "\r\n")
    (tmp_path / FILE).write_bytes(text.encode())
    found = read_folder(tmp_path)
    assert [problem.code for problem in found.problems] == ["missing-plan"]
    assert plain(found.files[0].tree)["observations"][0]["measure"] == "reading"


def test_first_line_alone() -> None:
    """A table with no line but the first is sound and holds nothing."""
    assert _read(HEAD) == ([], [])


@pytest.mark.parametrize("text", ["", "\n\n", " ,,\n"])
def test_nothing_at_all(text: str) -> None:
    """A table without anything has no tree and no problem of its own."""
    assert read_csv_tree(text, FILE, ObservationsRecord) == (None, [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace("value", "vlaue") + ROW * 3, [("unknown-field", 1, 14)]),
        (HEAD.replace("url", "year") + ROW * 3, [("duplicate-key", 1, 44)]),
        (HEAD.replace("value,", "") + ROW * 3, [("missing-field", 1, 1)]),
        (HEAD.replace("measure,year", "year,Value") + ROW, [("unknown-field", 1, 6), ("missing-field", 1, 1)]),
        (ROW * 3, [("missing-field", 1, 1)]),
        (HEAD.replace(",", ";") + ROW, [("csv-syntax", 1, 8)]),
        (HEAD.replace(",", "\t") + ROW, [("csv-syntax", 1, 8)]),
        (HEAD + ROW.replace("Tests", '"Tests') * 2, [("csv-syntax", 2, 37)]),
        (HEAD + ROW + ROW.replace("Tests", '"Te"sts'), [("csv-syntax", 3, 37)]),
        (HEAD + "," * MOST_CELLS, [("csv-syntax", 2, MOST_CELLS + 1)]),
    ],
)
def test_table_that_cannot_be_read(text: str, said: list[tuple[str, int, int]]) -> None:
    """What is wrong with a column, a separator or a quotation mark is said once, where it stands."""
    lines, problems = _read(text)
    assert lines == []
    assert _said(problems) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace("url", "note") + ROW * 3, [("unknown-field", 1, 44)]),
        (HEAD.replace("url", "") + ROW * 3, [("unknown-field", 1, 44)]),
        (HEAD + ROW + "reading,2021-22\n" + ROW * 2, [("csv-row", 3, 9)]),
        (HEAD + ROW + ROW.replace(",\n", ",x,y\n") + ROW * 2, [("csv-row", 3, 45)]),
    ],
)
def test_other_lines_are_kept(text: str, said: list[tuple[str, int, int]]) -> None:
    """A column too many, or a line with too many or too few cells, is said once, and the other lines are read."""
    lines, problems = _read(text)
    assert len(lines) == 3
    assert _said(problems) == said
    assert {line.values["source"].text for line in lines if isinstance(line.values["source"], Scalar)} == {"Tests"}


def test_hopeless_table_is_given_up() -> None:
    """After many lines with too few cells the rest is not read."""
    lines, problems = _read(HEAD + "reading\n" * (MOST_ODD_ROWS + 5))
    assert lines == []
    assert len(problems) == MOST_ODD_ROWS


def test_references_stand_on_their_lines(tmp_path: Path) -> None:
    """A measure, a term and a school that do not exist are each reported in their own cells, and so is a wrong word."""
    for path in BASE.rglob("*"):
        if path.is_file():
            (tmp_path / path.relative_to(BASE)).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path.relative_to(BASE)).write_bytes(path.read_bytes())
    head = "measure,year,term,school,value,status,published,source\n"
    lines = [
        "raeding,2021-22,,,72,final,2022-09-15,Tests",
        "attendance,2021-22,autumm,,93.8,final,2022-10-20,Registers",
        "attendance,2021-22,,oak-lane,93.8,fnal,2022-10-20,Registers",
        "attendance,2021-22,,oak-lane,93.8,final,,Registers",
    ]
    (tmp_path / FILE).write_text(head + "\n".join(lines), encoding="utf-8")
    assert _said(list(load_plan(tmp_path).problems)) == [
        ("unknown-measure", 2, 1),
        ("unknown-term", 3, 20),
        ("not-a-choice", 4, 35),
        ("missing-field", 5, 1),
    ]


def test_large_tables(tmp_path: Path) -> None:
    """A table may be larger than other files, up to a limit."""
    (tmp_path / "plan" / "measures").mkdir(parents=True)
    for size, code in ((LARGEST_TABLE, "missing-plan"), (LARGEST_TABLE + 1, "too-large")):
        (tmp_path / FILE).write_bytes((HEAD + ROW).encode().ljust(size, b"\n"))
        assert code in {problem.code for problem in read_folder(tmp_path).problems}


@given(
    head=st.sampled_from(["", HEAD]),
    text=st.text(alphabet=st.sampled_from('ab,"\n \t;é72-') | st.characters(exclude_characters="\r"), max_size=60),
)
@settings(max_examples=300, deadline=None, database=None, derandomize=True)
def test_any_text(head: str, text: str) -> None:
    """Any text is answered by problems whose places exist, or by a tree."""
    whole = head + text
    tree, problems = read_csv_tree(whole, FILE, ObservationsRecord)
    assert tree is not None or problems or not whole.replace(",", "").replace('"', "").strip()
    lines = whole.split("\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
