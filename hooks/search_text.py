"""What the search of the site reads of a page: its headings and its words, without the markup around them."""

from __future__ import annotations

import re

DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
WAYS = re.compile(r'<nav\b.*?</nav>|<ul class="edit-links".*?</ul>|<a class="edit-this".*?</a>', re.DOTALL)
"""Links that lead elsewhere, the same on every page: whoever looks for a word does not look for them."""
MARKUP = re.compile(r"</?(?!h[1-6]\b)[a-z][^<>]*>", re.IGNORECASE)
SPACE = re.compile(r"\s+")


def search_text(page: str) -> str:
    """Return a page's HTML with nothing but headings, each with its anchor, and words between them.

    The search of the theme reads a page tag by tag, which takes longer than making the page.
    """
    words = MARKUP.sub(" ", WAYS.sub(" ", DRAWING.sub(" ", page)))
    return SPACE.sub(" ", words)
