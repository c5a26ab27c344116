"""What templates do to values: words, and text that is safe in HTML and Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from hooks.views.field_words import column_words, field_words, pieces
from hooks.views.item_words import silence
from hooks.views.items import schools_tally, standing_status
from hooks.views.standing import group_status, status_counts, status_view, why_group
from validate.words import (
    count,
    day,
    fte,
    listed,
    name_in_words,
    number_word,
    pounds,
    schools_between,
    sentence,
    span,
    upper_first,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from validate.plan.entry import Entry

PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
WORD_BREAK = re.compile(r"\s*\n\s*")


def md(text: str) -> Markup:
    """Return text that Markdown shows as it is: every punctuation mark becomes a numeric entity."""
    return Markup(PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", str(text)))  # noqa: S704


def block(html: Markup) -> Markup:
    """Return HTML as one Markdown block: no blank line, no indent, so every Markdown reader keeps it whole."""
    return Markup(WORD_BREAK.sub("\n", html.strip()))  # noqa: S704


def front_matter(title: str) -> Markup:
    """Return the title quoted for a page's front matter."""
    quoted = str(title).replace("\\", "\\\\").replace('"', '\\"')
    return Markup(f'"{quoted}"')  # noqa: S704


def name(entry: Entry[Any] | None) -> str:
    """Return the name of what an entry refers to, such as a role; nothing where it refers to nothing."""
    return str(entry.record.name) if entry else ""


FILTERS: dict[str, Callable[..., object]] = {
    "day": day,
    "span": span,
    "count": count,
    "number_word": number_word,
    "fte": fte,
    "pounds": pounds,
    "listed": listed,
    "schools_between": schools_between,
    "name": name,
    "pieces": pieces,
    "silence": silence,
    "as_status": status_view,
    "standing_status": standing_status,
    "group_status": group_status,
    "status_counts": status_counts,
    "why_group": why_group,
    "schools_tally": schools_tally,
    "field_words": field_words,
    "column_words": column_words,
    "name_in_words": name_in_words,
    "md": md,
    "block": block,
    "sentence": sentence,
    "upper_first": upper_first,
    "front_matter": front_matter,
}
