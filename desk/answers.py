"""Whether what somebody typed can be the value of a field, as its record class says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from validate.fields import fields_of
from validate.nearest import did_you_mean
from validate.quoting import short

if TYPE_CHECKING:
    from validate.records.base import Record


def fault(record: type[Record], name: str, text: str) -> str:
    """Return why a text cannot be the value of this field, in a sentence or two; nothing where it can."""
    try:
        record.model_validate({name: text})
    except ValidationError as error:
        found = (details for details in error.errors(include_url=False) if details["loc"][:1] == (name,))
        details = next(found, None)
        if details is None:
            return ""
        choices = fields_of(record)[name].choices
        if choices:
            guess = did_you_mean(text, choices) or "."
            return f'"{short(text)}" is not one of the words for this{guess} Allowed: {", ".join(choices)}.'
        context = details.get("ctx", {})
        return f'"{short(text)}" is not {context.get("wanted", details["msg"])}. {context.get("hint", "")}'.rstrip()
    return ""
