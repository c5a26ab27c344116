"""The reference of what each file may hold: one page for each kind of file, made from the record classes."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import getdoc
from typing import TYPE_CHECKING

from hooks.page import Page
from validate.fields import fields_of
from validate.layout import KINDS, FileKind
from validate.records.base import Shareable
from validate.words import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hooks.context import SiteContext
    from validate.fields import Field
    from validate.records.base import Record

FIELDS_PAGE = "data/fields.md"

PLACES = {
    "plan": "plan/plan.yml",
    "growth": "plan/growth.yml",
    "support": "plan/support.yml",
    "joining": "plan/joining.yml",
    "services": "plan/services.yml",
    "governance": "plan/governance.yml",
    "deployments": "plan/deployments.yml",
    "amendments": "plan/amendments.yml",
    "approvals": "plan/approvals.yml",
    "measure": "plan/measures/MEASURE.yml",
    "observations": "plan/measures/observations.csv",
    "pillar": "plan/pillars/PILLAR/pillar.yml",
    "objective": "plan/pillars/PILLAR/OBJECTIVE/objective.yml",
    "milestone": "plan/pillars/PILLAR/OBJECTIVE/YEAR.yml",
    "school": "schools/SCHOOL.yml",
}
"""Where each kind of file stands; a word in capitals is a name of your own."""


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
    place = PLACES[kind.name]
    return KindView(
        name=kind.name,
        place=place,
        has_own_names=any(part.removesuffix(".yml").isupper() for part in place.split("/")),
        groups=tuple(_groups(kind.record, (kind.name,), f"{upper_first(kind.name)} file")),
    )


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
