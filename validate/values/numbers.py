"""Numbers, and answers of yes or no."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from validate.values.base import refuse, text_of

WHOLE = r"^[0-9]{1,9}$"
NUMBER = r"^[0-9]{1,9}(\.[0-9]{1,6})?$"


def _whole(value: Any) -> int:
    text = text_of(value)
    if not re.fullmatch(WHOLE, text):
        raise refuse("bad-number", "a whole number", "Use digits only.")
    return int(text)


def _number(value: Any) -> Decimal:
    text = text_of(value)
    if not re.fullmatch(NUMBER, text):
        raise refuse("bad-number", "a number such as 0.6", "Use digits and one point only.")
    return Decimal(text)


def _yes_no(value: Any) -> bool:
    text = text_of(value).lower()
    if text not in ("true", "false", "yes", "no"):
        raise refuse("bad-yes-no", "true or false", "Write true or false.")
    return text in ("true", "yes")


Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number from 0."""

Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number", "minimum": 0})]
"""A decimal number from 0, kept exactly as written."""

YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
"""true or false (yes and no are understood)."""
