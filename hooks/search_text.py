"""What the search of the site reads of a page: its headings and its words, without the markup around them."""

from __future__ import annotations

import re

DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
MARKUP = re.compile(r"</?(?!h[1-6]\b)[a-z][^<>]*>", re.IGNORECASE)
SPACE = re.compile(r"\s+")


def search_text(page: str) -> str:
    """Return a page's HTML with nothing but headings, each with its anchor, and words between them.

    The search of the theme reads a page tag by tag, which takes longer than making the page.
    """
    words = MARKUP.sub(" ", DRAWING.sub(" ", page))
    return SPACE.sub(" ", words)
