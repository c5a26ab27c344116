"""What every record shares: unknown keys are refused, nothing changes after reading, and who may see it when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from validate.values.dates import Day


class Audience(StrEnum):
    """For whom a site is built. Trustees see everything, the public what is not kept from it."""

    PUBLIC = "public"
    TRUSTEES = "trustees"


class Record(BaseModel):
    """What one mapping in a file may hold. Every field has a label, a description and an example."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says_something_with: ClassVar[tuple[str, ...]] = ()
    """The parts of which one at least must be left for the record to say anything; none means that it always does."""

    in_place_of_nothing: ClassVar[dict[str, str]] = {}
    """What stands in the record's place where it may not be seen or nothing of it is left; empty if nothing does."""

    @property
    def for_trustees(self) -> bool:
        """Tell whether the record itself is kept for trustees."""
        return False


class Shareable(Record):
    """A record that may be kept for trustees, or back until a day."""

    audience: Literal["public", "trustees"] = Field(
        "public",
        title="Audience",
        description="`trustees` keeps it, and everything inside it, off the public website.",
        examples=["trustees"],
    )
    publish_after: Day | None = Field(
        None,
        title="Publish after",
        description="The public website leaves it out up to this day, and shows it after.",
        examples=["2025-09-30"],
    )

    @property
    def for_trustees(self) -> bool:
        """Tell whether the record itself is kept for trustees."""
        return self.audience == Audience.TRUSTEES.value


def own_values(record: Record, *leave_out: str) -> dict[str, Any]:
    """Return the record's values by name, without who may see it and without the fields left out."""
    return {name: value for name, value in record if name not in Shareable.model_fields and name not in leave_out}


@dataclass(frozen=True)
class Reference:
    """Marks a field whose value must be the `field` of a row of another table."""

    table: str
    field: str = "id"


class Seen(Enum):
    """Marks a field that decides what is seen of a record on a day, or by whom."""

    ENTRY_FROM = "the whole entry is known from this day"
    VALUE_FROM = "the value is known from this day"
    PUBLIC_ENTRY_FROM = "the public sees the entry from this day, and never without one"
    TRUSTEES_VALUE = "only trustees see the value"


ROLE = Reference("roles")
REPORTER = Reference("reporters")
YEAR = Reference("years")
TERM = Reference("terms")
PHASE = Reference("phases")
POST = Reference("posts")
OBJECTIVE = Reference("objectives")
GOAL = Reference("goals")
SCHOOL = Reference("schools")
LEVEL = Reference("support_levels")
TRIGGER = Reference("support_triggers")
STAGE = Reference("joining_stages")
TASK = Reference("joining_tasks")
AREA = Reference("joining_areas")
CHARGE = Reference("charges")
BODY = Reference("governance_bodies")
POWER = Reference("governance_powers")
MEASURE = Reference("measures")
PROMISE = Reference("promises")
DECIDER = Reference("deciders")
