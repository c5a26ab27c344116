"""What a record class says of its fields, as plain data: the source of every other face of it.

Messages, table schemas, the field reference and forms are made from these descriptions, so that
a field is defined once, in its record class.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from annotated_types import MinLen
from pydantic import WithJsonSchema

from validate.records.base import Record, Shareable
from validate.records.notes import Deadline, Promised, Reference, Seen, Values
from validate.values.every import EveryOrList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic.fields import FieldInfo

    from validate.records.promises import What

AnyNote = TypeVar("AnyNote")

TYPE_NAMES = {str: "string", date: "date", int: "integer", Decimal: "number", bool: "boolean"}
"""Python types and their names in a Frictionless Table Schema."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field of a record."""

    name: str
    title: str
    description: str
    example: str
    value_type: str
    """A Table Schema type: string, date, integer, number or boolean; or `record`."""
    required: bool
    many: bool
    choices: tuple[str, ...] = ()
    pattern: str = ""
    reference: Reference | None = None
    record: type[Record] | None = None
    """The class of a nested record."""
    seen: Seen | None = None
    """How the field decides what is seen of its record."""
    values: Values | None = None
    """The table of a list of single values."""
    promised: What | None = None
    """What of a promise it says."""
    deadlines: tuple[Deadline, ...] = ()
    """What is due on the day that it holds, or so many months after another."""
    at_least_one: bool = False
    """Whether the list may not be empty."""
    or_every: bool = False
    """Whether one word may stand for every entry that the list could name."""
    default: Any = None
    """What it is where nothing is written."""


@cache
def fields_of(record: type[Record]) -> dict[str, Field]:
    """Return the record's fields by name, in the order of its class; what all shareable records share comes last."""
    names = sorted(record.model_fields, key=lambda name: name in Shareable.model_fields)
    return {name: _describe(name, record.model_fields[name]) for name in names}


@cache
def title_field(record: type[Record]) -> Field | None:
    """Return the field that says what readers call a record: the one that its table notes, or its name or title."""
    fields = fields_of(record)
    names = (record.table.called if record.table else "", "name", "title")
    return next((fields[name] for name in names if name in fields), None)


def _describe(name: str, info: FieldInfo) -> Field:
    many = get_origin(info.annotation) is list
    annotation = get_args(info.annotation)[0] if many else info.annotation
    base, notes = _unwrap(annotation)
    notes = [*notes, *info.metadata]
    pattern = next((_pattern(note) for note in notes if isinstance(note, WithJsonSchema)), "")
    choices: tuple[str, ...] = ()
    if get_origin(base) is Literal:
        choices = tuple(map(str, get_args(base)))
    elif isinstance(base, type) and issubclass(base, Enum):
        choices = tuple(str(member.value) for member in base)
    is_record = isinstance(base, type) and issubclass(base, Record)
    promised = _note(notes, Promised)
    return Field(
        name=name,
        title=info.title or name,
        description=info.description or "",
        example=_example(info),
        value_type="record" if is_record else TYPE_NAMES.get(base, "string"),
        required=info.is_required(),
        many=many,
        choices=choices,
        pattern=pattern,
        reference=_note(notes, Reference),
        record=base if is_record else None,
        seen=_note(notes, Seen),
        values=_note(notes, Values),
        promised=promised.what if promised else None,
        deadlines=tuple(note for note in notes if isinstance(note, Deadline)),
        at_least_one=any(isinstance(note, MinLen) for note in notes),
        or_every=EveryOrList in notes,
        default=None if info.is_required() else info.get_default(call_default_factory=True),
    )


def _note(notes: list[Any], kind: type[AnyNote]) -> AnyNote | None:
    return next((note for note in notes if isinstance(note, kind)), None)


def _unwrap(annotation: Any) -> tuple[Any, list[Any]]:
    """Return the bare type within Optional and Annotated, and the notes met on the way."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *notes = get_args(annotation)
        base, more = _unwrap(inner)
        return base, [*notes, *more]
    if origin in (Union, UnionType):
        inner = next(part for part in get_args(annotation) if part is not type(None))
        return _unwrap(inner)
    return annotation, []


def _pattern(note: WithJsonSchema) -> str:
    return str((note.json_schema or {}).get("pattern", ""))


def _example(info: FieldInfo) -> str:
    example = (info.examples or [""])[0]
    return f"[{', '.join(map(str, example))}]" if isinstance(example, list) else str(example)


def fields_at(record: type[Record], path: Sequence[str | int]) -> dict[str, Field]:
    """Return the fields that may stand in the group at this path of the record."""
    for step in path:
        if isinstance(step, str):
            nested = fields_of(record)[step].record
            if nested is None:
                return {}
            record = nested
    return fields_of(record)


def choices_at(record: type[Record], path: Sequence[str | int]) -> tuple[str, ...]:
    """Return the values allowed for the field at this path of the record."""
    *groups, name = [step for step in path if isinstance(step, str)]
    return fields_at(record, groups)[name].choices
