"""The texts that a plan's files keep from an audience, so that nothing made for it can be found to hold one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from validate.plan.wording import phrases, stands_in, words_of
from validate.problems import Place
from validate.records.base import Record
from validate.records.report import EvidenceRecord
from validate.records.school import SchoolRecord
from validate.values.dates import DAY, MONTH_DAY, WHEN, YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from validate.fields import Field
    from validate.plan.entry import Entry, Tree

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


def withheld_texts(whole: Tree, seen: Tree) -> tuple[Text, ...]:
    """Return the texts that stand in the whole plan and neither in what is seen of it nor, by chance, in its texts."""
    shown = list(texts_in(seen))
    places = {text.place for text in shown}
    public = phrases(text.text for text in shown)
    hidden = [text for text in texts_in(whole) if text.place not in places]
    hidden += [line for path, text in whole.stories.items() if path not in seen.stories for line in _lines(path, text)]
    return tuple(text for text in hidden if text.names_school or _is_telling(text.text, public))


def withheld_files(whole: Tree, seen: Tree) -> frozenset[str]:
    """Return the names of evidence files to which the whole plan refers, and nothing that is seen of it."""
    return evidence_files(whole) - evidence_files(seen)


def evidence_files(tree: Tree) -> frozenset[str]:
    """Return the names of the files in plan/evidence/ to which a plan refers."""
    return frozenset(proof.record.file for proof in tree.every(EvidenceRecord) if proof.record.file)


def texts_in(tree: Tree) -> Iterator[Text]:
    """Yield every text of a plan that is somebody's own words or names: no numbers, dates, choices or references."""
    for entry in tree.every(Record):
        for name, about in entry.fields.items():
            if name in entry.record.model_fields_set and _is_text(about):
                yield from _texts(entry, name, about)


def _texts(entry: Entry[Any], name: str, about: Field) -> Iterator[Text]:
    value = getattr(entry.record, name)
    if about.many:
        for n, text in enumerate(value):
            yield Text(text, entry.place(*entry.value_path(name, n)), name)
    elif value is not None:
        names_school = isinstance(entry.record, SchoolRecord) and name in ("id", "name")
        yield Text(str(value), entry.place(name), name, names_school)


def _is_text(about: Field) -> bool:
    is_free = about.value_type == "string" and not about.choices and about.reference is None
    return is_free and about.pattern not in NOT_TEXT


def _is_telling(text: str, public: str) -> bool:
    return sum(map(len, words_of(text))) >= FEWEST_LETTERS and not stands_in(text, public)


def _lines(path: str, text: str) -> Iterator[Text]:
    for number, line in enumerate(text.split("\n"), start=1):
        yield Text(line, Place(path, number, 1), "story")
