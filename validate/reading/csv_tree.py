"""CSV text to the tree that YAML gives: one list of groups, each value with the place of its cell.

The first line names the columns, which are the fields of the list's record. Empty cells are left out. What is
wrong with a column is said once, where it is named, and not again for every line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.nearest import did_you_mean, nearest
from validate.problems import Place, Problem
from validate.reading.csv_rows import CsvError, read_rows
from validate.reading.yaml_tree import Mapping, Node, Sequence
from validate.words import commas, count, one_or_many, quoted, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.fields import Field
    from validate.reading.csv_rows import Row
    from validate.records.base import Record

MOST_ODD_ROWS = 100
"""After so many rows with too many or too few cells, the rest of the file is not read."""

Fields = dict[str, "Field"]


def read_csv_tree(text: str, file: str, record: type[Record]) -> tuple[Node | None, list[Problem]]:
    """Return the tree of a table, or nothing where it cannot be read, and every problem met.

    The record holds nothing but a list, whose entries are the table's lines.
    """
    (table,) = fields_of(record).values()
    fields = fields_of(table.record) if table.record else {}
    problems: list[Problem] = []
    try:
        return _tree(read_rows(text, file), table.name, fields, problems), problems
    except CsvError as error:
        return None, [*problems, error.problem]


def _tree(rows: Iterator[Row], name: str, fields: Fields, problems: list[Problem]) -> Node | None:
    head = next(rows, None)
    if head is None:
        return None
    named = any(nearest(name, fields) for name in _names(head))
    problems += [*_repeated(head), *(_unknown(head, fields) if named else ()), *_missing(head, fields)]
    if problems and not _can_be_read(head, fields):
        return None
    keys = {cell.text: cell.place for cell in head if cell.text in fields}
    items: list[Node] = []
    odd = 0
    for row in rows:
        if len(row) == len(head):
            items.append(_group(row, head, keys))
            continue
        problems.append(_odd_row(row, head))
        odd += 1
        if odd == MOST_ODD_ROWS:
            return None
    return Mapping(Place(head[0].place.file), {name: Sequence(head[0].place, items)}, {name: head[0].place})


def _group(row: Row, head: Row, keys: dict[str, Place]) -> Mapping:
    named = zip(head, row, strict=True)
    return Mapping(row[0].place, {name.text: cell for name, cell in named if cell.text and name.text in keys}, keys)


def _names(head: Row) -> list[str]:
    return [name.text for name in head]


def _can_be_read(head: Row, fields: Fields) -> bool:
    """Tell whether every column that is needed is there, and none is there twice."""
    names = [name for name in _names(head) if name]
    needed = {name for name, about in fields.items() if about.required}
    return needed <= set(names) and len(names) == len(set(names))


def _repeated(head: Row) -> Iterator[Problem]:
    names = _names(head)
    for n, cell in enumerate(head):
        if cell.text and cell.text in names[:n]:
            yield Problem(
                code="duplicate-key",
                place=cell.place,
                message=f'the column "{short(cell.text)}" stands twice; it is also column {names.index(cell.text) + 1}',
                cure="Remove one of the two, or correct its name.",
            )


def _unknown(head: Row, fields: Fields) -> Iterator[Problem]:
    for cell in head:
        if cell.text in fields:
            continue
        named = f'"{short(cell.text)}" is not a column that may stand here' if cell.text else "a column has no name"
        yield Problem(
            code="unknown-field",
            place=cell.place,
            message=named + did_you_mean(cell.text, fields),
            allowed=commas(fields),
            cure="Write the right name, or remove the whole column.",
        )
        if not cell.text:
            return


def _missing(head: Row, fields: Fields) -> Iterator[Problem]:
    """Report the columns that are needed and not there, without those that a misspelt name was to be."""
    names = _names(head)
    meant = {nearest(name, fields) for name in names if name not in fields}
    missing = [name for name, about in fields.items() if about.required and name not in {*names, *meant}]
    if missing:
        yield Problem(
            code="missing-field",
            place=head[0].place,
            message=f"the first line lacks {one_or_many(len(missing), 'the column', 'these columns')}: "
            + commas(quoted(missing)),
            cure="The first line names the columns. Add what is missing, and fill it in on every line below.",
        )


def _odd_row(row: Row, head: Row) -> Problem:
    is_longer = len(row) > len(head)
    return Problem(
        code="csv-row",
        place=row[len(head)].place if is_longer else row[-1].place,
        message=f"this line has {count(len(row), 'cell')}, and the first line has {len(head)}",
        cure="Put quotation marks around a text that holds a comma."
        if is_longer
        else "Keep the comma of every empty cell, and the last cell of each line.",
    )
