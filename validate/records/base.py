"""What every record shares: unknown keys are refused and nothing changes after reading."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """What one mapping in a file may hold. Every field has a label, a description and an example."""

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class Reference:
    """Marks a field whose value must be the `field` of a row of another table."""

    table: str
    field: str = "id"


ROLE = Reference("roles")
REPORTER = Reference("reporters")
YEAR = Reference("years")
PHASE = Reference("phases")
