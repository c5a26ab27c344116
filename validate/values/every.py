"""The word for every school, where a list of schools is expected."""

from __future__ import annotations

from typing import Any

from pydantic import BeforeValidator

EVERY = "all"
"""Stands for every school in a list of schools."""

EveryOrList = BeforeValidator(lambda value: [EVERY] if isinstance(value, str) and value.lower() == EVERY else value)
"""Lets the word for every school stand where a list of schools is expected."""


def or_every(schema: dict[str, Any]) -> None:
    """Say the same in the schema of a list that `EveryOrList` is put on."""
    about = {name: schema.pop(name) for name in ("type", "items")}
    schema["anyOf"] = [about, {"const": EVERY}]
