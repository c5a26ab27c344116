"""The parts of something new: a line of a table, and the id that is proposed."""

from __future__ import annotations

import pytest

from desk.new.ids import next_number, slug_of, unused
from desk.new.rows import with_row
from desk.surroundings import CannotRun
from validate.records.measures import ObservationRecord


@pytest.mark.parametrize(
    ("text", "row", "after"),
    [
        ("a,b\n1,2\n", {"a": "3"}, "a,b\n1,2\n3,\n"),
        ("a,b\r\n1,2\r\n", {"b": "3"}, "a,b\r\n1,2\r\n,3\r\n"),
        ("\ufeffb,a\n1,2", {"a": "x, y", "b": 'he said "no"'}, '\ufeffb,a\n1,2\n"he said ""no""","x, y"\n'),
        ("", {"measure": "x", "value": "1"}, "measure,year,value,status,published,source\nx,,1,,,\n"),
    ],
)
def test_row(text: str, row: dict[str, str], after: str) -> None:
    """A table gets one more line in the order of its columns; line ends and everything else stay as they were."""
    assert with_row(text, ObservationRecord, row) == after


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a,b\n", 'The table has no column "c". Add the column in the program that you use for tables, or leave the'),
        ("a;b\n", "The table cannot be added to: there are semicolons between the cells, and commas are expected."),
    ],
)
def test_table_that_cannot_be_added_to(text: str, complaint: str) -> None:
    """A table without the column, or that cannot be read, is refused in words."""
    with pytest.raises(CannotRun) as refused:
        with_row(text, ObservationRecord, {"c": "1"})
    assert str(refused.value).startswith(complaint)


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("One or two more schools join the trust", "one-two-more-schools-join-trust"),
        (
            "Pupils' work is shown in the hall, the library and the town's own gallery",
            "pupils-work-is-shown-hall-library-towns",
        ),
        ("Été à l'école", "ete-lecole"),
        ("12 & 13", "12-13"),
        ("…", ""),
        ("x" * 90, "x" * 40),
    ],
)
def test_proposed_ids(words: str, slug: str) -> None:
    """An id is proposed from the first words, in letters that every computer knows."""
    assert slug_of(words) == slug


def test_numbers_and_taken_ids() -> None:
    """An id that is taken gets a number; numbers in a row are counted on, and words are not."""
    assert unused("fair", ["fair", "fair-2"]) == "fair-3"
    assert unused("fair", []) == "fair"
    assert next_number(["1", "2", "10"]) == "11"
    assert next_number([]) == "1"
    assert next_number(["a", "b"]) == ""
