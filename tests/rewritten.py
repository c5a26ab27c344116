"""A plan with every text in it rewritten, and the pages compared as if it had not been."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.plan_files import file_text, read_files
from validate.fields import Field, fields_of
from validate.layout import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from validate.records.base import Record

FILE_NAMES = {("EvidenceRecord", "file")}
"""Plain strings that are not text."""


@dataclass(slots=True)
class Rewriter:
    """Gives each text of a plan another, by its number, and remembers which fields it met."""

    text_of: Callable[[int], str]
    given: list[str] = field(default_factory=list)
    met: set[tuple[str, str]] = field(default_factory=set)

    def rewrite(self, root: Path) -> None:
        """Rewrite every data file below a folder."""
        for path, data in read_files(root).items():
            kind = kind_of(path)
            if kind:
                (root / path).write_text(file_text(path, self._record(data, kind.record)), encoding="utf-8")

    def _record(self, data: dict[str, Any], record: type[Record]) -> dict[str, Any]:
        return {name: self._value(value, record, fields_of(record)[name]) for name, value in data.items()}

    def _value(self, value: Any, record: type[Record], about: Field) -> Any:
        if about.record and about.many:
            return [self._record(part, about.record) for part in value]
        if about.record:
            return self._record(value, about.record)
        if not is_text(record, about):
            return value
        self.met.add((record.__name__, about.name))
        return [self._text() for _ in value] if about.many else self._text()

    def _text(self) -> str:
        self.given.append(self.text_of(len(self.given)))
        return self.given[-1]


def is_text(record: type[Record], about: Field) -> bool:
    """Tell whether a field holds words that anybody may write."""
    is_free = about.value_type == "string" and not (about.choices or about.pattern or about.reference)
    return is_free and (record.__name__, about.name) not in FILE_NAMES


def text_fields() -> set[tuple[str, str]]:
    """Return every field that holds words, as the record's name and its own."""
    return {found for kind in KINDS for found in _text_fields(kind.record)}


def _text_fields(record: type[Record]) -> Iterator[tuple[str, str]]:
    for about in fields_of(record).values():
        if about.record:
            yield from _text_fields(about.record)
        elif is_text(record, about):
            yield record.__name__, about.name


@dataclass(frozen=True, slots=True)
class Swap:
    """Puts the texts of one plan in place of another's."""

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def between(cls, given: list[str], others: list[str]) -> Swap:
        """Swap the first plan's texts for the second's, as they were written and in small letters."""
        pairs = zip(given, others, strict=True)
        both = [both for one, other in pairs for both in ((one, other), (one.casefold(), other.casefold()))]
        return cls(tuple(both))

    def __call__(self, text: str) -> str:
        """Return a text with every swap made."""
        for one, other in self.pairs:
            text = text.replace(one, other)
        return text

    def in_markup(self, markup: str) -> str:
        """Return the words of a piece of HTML with its entities resolved and every swap made."""
        return self(html.unescape(markup))
