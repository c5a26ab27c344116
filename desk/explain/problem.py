"""What a problem code of the check means: its page in the reference, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.sheet import BLANK, Line
from hooks.views.problems import EFFECTS, read_reference
from validate.catalogue import CODES
from validate.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = "```"


def explain_problem(code: str) -> Iterator[Line]:
    """Yield what a problem means, with its examples as they stand in a file."""
    title, text = read_reference(code)
    severity = Severity(CODES[code].severity)
    yield Line(f"{title} ({code})")
    yield Line(f"This is {'an error' if severity is Severity.ERROR else 'a warning'}. {EFFECTS[severity]}")
    paragraphs, *examples = text.split(FENCE)
    yield from _paragraphs(paragraphs)
    for position, part in enumerate(examples):
        yield from _example(part) if position % 2 == 0 else _paragraphs(part)


def _paragraphs(text: str) -> Iterator[Line]:
    for paragraph in filter(None, map(str.strip, text.split("\n\n"))):
        yield BLANK
        yield Line(paragraph)


def _example(part: str) -> Iterator[Line]:
    """Yield an example's lines; its first line names the language."""
    yield BLANK
    yield from (Line(line, 1, as_it_is=True) for line in part.splitlines()[1:])
