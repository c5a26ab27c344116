"""The reference of what each file may hold: one page for each kind of file, made from the record classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from inspect import getdoc
from typing import TYPE_CHECKING

from hooks.page import Page
from validate.fields import fields_of
from validate.layout import KINDS, FileKind
from validate.records.base import Shareable
from validate.words import singular, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.fields import Field
    from validate.records.base import Record

FIELDS_PAGE = "data/fields.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupView:
    """Fields that stand together: those of a file, or of a group or an entry inside it."""

    anchor: str
    path: str
    """What the anchor of each of its fields begins with."""
    title: str
    about: str
    fields: tuple[Field, ...]
    is_shareable: bool
    """Whether the fields that all shareable records share may stand here as well."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KindView:
    """One kind of file."""

    name: str
    place: str
    has_own_names: bool
    """Whether a word in its place stands for a name of one's own."""
    groups: tuple[GroupView, ...]
    """The file's own fields first, then those of its groups."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldsView:
    """The list of kinds of file, and the fields that nearly every entry may have."""

    kinds: tuple[KindView, ...]
    shared: GroupView


def pages(_: SiteContext) -> Iterator[Page]:
    """Return the list of kinds of file, and the reference of each."""
    kinds = tuple(map(kind_view, KINDS))
    view = FieldsView(kinds=kinds, shared=shared_fields())
    trail = (("Data", "data/index.md"),)
    yield Page(path=FIELDS_PAGE, title="What each file may hold", template="pages/fields.md", view=view, trail=trail)
    for kind in kinds:
        yield Page(
            path=f"data/fields/{kind.name}.md",
            title=f"What the {kind.name} file may hold",
            template="pages/kind.md",
            view=kind,
            trail=(*trail, ("What each file may hold", FIELDS_PAGE)),
            is_reference=True,
        )


def kind_view(kind: FileKind) -> KindView:
    """Return the reference of one kind of file."""
    return KindView(
        name=kind.name,
        place=place_in_words(kind),
        has_own_names=not kind.is_single,
        groups=tuple(_groups(kind.record, (kind.name,), f"{upper_first(kind.name)} file")),
    )


def place_in_words(kind: FileKind) -> str:
    """Return where files of a kind stand, with a word in capitals for each name of one's own."""
    names = iter(_own_names(kind))
    return re.sub(r"(\[[^]]*\])?\*", lambda _: next(names), kind.pattern)


def _own_names(kind: FileKind) -> list[str]:
    """Return what stands for each star of a kind's pattern: the kinds that it belongs to, and its own name."""
    above = [name for other in KINDS if other.name == kind.within for name in _own_names(other)]
    named = kind.record.table.named if kind.record.table else None
    own = singular(named.table) if named else kind.name
    return [*above, own.upper()][: kind.pattern.count("*")]


def shared_fields() -> GroupView:
    """Return the fields that nearly every entry may have."""
    return GroupView(
        anchor="shared",
        path="shared",
        title="Who may see it",
        about="",
        fields=tuple(fields_of(Shareable).values()),
        is_shareable=False,
    )


def _groups(record: type[Record], path: tuple[str, ...], title: str) -> Iterator[GroupView]:
    """Yield the record's own fields, then those of every record inside it."""
    fields = [about for about in fields_of(record).values() if not _is_shared(record, about)]
    anchor = "-".join(path)
    yield GroupView(
        anchor=f"{anchor}-entry" if len(path) > 1 else anchor,
        path=anchor,
        title=title,
        about=(getdoc(record) or "").replace("\n", " "),
        fields=tuple(fields),
        is_shareable=issubclass(record, Shareable),
    )
    for field in fields:
        if field.record is not None:
            inner = f"{title} / {field.name}" if len(path) > 1 else field.name
            yield from _groups(field.record, (*path, field.name), inner)


def _is_shared(record: type[Record], about: Field) -> bool:
    """Tell whether the field is one that shareable records share, described once for all of them."""
    return issubclass(record, Shareable) and about == fields_of(Shareable).get(about.name)
