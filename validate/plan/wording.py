"""Texts as rows of words, so that the same words are found again whatever stands between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the text's words and numbers in small letters, without anything between them."""
    return WORD.findall(text.casefold())


def phrases(texts: Iterable[str]) -> str:
    """Return the words of many texts in one row, in which `stands_in` finds a text word for word."""
    return f" {' | '.join(' '.join(words_of(text)) for text in texts)} "


def stands_in(text: str, found: str) -> bool:
    """Tell whether a text stands in a row that `phrases` made."""
    return f" {' '.join(words_of(text))} " in found


class Finder:
    """Finds texts in other texts, word for word."""

    def __init__(self, texts: dict[str, str]) -> None:
        """Look for these texts, each given with a name."""
        self.by_first_word: dict[str, list[tuple[list[str], str]]] = {}
        for name, text in texts.items():
            words = words_of(text)
            if words:
                self.by_first_word.setdefault(words[0], []).append((words, name))

    def names_in(self, text: str) -> list[str]:
        """Return the names of the texts that stand in this one, in order of their first place."""
        words = words_of(text)
        found: dict[str, None] = {}
        for n, word in enumerate(words):
            for wanted, name in self.by_first_word.get(word, ()):
                if words[n : n + len(wanted)] == wanted:
                    found.setdefault(name)
        return list(found)
