"""amendments.yml and approvals.yml: how promises were changed, and which state of them a body approved."""

from typing import Annotated

from pydantic import Field

from validate.records.base import Record, Shareable
from validate.records.notes import DECIDER, PROMISE, Log, Seen, Table
from validate.records.promises import What
from validate.records.report import EvidenceRecord
from validate.values.dates import Day
from validate.values.promises import Fingerprint, PromiseName
from validate.values.text import Prose, Slug


class AmendmentRecord(Shareable):
    """One change of one promise, with what it said before."""

    table = Table("amendments", "How promises of the plan were changed.", one="amendment", known_by=("promise", "what"))
    log = Log(future="decision-in-future")

    promise: Annotated[PromiseName, PROMISE] = Field(
        title="Promise",
        description="The promise's id as it is now: of an action, goal or objective; `measures/` and a measure's id, "
        "and its year for a target; `pillars/` and a pillar's id; or `plan`.",
        examples=["4.1/2022-23/one-or-two-join"],
    )
    what: What = Field(
        title="What",
        description="What of it was changed; `audience` if it is kept from the public since; or `removed`, or `added`, "
        "for the whole promise.",
        examples=["due"],
    )
    was: Prose | None = Field(
        None,
        title="Was",
        description="What it said before, word for word; a date as year-month-day. Left out for an added promise.",
        examples=["2023-03-31"],
    )
    why: Prose = Field(title="Why", description="Why it was changed.", examples=["The building was finished late."])
    decided_by: Annotated[Slug, DECIDER] = Field(
        title="Decided by",
        description="The body or role that decided it; never a person.",
        examples=["board"],
    )
    decided: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Decided", description="The day on which it was decided.", examples=["2023-02-14"]
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs of the decision.", examples=[]
    )


class AmendmentsRecord(Record):
    """amendments.yml: every change of what the plan promises."""

    file_title = "Changes of what was promised"

    amendments: list[AmendmentRecord] = Field(
        default_factory=list, title="Amendments", description="The changes, oldest first.", examples=[]
    )


class ApprovalRecord(Shareable):
    """The plan's promises as a body approved them. `trustplan approve` writes it."""

    table = Table("approvals", "When the promises were approved, and by whom.", one="approval", known_by=("date",))
    log = Log(order="", future="decision-in-future")

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Date", description="The day on which they were approved.", examples=["2022-07-05"]
    )
    by: Annotated[Slug, DECIDER] = Field(
        title="By", description="The body or role that approved them; never a person.", examples=["board"]
    )
    fingerprint: Fingerprint = Field(
        title="Fingerprint",
        description="The fingerprint of every promise that the public saw on that day.",
        examples=["0f343b0931126a20f133d67c2b018a3b5d1c7d1f6a2a0d6f4f0a3ef3fa0a44b1"],
    )
    trustees_fingerprint: Annotated[Fingerprint, Seen.TRUSTEES_VALUE] | None = Field(
        None,
        title="Trustees' fingerprint",
        description="The fingerprint of all promises, if some were kept for trustees.",
        examples=["4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"],
    )
    note: Prose | None = Field(
        None, title="Note", description="What a reader should know about it.", examples=["With the budget for 2022-23."]
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs of the decision.", examples=[]
    )


class ApprovalsRecord(Record):
    """approvals.yml: when the plan's promises were approved, and by whom."""

    file_title = "Approvals of the plan"

    approvals: list[ApprovalRecord] = Field(
        default_factory=list, title="Approvals", description="The approvals, oldest first.", examples=[]
    )
