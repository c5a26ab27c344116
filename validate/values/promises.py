"""The values by which promises are named: their full names, and the fingerprint over all of them."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from validate.values.base import refuse

PROMISE_NAME = r"^[0-9A-Za-z.-]+(/[0-9A-Za-z.-]+)*$"
FINGERPRINT = r"^[0-9a-f]{64}$"

LONGEST_NAME = 300
"""Characters that ids joined to a full name may have."""


def _promise_name(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(PROMISE_NAME, value) or len(value) > LONGEST_NAME:
        raise refuse("bad-id", "the full name of a promise", "For example: 4.1/2022-23/one-or-two-join.")
    return value


def _fingerprint(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(FINGERPRINT, value):
        wanted = "a fingerprint of 64 digits and letters from a to f"
        raise refuse("bad-format", wanted, "Let trustplan approve write it.")
    return value


PromiseName = Annotated[
    str,
    BeforeValidator(_promise_name),
    WithJsonSchema({"type": ["string", "number"], "pattern": PROMISE_NAME}),
]
"""The full name of anything that the plan promises, such as `4.1/2022-23/one-or-two-join` or `measures/attendance`."""

Fingerprint = Annotated[str, BeforeValidator(_fingerprint), WithJsonSchema({"type": "string", "pattern": FINGERPRINT})]
"""A SHA-256 in small hexadecimal digits."""
