"""Whether what somebody typed can be the value of a field, as its record class says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from validate.fields import fields_of
from validate.nearest import did_you_mean
from validate.words import commas, short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic_core import ErrorDetails

    from validate.records.base import Record


def fault(record: type[Record], name: str, text: str) -> str:
    """Return why a text cannot be the value of this field, in a sentence or two; nothing where it can."""
    about = (details for details in errors_of(record, {name: text}) if details["loc"][:1] == (name,))
    details = next(about, None)
    return why_not(details, fields_of(record)[name].choices) if details else ""


def errors_of(record: type[Record], values: Mapping[str, object]) -> list[ErrorDetails]:
    """Return what the record class finds wrong with these values."""
    try:
        record.model_validate(values)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def why_not(details: ErrorDetails, choices: Sequence[str]) -> str:
    """Say what was found, what is wanted and how to write it; of a field with choices, which there are."""
    found = short(str(details["input"]))
    if choices:
        guess = did_you_mean(found, choices) or "."
        return f'"{found}" is not one of the words for this{guess} Allowed: {commas(choices)}.'
    context = details.get("ctx", {})
    wanted = context.get("wanted", "a list, with commas between its values")
    return f'"{found}" is not {wanted}. {context.get("hint", "")}'.rstrip()
