"""The narrative beside an objective: Markdown that becomes part of a page, so it may bring no HTML and no script."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from validate.problems import Place, Problem
from validate.values.base import INVISIBLE
from validate.values.text import MARKUP

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = "story.md"
STORIES = f"plan/pillars/*/*/{STORY}"

AUTOLINK = re.compile(r"<https?://[^\s<>\"'`]+>")
SCHEME = re.compile(r"\]\([\s<\\]*([a-z](?:[a-z0-9+.-]|[\s\\])*):|\]:\s*<?([a-z][a-z0-9+.\\-]*):", re.IGNORECASE)
"""How an address starts, in round brackets or in a list of links. Browsers overlook line breaks in it, so this does."""


def is_story(path: str) -> bool:
    """Tell whether a file at this path is the narrative of an objective."""
    return path.startswith("plan/pillars/") and path.count("/") == STORIES.count("/") and path.endswith(f"/{STORY}")


def story_of(objective_file: str) -> str:
    """Return where the narrative of the objective in this file stands."""
    return objective_file.rpartition("/")[0] + f"/{STORY}"


def check_story(path: str, text: str) -> Iterator[Problem]:
    """Report what would reach the page as more than text and links."""
    for number, line in enumerate(text.split("\n"), start=1):
        yield from _hidden(line, path, number)
        yield from _html(line, path, number)
    yield from _links(text, path)


def _hidden(line: str, path: str, number: int) -> Iterator[Problem]:
    found = next((n for n, c in enumerate(line) if c != "\t" and unicodedata.category(c) in INVISIBLE), None)
    if found is not None:
        yield Problem(
            code="hidden-character",
            place=Place(path, number, found + 1),
            message=f"there is an invisible character here (U+{ord(line[found]):04X})",
            cure="Delete it; it is often left by copying from another program.",
        )


def _html(line: str, path: str, number: int) -> Iterator[Problem]:
    """Report a line's first tag, entity or list of attributes; an address between angle brackets is none."""
    rest = AUTOLINK.sub(lambda link: " " * len(link[0]), line)
    tag, brace = MARKUP.search(rest), rest.find("{")
    if tag:
        yield Problem(
            code="html-in-text",
            place=Place(path, number, tag.start() + 1),
            message="there is HTML here, and a story may only have Markdown",
            cure='Remove the tag or entity; write "less than" instead of "<", and "and" or "&" as itself.',
        )
    elif brace >= 0:
        yield Problem(
            code="html-in-text",
            place=Place(path, number, brace + 1),
            message="there is a curly bracket here, which Markdown would take for attributes of HTML",
            cure="Remove the curly brackets, or write round ones.",
        )


def _links(text: str, path: str) -> Iterator[Problem]:
    """Report links that lead neither to the web nor to another page."""
    for link in SCHEME.finditer(text):
        scheme = re.sub(r"[\s\\]", "", link[1] or link[2])
        if scheme.lower() not in ("http", "https"):
            before = text[: link.start(1 if link[1] else 2)]
            yield Problem(
                code="bad-link",
                place=Place(path, before.count("\n") + 1, len(before) - before.rfind("\n")),
                message=f'this link starts with "{scheme[:20]}:"; it must be a web address or lead to another page',
                cure="Copy the whole address from the browser, with https:// in front.",
            )
