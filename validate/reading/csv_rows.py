"""CSV text to rows of cells that know where they stand: commas between them, quotation marks around what needs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from validate.problems import Place, Problem
from validate.reading.yaml_tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTED = re.compile(r'[ \t]*"([^"]*(?:""[^"]*)*)"[ \t]*(?=,|\n|\Z)')
PLAIN = re.compile(r"[^,\n]*")
OPENING = re.compile(r'[ \t]*"[^"]*(?:""[^"]*)*')
BLANK = " \t"

SEPARATORS = {";": "semicolons", "\t": "tabs"}
"""What some spreadsheets put between cells instead of commas."""

MOST_CELLS = 500
"""Cells that a line may have."""

Row = list[Scalar]


class CsvError(Exception):
    """The text cannot be read any further as CSV."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_rows(text: str, file: str) -> Iterator[Row]:
    """Yield every row that holds anything; raises CsvError where the text cannot be read on."""
    _check_separator(text, file)
    at, line, start = 0, 1, 0
    row: Row = []
    while True:
        place = Place(file, line, at - start + 1)
        cell, found = _cell(text, at, place)
        row.append(cell)
        if len(row) > MOST_CELLS:
            raise CsvError(_too_wide(place))
        if breaks := found.count("\n"):
            line, start = line + breaks, at + found.rindex("\n") + 1
        at += len(found)
        if text[at : at + 1] == ",":
            at += 1
            continue
        if any(cell.text for cell in row):
            yield row
        if at >= len(text):
            return
        row = []
        at, line, start = at + 1, line + 1, at + 1


def _cell(text: str, at: int, place: Place) -> tuple[Scalar, str]:
    """Return the cell that starts here, and all that belongs to it in the text."""
    if quoted := QUOTED.match(text, at):
        return _scalar(quoted[1].replace('""', '"'), quoted[0], place), quoted[0]
    plain = PLAIN.match(text, at)
    found = plain[0] if plain else ""
    if found.lstrip(BLANK).startswith('"'):
        raise CsvError(_bad_quotes(text, at, _scalar("", found, place).place))
    return _scalar(found.strip(BLANK), found, place), found


def _scalar(value: str, found: str, place: Place) -> Scalar:
    blanks = len(found) - len(found.lstrip(BLANK))
    return Scalar(value, place._replace(column=place.column + blanks))


def _check_separator(text: str, file: str) -> None:
    head = text.lstrip("\n").partition("\n")[0]
    line = len(text) - len(text.lstrip("\n")) + 1
    for mark, name in SEPARATORS.items():
        if mark in head and "," not in head:
            raise CsvError(
                Problem(
                    code="csv-syntax",
                    place=Place(file, line, head.index(mark) + 1),
                    message=f"there are {name} between the cells, and commas are expected",
                    cure='Save the table again as "CSV (comma delimited)", or choose the comma where the program asks.',
                )
            )


def _bad_quotes(text: str, at: int, place: Place) -> Problem:
    opening = OPENING.match(text, at)
    end = opening.end() if opening else at
    if end >= len(text):
        found = "the quotation mark that opens here is never closed"
    else:
        closes = place.line + text.count("\n", at, end)
        where = "" if closes == place.line else f" on line {closes}"
        found = f"the quotation mark that opens here is closed{where}, and more text follows before the next comma"
    return Problem(
        code="csv-syntax",
        place=place,
        message=found,
        cure="Put one quotation mark before and one after the whole text, and write two for each that is part of it.",
    )


def _too_wide(place: Place) -> Problem:
    return Problem(
        code="csv-syntax",
        place=place,
        message=f"this line has more than {MOST_CELLS} cells",
        cure="Remove the columns that hold nothing, or check that it is the right file.",
    )
