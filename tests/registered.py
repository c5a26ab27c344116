"""Kinds of file and fields that only a test knows, declared for as long as it runs and nowhere else."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pydantic.fields import FieldInfo

from validate.layout import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.layout import FileKind
    from validate.records.base import Record

OURS = ("validate", "hooks", "desk")


@contextmanager
def registered(*kinds: FileKind) -> Iterator[None]:
    """Let these be kinds of file."""
    known = list(KINDS)
    KINDS.extend(kinds)
    _forget()
    try:
        yield
    finally:
        KINDS[:] = known
        _forget()


@contextmanager
def with_field(record: type[Record], name: str, annotation: Any, about: Any, *around: type[Record]) -> Iterator[None]:
    """Let a class of records have one more field; `around` are the classes in which it stands, from the inside out."""
    record.model_fields[name] = FieldInfo.from_annotated_attribute(annotation, about)
    _rebuild(record, *around)
    try:
        yield
    finally:
        del record.model_fields[name]
        _rebuild(record, *around)


def _rebuild(*records: type[Record]) -> None:
    for record in records:
        record.model_rebuild(force=True)
    _forget()


def _forget() -> None:
    """Let nothing stay that was worked out from other kinds or fields."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in OURS:
            for found in vars(module).values():
                if hasattr(found, "cache_clear"):
                    found.cache_clear()
