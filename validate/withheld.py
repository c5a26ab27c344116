"""The texts that a plan's files keep from an audience, so that nothing made for it can be found to hold one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from validate.fields import fields_of
from validate.problems import Place
from validate.records.school import SchoolRecord
from validate.values import DAY, MONTH_DAY, WHEN, YEAR
from validate.wording import words_of
from validate.yaml_tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.fields import Field
    from validate.records.base import Record
    from validate.shape import Loaded

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
    """What an audience does not see: texts found nowhere in what it sees, and evidence files."""

    texts: tuple[Text, ...]
    files: frozenset[str]
    """Names of files in plan/evidence/ that only what is withheld refers to."""


NOTHING = Withheld(texts=(), files=frozenset())


def withheld(
    whole: Iterable[Loaded], seen: Iterable[Loaded], stories: dict[str, str], seen_stories: dict[str, str]
) -> Withheld:
    """Return what stands in the whole files and neither in those that are seen nor, by chance, in their texts."""
    shown = [text for loaded in seen for text in texts_of(loaded)]
    places = {text.place for text in shown}
    public = f" {' | '.join(' '.join(words_of(text.text)) for text in shown)} "
    hidden = [text for loaded in whole for text in texts_of(loaded) if text.place not in places]
    hidden += [line for path, text in stories.items() if path not in seen_stories for line in _lines(path, text)]
    telling = tuple(text for text in hidden if text.names_school or _is_telling(text.text, public))
    return Withheld(texts=telling, files=_evidence_files(hidden) - _evidence_files(shown))


def _evidence_files(texts: list[Text]) -> frozenset[str]:
    return frozenset(text.text for text in texts if text.field == "file")


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
    words = words_of(text)
    return sum(map(len, words)) >= FEWEST_LETTERS and f" {' '.join(words)} " not in public


def _lines(path: str, text: str) -> Iterator[Text]:
    for number, line in enumerate(text.split("\n"), start=1):
        yield Text(line, Place(path, number, 1), "story")
