"""Text from files made safe to show: in a terminal, in Markdown and on GitHub."""

from __future__ import annotations

import re
from html import escape

MARKDOWN_MARKS = re.compile(r"[\\`*_\[\]|~@]")


def visible(text: str) -> str:
    """Return the text with line breaks, terminal codes and other invisible characters spelt out."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def markdown_text(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return MARKDOWN_MARKS.sub(lambda mark: f"&#{ord(mark[0])};", escape(visible(text), quote=False))
