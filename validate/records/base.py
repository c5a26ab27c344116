"""What every record shares: unknown keys are refused, nothing changes after reading, and who may see it when.

Modules of records write their annotations as code and not as text: pydantic reads each one, and reading text takes it
longer than everything else at the start of a command.
"""

from enum import StrEnum
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from validate.records.notes import Log, Once, Table
from validate.values.dates import Day


class Audience(StrEnum):
    """For whom a site is built. Trustees see everything, the public what is not kept from it."""

    PUBLIC = "public"
    TRUSTEES = "trustees"


class Record(BaseModel):
    """What one mapping in a file may hold. Every field has a label, a description and an example."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    table: ClassVar[Table | None] = None
    """The table whose rows such records are; none where they are only a part of what they stand in."""

    log: ClassVar[Log | None] = None
    """Of what kind of log it is an entry, if of any."""

    once: ClassVar[Once | None] = None
    """Of what a list holds only one such record, if there is anything."""

    file_title: ClassVar[str] = ""
    """What a file of such records is called where files are listed, if the name of its kind does not say it."""

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
