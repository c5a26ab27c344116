"""Words and names: plain text, ids and codes."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from validate.values.base import INVISIBLE, LONGEST_ID, matching, refuse, text_of, unreserved

MARKUP = re.compile(r"<\s*[a-zA-Z/!?]|&#?\w+;")
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CODE = r"^[0-9A-Za-z]+([.-][0-9A-Za-z]+)*$"
GOAL_NAME = r"^[0-9A-Za-z.-]+/goal/[a-z0-9-]+$"
URN = r"^[0-9]{6}$"


def _plain(value: Any, longest: int) -> str:
    text = " ".join(text_of(value).split())
    if not text:
        raise refuse("empty-value", "some text", "Write the text, or remove the line.")
    if MARKUP.search(text):
        raise refuse(
            "html-in-text",
            "plain text without HTML",
            'Remove the tag or entity; write "less than" instead of "<", and "and" or "&" as itself.',
        )
    hidden = next((c for c in text if unicodedata.category(c) in INVISIBLE), None)
    if hidden is not None:
        raise refuse(
            "hidden-character",
            "text without invisible characters",
            f"Remove the invisible character U+{ord(hidden):04X}, often left by copying from another program.",
        )
    if len(text) > longest:
        raise refuse("too-long", f"at most {longest:,} characters long", f"It has {len(text):,}; shorten it.")
    return text


def _slug(value: Any) -> str:
    text = text_of(value)
    if re.fullmatch(SLUG, text) and len(text) <= LONGEST_ID:
        return unreserved(text)
    proper = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:LONGEST_ID].strip("-")
    hint = f'Write "{proper}".' if re.fullmatch(SLUG, proper) else "For example: one-or-two-join."
    raise refuse("bad-id", "an id of small letters, digits and hyphens", hint)


def _prose_schema(longest: int) -> WithJsonSchema:
    """Return the schema of text in which editors may see a number, as in `title: 2020`."""
    return WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": longest})


Line = Annotated[str, BeforeValidator(lambda v: _plain(v, 300)), _prose_schema(300)]
"""One line of plain text, at most 300 characters."""

Prose = Annotated[str, BeforeValidator(lambda v: _plain(v, 2000)), _prose_schema(2000)]
"""Plain text of a few sentences, at most 2,000 characters; line breaks count as spaces."""

Slug = Annotated[
    str,
    BeforeValidator(_slug),
    WithJsonSchema({"type": ["string", "integer"], "pattern": SLUG}),
]
"""A stable name in small letters, digits and hyphens."""

Code = Annotated[
    str,
    matching(CODE, "bad-id", "a short code such as 4 or 4.1", "Use letters, digits, points and hyphens."),
    WithJsonSchema({"type": ["string", "number"], "pattern": CODE}),
]
"""The number or short code a plan prints, such as `4` or `4.1`."""

GoalName = Annotated[
    str,
    matching(GOAL_NAME, "bad-id", "the full name of a goal", "For example: 4.1/goal/three-schools-joined."),
    WithJsonSchema({"type": "string", "pattern": GOAL_NAME}),
]
"""The full name of a goal, such as `4.1/goal/three-schools-joined`."""

Urn = Annotated[
    str,
    matching(URN, "bad-format", "a URN of six digits", "Look it up in the national register of schools."),
    WithJsonSchema({"type": ["string", "integer"], "pattern": URN}),
]
"""A school's unique reference number: six digits, kept as text."""
