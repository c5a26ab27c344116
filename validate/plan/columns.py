"""Columns of tables, made from the fields of record classes.

Nested records become columns with a prefix; lists of records become tables of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from validate.fields import Field, fields_of
from validate.records.base import Shareable

if TYPE_CHECKING:
    from validate.records.base import Record
    from validate.records.notes import Reference


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One column of a table, with the path of its value in the record."""

    name: str
    type: str
    title: str
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    reference: Reference | None = None
    path: tuple[str, ...] = ()
    is_key: bool = False
    """True for what no field of the record gives: an id, a place in order, or the id of what a row stands in."""


def key(
    name: str,
    description: str,
    reference: Reference | None = None,
    *,
    value_type: str = "string",
    required: bool = True,
    path: tuple[str, ...] = (),
) -> Column:
    """Return a column that no field gives: an id, or the id of what a row stands in."""
    title = name.replace("_", " ").capitalize()
    return Column(
        name=name,
        type=value_type,
        title=title,
        description=description,
        required=required,
        reference=reference,
        path=path,
        is_key=True,
    )


def choice(name: str, description: str, choices: tuple[str, ...], *, required: bool = True) -> Column:
    """Return a column that no field gives and that holds one of a few words."""
    return replace(key(name, description, required=required), choices=choices)


@cache
def record_columns(record: type[Record], leave_out: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Return a column for each plain field of the record and of the single records nested in it.

    Who may see a record is not among them: a table holds what the audience it is made for may see.
    """
    columns: list[Column] = []
    for about in fields_of(record).values():
        if about.name in leave_out or about.many or about.name in Shareable.model_fields:
            continue
        if about.record is None:
            columns.append(_column(about))
        else:
            columns.extend(_prefixed(about, column) for column in record_columns(about.record))
    return tuple(columns)


def value_column(name: str, about: Field) -> Column:
    """Return the column of a list of single values."""
    return Column(
        name=name,
        type=about.value_type,
        title=name.capitalize(),
        description=about.description,
        required=True,
        choices=about.choices,
        pattern=about.pattern,
        reference=about.reference,
    )


def file_columns(record: type[Record]) -> tuple[Column, ...]:
    """Return a column for each field of the lines of a file that is itself a table, who may see them among them."""
    return tuple(_column(about) for about in fields_of(record).values())


def _column(about: Field) -> Column:
    return Column(
        name=about.name,
        type=about.value_type,
        title=about.title,
        description=about.description,
        required=about.required,
        choices=about.choices,
        pattern=about.pattern,
        reference=about.reference,
        path=(about.name,),
    )


def _prefixed(about: Field, column: Column) -> Column:
    return Column(
        name=f"{about.name}_{column.name}",
        type=column.type,
        title=f"{about.title}: {column.title.lower()}",
        description=column.description,
        required=about.required and column.required,
        choices=column.choices,
        pattern=column.pattern,
        reference=column.reference,
        path=(about.name, *column.path),
    )
