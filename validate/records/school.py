"""A school's file: who it is, when it belonged to the trust, and how it was inspected."""

from typing import Annotated, Literal

from pydantic import Field

from validate.records.base import Record, Shareable
from validate.records.joining import JoiningCaseRecord
from validate.records.notes import Log, Seen, Table
from validate.records.report import EvidenceRecord
from validate.records.support import SchoolLevelRecord
from validate.values.dates import Day, When, Year
from validate.values.numbers import Whole, YesNo
from validate.values.text import Line, Prose, Slug, Urn

SchoolPhase = Literal[
    "nursery",
    "primary",
    "middle-deemed-primary",
    "secondary",
    "middle-deemed-secondary",
    "16-plus",
    "all-through",
    "not-applicable",
]
"""The phases that the national register of schools knows (infant and junior are age ranges)."""


class MembershipRecord(Shareable):
    """A time during which the school belonged to the trust."""

    table = Table("memberships", "When each school belonged to the trust.", one="membership")
    log = Log()

    joined: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Joined", description="The day it joined.", examples=["2019-04-01"]
    )
    left: Annotated[Day, Seen.VALUE_FROM] | None = Field(
        None, title="Left", description="The day it left. Left out, it still belongs.", examples=["2025-08-31"]
    )
    sponsored: YesNo | None = Field(
        None,
        title="Sponsored",
        description="Whether it joined as a sponsored school. Left out if no source says.",
        examples=["false"],
    )
    note: Prose | None = Field(
        None, title="Note", description="What a reader should know about it.", examples=["Dates differ by a month."]
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


class PredecessorRecord(Shareable):
    """The school that this academy took the place of."""

    urn: Urn = Field(title="URN", description="Its old reference number.", examples=["120072"])
    closed: Annotated[Day, Seen.ENTRY_FROM] | None = Field(
        None, title="Closed", description="The day it closed.", examples=["2023-03-31"]
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


class PupilsRecord(Shareable):
    """A count of pupils with its date and source."""

    table = Table("pupils", "Counts of pupils.", one="count of pupils")

    count: Whole = Field(title="Count", description="How many pupils.", examples=["317"])
    date: Annotated[When, Seen.ENTRY_FROM] | None = Field(
        None, title="Date", description="When, as exactly as is known.", examples=["2024-04"]
    )
    year: Annotated[Year, Seen.ENTRY_FROM] | None = Field(
        None, title="Year", description="The academic or funding year, if no date is known.", examples=["2019-20"]
    )
    basis: Line = Field(title="Basis", description="Who was counted.", examples=["All pupils on the register"])
    evidence: list[EvidenceRecord] = Field(title="Evidence", description="The proofs.", examples=[], min_length=1)


class GradeRecord(Record):
    """One judgement of an inspection."""

    table = Table("grades", "The grades of each inspection, area by area.", one="grade", key="area")

    area: Slug = Field(title="Area", description="What was judged.", examples=["quality-of-education"])
    grade: Slug = Field(title="Grade", description="The grade given.", examples=["good"])


class InspectionRecord(Shareable):
    """One inspection, with the framework it was made under."""

    table = Table("inspections", "Inspections of schools.", one="inspection")

    date: Annotated[When, Seen.ENTRY_FROM] | None = Field(
        None, title="Date", description="When it took place, as exactly as is known.", examples=["2023-02-07"]
    )
    seen: Annotated[When, Seen.ENTRY_FROM] | None = Field(
        None,
        title="Seen",
        description="If the date is not known: when a source showed this grade.",
        examples=["2024-04"],
    )
    framework: Slug = Field(
        title="Framework",
        description="The inspection framework, one of those in the reference.",
        examples=["overall-grade"],
    )
    overall: Slug | None = Field(
        None, title="Overall", description="The overall grade, where the framework has one.", examples=["good"]
    )
    grades: list[GradeRecord] = Field(
        default_factory=list, title="Grades", description="The grades for each area.", examples=[]
    )
    predecessor: YesNo = Field(
        False,
        title="Predecessor",
        description="True if it was the school before this academy that was inspected.",
        examples=["true"],
    )
    note: Prose | None = Field(
        None, title="Note", description="What a reader should know about it.", examples=["Ungraded inspection."]
    )
    evidence: list[EvidenceRecord] = Field(title="Evidence", description="The proofs.", examples=[], min_length=1)


class SchoolRecord(Shareable):
    """schools/<id>.yml: one school, in the trust or on its way."""

    table = Table(
        "schools", "The schools that belong to the trust, or belonged, or are on their way.", one="school", alone=True
    )

    says_something_with = ("membership", "joining")

    id: Slug = Field(title="Id", description="The file's name without .yml.", examples=["highfields-primary"])
    name: Line = Field(title="Name", description="The school's name.", examples=["Highfields Primary School"])
    urn: Urn | None = Field(None, title="URN", description="Its reference number.", examples=["146844"])
    phase: SchoolPhase | None = Field(
        None, title="Phase", description="Its phase in the national register.", examples=["primary"]
    )
    kind: Line | None = Field(
        None, title="Kind", description="Its kind in plain words.", examples=["Infant school with nursery"]
    )
    type: Line | None = Field(
        None, title="Type", description="Its type of establishment.", examples=["Academy converter"]
    )
    age_from: Whole | None = Field(None, title="Age from", description="The youngest age.", examples=["3"])
    age_to: Whole | None = Field(None, title="Age to", description="The oldest age.", examples=["7"])
    place: Line | None = Field(None, title="Place", description="Where it is.", examples=["Leicester"])
    opened: Annotated[Day, Seen.VALUE_FROM] | None = Field(
        None, title="Opened", description="The day it opened as an academy.", examples=["2019-04-01"]
    )
    membership: list[MembershipRecord] = Field(
        default_factory=list, title="Membership", description="When it belonged to the trust.", examples=[]
    )
    joining: JoiningCaseRecord | None = Field(
        None, title="Joining", description="How it joins the trust, or joined it.", examples=[]
    )
    predecessor: PredecessorRecord | None = Field(
        None, title="Predecessor", description="The school whose place it took.", examples=[]
    )
    pupils: list[PupilsRecord] = Field(
        default_factory=list, title="Pupils", description="Counts of pupils.", examples=[]
    )
    inspections: list[InspectionRecord] = Field(
        default_factory=list, title="Inspections", description="Inspections, oldest first.", examples=[]
    )
    support_levels: list[SchoolLevelRecord] = Field(
        default_factory=list, title="Support levels", description="Its level of support, term by term.", examples=[]
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="Sources for what is said above.", examples=[]
    )
