"""Updates and their evidence: the log by which an action or goal says where it stands."""

from typing import Annotated

from pydantic import Field

from validate.records.base import Record, Shareable
from validate.records.notes import REPORTER, ROLE, SCHOOL, YEAR, Log, Once, Seen, Table
from validate.status import EvidenceKind, ReportedStatus
from validate.values.dates import Day, When, Year
from validate.values.places import EvidenceFile, Link
from validate.values.text import Code, Line, Prose, Slug


class SourceRecord(Record):
    """Where the published plan says it: pillar, cell of the map and paragraph in that cell."""

    pillar: Code = Field(title="Pillar", description="The pillar's number in the published plan.", examples=["4"])
    cell: Line = Field(
        title="Cell",
        description="The row and column of the published map, as objective / year, or objective / goal.",
        examples=["4.1 / 2022-23"],
    )
    paragraph: Code = Field(
        title="Paragraph", description="The paragraph's number in that cell, counted from 1.", examples=["2"]
    )


class EvidenceRecord(Shareable):
    """One proof: what it is, when it was published, and a link or a file."""

    table = Table("evidence", "The proofs, each with what it proves.", one="proof", anywhere=True, known_by=("title",))

    title: Line = Field(
        title="Title",
        description="What the proof is, so that a reader could find it without the link.",
        examples=["Minutes of the trust board, July 2023"],
    )
    kind: EvidenceKind = Field(title="Kind", description="What sort of thing the proof is.", examples=["minutes"])
    date: When | None = Field(
        None,
        title="Date",
        description="When it was published, as exactly as is known; left out if it carries no date.",
        examples=["2023-07-01"],
    )
    url: Link | None = Field(
        None, title="Link", description="Its web address.", examples=["https://example.org/minutes"]
    )
    file: EvidenceFile | None = Field(
        None,
        title="File",
        description="The name of a file in plan/evidence/, instead of a link.",
        examples=["board-minutes-2023-07.pdf"],
    )


class SchoolStatusRecord(Shareable):
    """Where an action that is tracked school by school stands at one school."""

    table = Table(
        "update_schools", "What updates say of single schools.", one="report on a school", known_by=("school",)
    )
    once = Once(("school",), "school-status-misplaced")

    school: Annotated[Slug, SCHOOL] = Field(title="School", description="The school.", examples=["elm-road-junior"])
    status: ReportedStatus = Field(title="Status", description="Where it stands there.", examples=["complete"])
    note: Prose | None = Field(None, title="Note", description="What happened there.", examples=["Begun in May."])
    moved_to: Annotated[Year, YEAR] | None = Field(
        None, title="Moved to", description="The academic year that deferred work moves to.", examples=["2023-24"]
    )
    reason: Prose | None = Field(
        None, title="Reason", description="Why it was deferred or cancelled there.", examples=["The building moves."]
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs for this school.", examples=[]
    )


class CorrectionRecord(Record):
    """Why a report that already stood in the log was written otherwise."""

    log = Log(order="", future="decision-in-future")

    reason: Prose = Field(
        title="Reason",
        description="What was wrong with the report.",
        examples=["The report named the wrong school."],
    )
    date: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Date", description="The day on which it was corrected.", examples=["2023-09-12"]
    )
    by: Annotated[Slug, ROLE] | None = Field(
        None, title="By", description="The role that corrected it.", examples=["ceo"]
    )


class UpdateRecord(Shareable):
    """A dated report on one action or goal. The newest is the status now; the older ones are its history."""

    table = Table("updates", "The log of reports. Each belongs to one action or one goal.", one="update", mark="#")
    log = Log(order="update-order", future="update-in-future")

    says_something_with = ("status", "schools")

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Date", description="The day on which this became true.", examples=["2023-07-01"]
    )
    status: ReportedStatus | None = Field(
        None,
        title="Status",
        description="Where the action or goal stands from that day. "
        "`no-change` adds a note or proof and leaves the status as it was. "
        "Left out only where `schools` says it school by school.",
        examples=["complete"],
    )
    schools: list[SchoolStatusRecord] = Field(
        default_factory=list,
        title="Schools",
        description="Where an action that names schools stands at each of them; schools not named stay as they were.",
        examples=[],
    )
    note: Prose | None = Field(
        None,
        title="Note",
        description="What happened, in a sentence or two.",
        examples=["Two schools joined during the year."],
    )
    trustees_note: Annotated[Prose, Seen.TRUSTEES_VALUE] | None = Field(
        None,
        title="Trustees' note",
        description="More about it, for trustees only.",
        examples=["The governors asked for another term."],
    )
    reported_by: Annotated[Slug, REPORTER] = Field(
        title="Reported by",
        description="Who says so: a role, or a source, defined in plan.yml; never a person.",
        examples=["ceo"],
    )
    moved_to: Annotated[Year, YEAR] | None = Field(
        None,
        title="Moved to",
        description="The academic year that deferred work moves to.",
        examples=["2023-24"],
    )
    reason: Prose | None = Field(
        None,
        title="Reason",
        description="Why it was deferred or cancelled, or why a finished thing was opened again.",
        examples=["The supplier withdrew."],
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs of this update.", examples=[]
    )
    correction: CorrectionRecord | None = Field(
        None,
        title="Correction",
        description="Needed to change an update that was published before: when it was corrected, and why.",
        examples=[],
    )
