"""Every proof in a plan's files, whatever it proves."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.records.report import EvidenceRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.plan.pillars import Evidence
    from validate.reading.shape import Loaded
    from validate.reading.yaml_tree import Path
    from validate.records.base import Record


def evidence_in(loaded: Loaded) -> Iterator[Evidence]:
    """Yield every proof of a file, with its place."""
    if loaded.record is not None:
        yield from _evidence(loaded, (), loaded.record)


def _evidence(loaded: Loaded, path: Path, record: Record) -> Iterator[Evidence]:
    for name in _fields_with_evidence(type(record)):
        value = getattr(record, name)
        if name == "evidence":
            yield from evidence_model(loaded, path, value)
        elif isinstance(value, list):
            for n, part in enumerate(value):
                yield from _evidence(loaded, (*path, name, n), part)
        elif value is not None:
            yield from _evidence(loaded, (*path, name), value)


@cache
def _fields_with_evidence(record: type[Record]) -> tuple[str, ...]:
    """Return the fields that hold proofs, or records in which there can be some."""
    nested = {name: about.record for name, about in fields_of(record).items() if about.record}
    return tuple(name for name, inner in nested.items() if inner is EvidenceRecord or _fields_with_evidence(inner))
