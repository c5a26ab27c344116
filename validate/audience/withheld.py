"""The texts that a plan's files keep from an audience, so that nothing made for it can be found to hold one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from validate.audience.wording import phrases, stands_in, words_of
from validate.fields import fields_of
from validate.problems import Place
from validate.reading.yaml_tree import Mapping, Node, Scalar, Sequence
from validate.records.school import SchoolRecord
from validate.values.dates import DAY, MONTH_DAY, WHEN, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.fields import Field
    from validate.reading.shape import Loaded
    from validate.records.base import Record

FEWEST_LETTERS = 6
"""Shorter texts, such as a single short word, stand on pages by chance."""

NOT_TEXT = frozenset({DAY, WHEN, YEAR, MONTH_DAY})
"""Patterns of values that many things share, so that finding one proves nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it stands in a file, and the field that holds it."""

    text: str
    place: Place
    field: str
    names_school: bool = False
    """Whether it names a school, so that the public may not read it anywhere while the school's file is kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Withheld:
    """What an audience does not see."""

    texts: tuple[Text, ...]
    """What the public may not read anywhere; from trustees no text is kept."""
    files: frozenset[str]
    """Names of files in plan/evidence/ that only what is withheld refers to."""


NOTHING = Withheld(texts=(), files=frozenset())


def withheld_texts(
    whole: Iterable[Loaded], seen: Iterable[Loaded], stories: dict[str, str], seen_stories: dict[str, str]
) -> tuple[Text, ...]:
    """Return the texts that stand in the whole files and neither in those that are seen nor, by chance, in theirs."""
    shown = [text for loaded in seen for text in texts_of(loaded)]
    places = {text.place for text in shown}
    public = phrases(text.text for text in shown)
    hidden = [text for loaded in whole for text in texts_of(loaded) if text.place not in places]
    hidden += [line for path, text in stories.items() if path not in seen_stories for line in _lines(path, text)]
    return tuple(text for text in hidden if text.names_school or _is_telling(text.text, public))


def withheld_files(whole: Iterable[Loaded], seen: Iterable[Loaded]) -> frozenset[str]:
    """Return the names of evidence files to which the whole files refer, and nothing that is seen."""
    return _evidence_files(whole) - _evidence_files(seen)


def _evidence_files(files: Iterable[Loaded]) -> frozenset[str]:
    return frozenset(text.text for loaded in files for text in texts_of(loaded) if text.field == "file")


def texts_of(loaded: Loaded) -> Iterator[Text]:
    """Yield every text of a file that is somebody's own words or names: no numbers, dates, choices or references."""
    if loaded.record is None:
        return
    for text in _texts(loaded.file.tree, type(loaded.record)):
        is_own = isinstance(loaded.record, SchoolRecord) and text.place == loaded.place((text.field,))
        yield replace(text, names_school=True) if is_own and text.field in ("id", "name") else text


def _texts(node: Node, record: type[Record]) -> Iterator[Text]:
    if not isinstance(node, Mapping):
        return
    fields = fields_of(record)
    for name, value in node.values.items():
        if name not in fields:
            continue
        about = fields[name]
        for part in value.items if isinstance(value, Sequence) else [value]:
            if about.record is not None:
                yield from _texts(part, about.record)
            elif isinstance(part, Scalar) and _is_text(about):
                yield Text(part.text, part.place, name)


def _is_text(about: Field) -> bool:
    is_free = about.value_type == "string" and not about.choices and about.reference is None
    return is_free and about.pattern not in NOT_TEXT


def _is_telling(text: str, public: str) -> bool:
    return sum(map(len, words_of(text))) >= FEWEST_LETTERS and not stands_in(text, public)


def _lines(path: str, text: str) -> Iterator[Text]:
    for number, line in enumerate(text.split("\n"), start=1):
        yield Text(line, Place(path, number, 1), "story")
