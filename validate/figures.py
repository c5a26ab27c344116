"""Figures of measures: signed decimals, and the symbols that stand where there is no number.

The symbols are those of the Department for Education's open data standard
(https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from validate.values.base import refuse
from validate.words import commas

SIGNED = r"^-?[0-9]{1,9}(\.[0-9]{1,6})?$"

SYMBOLS = {
    "z": "not applicable",
    "x": "not available",
    "c": "hidden to protect people",
    "low": "rounds to 0 but is not 0",
    "u": "too unreliable",
}
"""What each symbol says, in words for readers."""

OBSERVED = rf"{SIGNED}|^({'|'.join(SYMBOLS)})$"


def _signed(value: Any) -> Decimal:
    if not isinstance(value, str) or not re.fullmatch(SIGNED, value):
        raise refuse("bad-number", "a number such as 94.2 or -0.5", "Use digits, one point, and a minus in front.")
    return Decimal(value)


def _observed(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(OBSERVED, value):
        known = commas(f"{symbol} ({meaning})" for symbol, meaning in SYMBOLS.items())
        raise refuse("bad-number", "a number such as 94.2, or a symbol", f"The symbols are {known}.")
    return value


def number_of(observed: str) -> Decimal | None:
    """Return an observed value as a number, or nothing where a symbol stands."""
    return None if observed in SYMBOLS else Decimal(observed)


Signed = Annotated[Decimal, BeforeValidator(_signed), WithJsonSchema({"type": "number"})]
"""A decimal number that may be below 0, kept exactly as written."""

Observed = Annotated[
    str, BeforeValidator(_observed), WithJsonSchema({"type": ["string", "number"], "pattern": OBSERVED})
]
"""A number, or the symbol that says why there is none; kept as text."""
