"""The nearest match of a misspelt word."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


MOST = 2000
"""Words that are compared. More would take longer than the help is worth."""


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word most like this one, or nothing where none is close."""
    by_form = {entry.casefold().replace("_", "-").replace(" ", "-"): entry for entry in islice(allowed, MOST)}
    form = word.casefold().replace("_", "-").replace(" ", "-")[:100]
    close = get_close_matches(form, by_form, n=1, cutoff=0.6)
    return by_form[close[0]] if close else None


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return `; did you mean "…"?`, or nothing where no allowed word is close."""
    match = nearest(word, allowed)
    return f'; did you mean "{match}"?' if match else ""
