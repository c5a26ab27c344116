"""The fingerprint of a plan's promises, by which anybody can tell whether they are as a body approved them."""

from __future__ import annotations

import json
import unicodedata
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from validate.history.promise import Promise


def known_to_public(promises: Iterable[Promise], day: date) -> Iterator[Promise]:
    """Yield the promises that were not to be kept from the public on a day."""
    for promise in promises:
        until = promise.part.publish_after
        if not promise.part.for_trustees and (until is None or until < day):
            yield promise


def fingerprint(promises: Iterable[Promise]) -> str:
    """Return 64 characters that change with any promise, and with nothing else.

    Anybody can work them out again. Each promise is one line of JSON: a list of its id, its kind and an object of
    what it says, in plain form, with names in alphabetical order and no spaces between the signs. The lines are put
    in order of their ids by code point, joined by line feeds, put into Unicode's form NFC and encoded in UTF-8. The
    fingerprint is the SHA-256 of that in small hexadecimal digits. In plain form, dates are written 2024-08-31,
    numbers in digits without zeros at the end of decimals, lists in alphabetical order with a comma and a space
    between, and texts with single spaces.
    """
    lines = [
        json.dumps(
            [promise.id, promise.kind, {what: said.plain for what, said in promise.says.items()}],
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        for promise in sorted(promises, key=lambda promise: promise.id)
    ]
    return sha256(unicodedata.normalize("NFC", "\n".join(lines)).encode()).hexdigest()
