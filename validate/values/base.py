"""What all kinds of value share: text as it was written, patterns, and how a value is refused."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

LONGEST_ID = 80
"""Characters that an id may have."""

RESERVED_IDS = ("index", "readme")
"""Names of the page that opens when an address names a folder only."""

INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Unicode categories that no reader can see: controls, direction overrides, unassigned."""


def refuse(code: str, wanted: str, hint: str = "") -> PydanticCustomError:
    """Return the error that becomes a problem with this code."""
    return PydanticCustomError(code, "{wanted}", {"wanted": wanted, "hint": hint})


def text_of(value: Any) -> str:
    """Return a value that must be one piece of text, as it was written."""
    if not isinstance(value, str):
        raise refuse("wrong-type", "a single piece of text", "Write the text after the colon, without hyphens.")
    return value


def matching(pattern: str, code: str, wanted: str, hint: str) -> BeforeValidator:
    """Return the check that a text has the form of an id."""
    compiled = re.compile(pattern)

    def check(value: Any) -> str:
        text = text_of(value)
        if not compiled.fullmatch(text) or len(text) > LONGEST_ID:
            raise refuse(code, wanted, hint)
        return unreserved(text)

    return BeforeValidator(check)


def unreserved(text: str) -> str:
    """Return the id, unless the website has a use of its own for it."""
    if text.lower() in RESERVED_IDS:
        wanted = f'another id, since the website keeps "{text.lower()}" for pages that list others'
        raise refuse("bad-id", wanted, "Choose an id that says what this is.")
    return text


def schema_of(pattern: str, **more: object) -> WithJsonSchema:
    """Return the JSON Schema of text that has this form."""
    return WithJsonSchema({"type": "string", "pattern": pattern, **more})
