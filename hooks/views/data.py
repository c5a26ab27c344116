"""The data page, which lists every download, and the reference of what each file and table may hold."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import getdoc
from typing import TYPE_CHECKING

from hooks.downloads import FOLDER, PACKAGE_FILE, PLAN_FILE, data_tables
from hooks.page import Page
from hooks.views.field_words import column_words, field_words, pieces
from validate.fields import fields_of
from validate.layout import KINDS, FileKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from hooks.data_table import DataTable
    from validate.columns import Column
    from validate.fields import Field
    from validate.records.base import Record

DATA_PAGE = "data/index.md"
FIELDS_PAGE = "data/fields.md"

PLACES = {
    "plan": "plan/plan.yml",
    "growth": "plan/growth.yml",
    "pillar": "plan/pillars/PILLAR/pillar.yml",
    "objective": "plan/pillars/PILLAR/OBJECTIVE/objective.yml",
    "milestone": "plan/pillars/PILLAR/OBJECTIVE/YEAR.yml",
    "school": "schools/SCHOOL.yml",
}
"""Where each kind of file stands; a word in capitals is a name of your own."""

Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnView:
    """One column of a table."""

    anchor: str
    name: str
    title: str
    description: Pieces
    holds: str
    choices: tuple[str, ...]
    required: bool
    refers_to: str
    """The table whose rows it names; empty where it names none that is published."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TableView:
    """One table of the download."""

    name: str
    description: str
    href: str
    rows: int
    is_derived: bool
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DataView:
    """The data page."""

    written: tuple[TableView, ...]
    derived: tuple[TableView, ...]
    empty: tuple[str, ...]
    """Names of tables that have no rows, and so no file."""
    package: str
    plan: str
    published: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldView:
    """One field of a file."""

    anchor: str
    name: str
    title: str
    description: Pieces
    holds: str
    choices: tuple[str, ...]
    required: bool
    example: str
    entry: str
    """The anchor of the group of fields that it holds; empty where it holds none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    """Fields that stand together: those of a file, or of a group or an entry inside it."""

    anchor: str
    title: str
    about: Pieces
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class KindView:
    """One kind of file."""

    name: str
    place: str
    groups: tuple[GroupView, ...]
    """The file's own fields first, then those of its groups."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldsView:
    """The reference."""

    kinds: tuple[KindView, ...]
    tables: tuple[TableView, ...]


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the data page and the reference."""
    tables = _tables(context)
    yield Page(path=DATA_PAGE, title="Data", template="pages/data.md", view=data_view(context, tables))
    yield Page(
        path=FIELDS_PAGE,
        title="What each file may hold",
        template="pages/fields.md",
        view=FieldsView(kinds=tuple(map(kind_view, KINDS)), tables=tables),
        trail=(("Data", DATA_PAGE),),
    )


def data_view(context: SiteContext, tables: tuple[TableView, ...]) -> DataView:
    """Return the view of the data page."""
    return DataView(
        written=tuple(table for table in tables if not table.is_derived),
        derived=tuple(table for table in tables if table.is_derived),
        empty=tuple(name for name, table in context.tables.items() if not table.rows),
        package=PACKAGE_FILE,
        plan=PLAN_FILE,
        published=context.plan.published_title or "",
    )


def kind_view(kind: FileKind) -> KindView:
    """Return the reference of one kind of file."""
    return KindView(
        name=kind.name,
        place=PLACES[kind.name],
        groups=tuple(_groups(kind.record, (kind.name,), f"{kind.name.capitalize()} file")),
    )


def _groups(record: type[Record], path: tuple[str, ...], title: str) -> Iterator[GroupView]:
    """Yield the record's own fields, then those of every record inside it."""
    fields = fields_of(record).values()
    anchor = "-".join(path) + ("-entry" if len(path) > 1 else "")
    about = pieces((getdoc(record) or "").replace("\n", " "))
    yield GroupView(anchor=anchor, title=title, about=about, fields=tuple(_field(field, path) for field in fields))
    for field in fields:
        if field.record is not None:
            inner = f"{title} / {field.name}" if len(path) > 1 else field.name
            yield from _groups(field.record, (*path, field.name), inner)


def _field(about: Field, path: tuple[str, ...]) -> FieldView:
    anchor = "-".join((*path, about.name))
    return FieldView(
        anchor=anchor,
        name=about.name,
        title=about.title,
        description=pieces(about.description),
        holds=field_words(about),
        choices=about.choices,
        required=about.required,
        example=about.example,
        entry=f"{anchor}-entry" if about.record is not None else "",
    )


def _tables(context: SiteContext) -> tuple[TableView, ...]:
    tables = data_tables(context)
    present = {table.name for table in tables}
    return tuple(_table(table, present) for table in tables)


def _table(table: DataTable, present: set[str]) -> TableView:
    return TableView(
        name=table.name,
        description=table.spec.description,
        href=f"{FOLDER}/{table.file_name}",
        rows=len(table.rows),
        is_derived=table.is_derived,
        columns=tuple(_column(column, table.name, present) for column in table.spec.columns),
    )


def _column(column: Column, table: str, present: set[str]) -> ColumnView:
    refers_to = column.reference.table if column.reference and column.reference.table in present else ""
    return ColumnView(
        anchor=f"table-{table}-{column.name}",
        name=column.name,
        title=column.title,
        description=pieces(column.description),
        holds=column_words(column),
        choices=column.choices,
        required=column.required,
        refers_to=refers_to,
    )
