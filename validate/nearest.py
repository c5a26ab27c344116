"""The nearest match of a misspelt word."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word most like this one, or nothing where none is close."""
    by_form = {entry.casefold().replace("_", "-").replace(" ", "-"): entry for entry in allowed}
    form = word.casefold().replace("_", "-").replace(" ", "-")[:100]
    close = get_close_matches(form, by_form, n=1, cutoff=0.6)
    return by_form[close[0]] if close else None


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return `; did you mean "…"?`, or nothing where no allowed word is close."""
    match = nearest(word, allowed)
    return f'; did you mean "{match}"?' if match else ""
