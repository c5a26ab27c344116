"""Adds a line to a table in CSV and leaves every other line as it is."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from desk.surroundings import CannotRun
from desk.writing.appending import BYTE_ORDER_MARK
from validate.fields import fields_of
from validate.reading.csv_rows import CsvError, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from validate.records.base import Record


def with_row(text: str, record: type[Record], row: Mapping[str, str]) -> str:
    """Return the table with one more line at its end; a table that is empty is begun with the names of its columns.

    Raises:
        CannotRun: if the table cannot be read, or has no column for a value.

    """
    end = "\r\n" if "\r\n" in text else "\n"
    columns = _columns(text.removeprefix(BYTE_ORDER_MARK))
    if not columns:
        columns = [name for name, about in fields_of(record).items() if about.required or name in row]
        text += _line(columns) + end
    homeless = [name for name in row if name not in columns]
    if homeless:
        raise CannotRun(
            f'The table has no column "{homeless[0]}". Add the column in the program that you use for tables, '
            "or leave the value out."
        )
    kept = text if text.endswith(("\n", "\r")) else text + end
    return kept + _line(row.get(name, "") for name in columns) + end


def _columns(text: str) -> list[str]:
    try:
        head = next(read_rows(re.sub("\r\n|\r", "\n", text), "observations.csv"), [])
    except CsvError as error:
        raise CannotRun(f"The table cannot be added to: {error.problem.message}.") from None
    return [cell.text for cell in head]


def _line(cells: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="").writerow(cells)
    return stream.getvalue()
