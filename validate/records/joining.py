"""joining.yml: how schools join the trust; and, in a school's own file, how far it has come."""

from typing import Annotated, Literal

from pydantic import Field

from validate.records.base import Record, Shareable
from validate.records.notes import AREA, BODY, LEVEL, POST, ROLE, STAGE, TASK, Deadline, Log, Seen, Table, Values
from validate.records.report import EvidenceRecord
from validate.values.dates import Day
from validate.values.numbers import Number, Whole, YesNo
from validate.values.text import Line, Prose, Slug

Route = Literal["conversion", "directive-order", "transfer", "merger", "free-school", "new-trust"]
"""The ways by which a school comes to be in a trust."""

CaseState = Literal["active", "paused", "completed", "withdrawn", "order-revoked"]
"""Where a joining case stands as a whole. It is active from its beginning."""

StepStatus = Literal["not-started", "in-progress", "completed", "not-applicable"]
"""Where a stage or a task stands."""

ChangeReason = Literal[
    "first-date",
    "advisory-board-conditions",
    "buildings",
    "commercial-transfer-agreement",
    "correcting-an-error",
    "diocese",
    "finance",
    "governance",
    "land",
    "legal-documents",
    "local-authority",
    "pensions",
    "progressing-faster-than-expected",
    "staff-transfer",
    "viability",
    "voluntary-deferral",
    "other",
]
"""Why an opening date was set or changed, after the list that the Department for Education keeps its cases with."""


class AreaRecord(Record):
    """Something that is looked into before a school joins."""

    table = Table("joining_areas", "What due diligence looks into.", one="area", alone=True)

    id: Slug = Field(title="Id", description="A short name for the area.", examples=["finance"])
    name: Line = Field(title="Name", description="What readers call it.", examples=["Finance"])
    about: Line | None = Field(
        None, title="About", description="What is looked at.", examples=["Three years of budgets and reserves"]
    )


class TaskRecord(Shareable):
    """One thing to be done in a stage."""

    table = Table(
        "joining_tasks",
        "What is to be done in each stage, by whom, with the time and money set aside.",
        one="task",
        alone=True,
        called="task",
    )

    id: Slug = Field(title="Id", description="A short name, unique among all tasks.", examples=["share-payroll-data"])
    task: Line = Field(title="Task", description="What is to be done.", examples=["Payroll data handed over"])
    lead: Annotated[Slug, ROLE] | None = Field(
        None, title="Lead", description="The role that answers for it.", examples=["dfo"]
    )
    area: Annotated[Slug, AREA] | None = Field(
        None, title="Area", description="The area of due diligence it belongs to.", examples=["finance"]
    )
    days: Number | None = Field(
        None, title="Days", description="Days of work that the trust sets aside.", examples=["3"]
    )
    cost: Whole | None = Field(None, title="Cost", description="Pounds set aside.", examples=["2500"])
    routes: Annotated[
        list[Route],
        Values("joining_task_routes", "The routes that a task is for, where it is not for all.", one="route"),
    ] = Field(
        default_factory=list, title="Routes", description="The routes it is for, if not all.", examples=[["transfer"]]
    )


STAGE_DONE = Deadline(
    one="stage of joining",
    title="Stages of joining",
    words="Finish the stage ({})",
    group="joining",
    rule="a stage that is to be done so many months after a school joined is late once that time has passed and it is "
    "not done. Stages before the opening have no date, and a school with no steps recorded is never called late.",
)


class StageRecord(Shareable):
    """One stage on the way, before a school joins or after."""

    table = Table("joining_stages", "The stages on the way into the trust, in order.", one="stage", alone=True)

    id: Slug = Field(title="Id", description="A short name for the stage.", examples=["due-diligence"])
    name: Line = Field(title="Name", description="What readers call it.", examples=["Due diligence"])
    about: Prose | None = Field(None, title="About", description="What it is for.", examples=["Know the school first."])
    months_after_opening: Annotated[Whole, STAGE_DONE] | None = Field(
        None,
        title="Months after opening",
        description="Within how many months after opening it is done. Left out for a stage before.",
        examples=["3"],
    )
    tasks: list[TaskRecord] = Field(default_factory=list, title="Tasks", description="What is to be done.", examples=[])


class JoiningRecord(Shareable):
    """joining.yml: stages, tasks and areas of due diligence."""

    file_title = "Joining the trust"

    table = Table("joining", "How schools join the trust, in one row.", one="joining", single=True)

    source: Line | None = Field(
        None, title="Source", description="Where the plan says it.", examples=["Growth, list on new schools"]
    )
    about: Prose | None = Field(
        None, title="About", description="How the trust takes in schools.", examples=["At a careful pace."]
    )
    areas: list[AreaRecord] = Field(
        default_factory=list, title="Areas", description="What due diligence looks into.", examples=[]
    )
    stages: list[StageRecord] = Field(title="Stages", description="The stages in order.", examples=[], min_length=1)


class StepRecord(Shareable):
    """Where one stage or task stands in a case. The newest entry for it counts."""

    table = Table(
        "joining_steps", "Where stages and tasks of joining schools stand.", one="step", known_by=("stage", "task")
    )
    log = Log(order="step-order", future="case-in-future")

    stage: Annotated[Slug, STAGE] | None = Field(
        None, title="Stage", description="The stage spoken of.", examples=["due-diligence"]
    )
    task: Annotated[Slug, TASK] | None = Field(
        None, title="Task", description="Or the task spoken of.", examples=["share-payroll-data"]
    )
    date: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Date", description="The day on which this became true.", examples=["2025-03-14"]
    )
    status: StepStatus = Field(title="Status", description="Where it stands from that day.", examples=["completed"])
    days: Number | None = Field(None, title="Days", description="Days of work it took.", examples=["4"])
    cost: Whole | None = Field(None, title="Cost", description="Pounds it cost.", examples=["2100"])
    note: Prose | None = Field(None, title="Note", description="What happened.", examples=["All records received."])
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


class FindingRecord(Shareable):
    """What due diligence found. For trustees only, unless it says otherwise."""

    table = Table("joining_findings", "What due diligence found at joining schools.", one="finding", known_by=("area",))
    log = Log(order="", future="case-in-future")

    audience: Literal["public", "trustees"] = Field(
        "trustees",
        title="Audience",
        description="`public` shows it on the public website. Left out, only trustees see it.",
        examples=["public"],
    )
    area: Annotated[Slug, AREA] = Field(title="Area", description="The area looked into.", examples=["finance"])
    date: Annotated[Day, Seen.ENTRY_FROM] = Field(title="Date", description="When.", examples=["2025-02-03"])
    risk: Literal["low", "medium", "high"] = Field(title="Risk", description="How great the risk is.", examples=["low"])
    finding: Prose = Field(title="Finding", description="What was found.", examples=["Reserves are sound."])
    cure: Prose | None = Field(None, title="Cure", description="What is to be done about it.", examples=["A new roof."])


class CaseDecisionRecord(Shareable):
    """A decision on a case."""

    table = Table("joining_decisions", "Decisions on joining schools.", one="decision")
    log = Log(future="case-in-future")

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(title="Date", description="When.", examples=["2025-03-26"])
    body: Annotated[Slug, BODY] | None = Field(
        None, title="Body", description="The body of the trust that decided.", examples=["board"]
    )
    by: Line | None = Field(
        None, title="By", description="Who decided, if outside the trust.", examples=["Regional director"]
    )
    decision: Line = Field(title="Decision", description="What was decided.", examples=["Take the school in"])
    conditions: Prose | None = Field(
        None, title="Conditions", description="On what conditions.", examples=["Roof repaired first."]
    )
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


class OpeningRecord(Shareable):
    """An opening date as it was set on a day. Each change is a new entry, and the older ones stay."""

    table = Table(
        "joining_dates", "Opening dates of joining schools, as they were set and changed.", one="opening date"
    )
    log = Log(order="opening-order", future="case-in-future")

    set_on: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Set on", description="The day on which it was set.", examples=["2025-04-02"]
    )
    opens: Day = Field(
        title="Opens", description="The first day in the trust: the first of a month.", examples=["2025-09-01"]
    )
    confirmed: YesNo = Field(
        False, title="Confirmed", description="False while the date is provisional.", examples=["true"]
    )
    reason: ChangeReason = Field(title="Reason", description="Why it was set or changed.", examples=["legal-documents"])
    note: Prose | None = Field(None, title="Note", description="More about it.", examples=["The lease took longer."])


class ExtraCapacityRecord(Shareable):
    """Central work that this case calls for beyond the phase of growth."""

    table = Table(
        "joining_capacity",
        "Central work that joining schools call for beyond the phase of growth.",
        one="extra capacity",
        known_by=("post",),
    )

    post: Annotated[Slug, POST] = Field(title="Post", description="The post in growth.yml.", examples=["it-manager"])
    fte: Number = Field(title="FTE", description="Full-time equivalent.", examples=["0.2"])
    until: Day | None = Field(None, title="Until", description="How long. Left out, for good.", examples=["2026-08-31"])


class StateRecord(Shareable):
    """Where a case stands as a whole from a day on."""

    table = Table("joining_states", "Where joining cases stand as a whole, from which day.", one="state")
    log = Log(order="step-order", future="case-in-future")

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(title="Date", description="From when.", examples=["2025-09-01"])
    state: CaseState = Field(title="State", description="Where the case stands.", examples=["completed"])
    reason: Prose | None = Field(
        None, title="Reason", description="Why, where it did not simply go on.", examples=["The order was revoked."]
    )
    decided_by: Line | None = Field(
        None, title="Decided by", description="Who decided it; a body, never a person.", examples=["Regional director"]
    )


class JoiningCaseRecord(Shareable):
    """How a school joins: route, stages, opening dates and the capacity it calls for."""

    says_something_with = ("announced", "states", "opening", "steps", "findings", "decisions")

    route: Route = Field(title="Route", description="The way it joins.", examples=["conversion"])
    announced: Annotated[Day, Seen.PUBLIC_ENTRY_FROM] | None = Field(
        None,
        title="Announced",
        description="The day on which it became public. Left out, the case is for trustees only; so is the whole "
        "school, while it does not belong.",
        examples=["2025-04-02"],
    )
    sponsored: YesNo | None = Field(
        None, title="Sponsored", description="Whether it joins as a sponsored school.", examples=["false"]
    )
    support_level: Annotated[Slug, LEVEL] | None = Field(
        None, title="Support level", description="The level of support expected.", examples=["core"]
    )
    states: list[StateRecord] = Field(
        default_factory=list, title="States", description="Where the case stands, oldest first.", examples=[]
    )
    opening: list[OpeningRecord] = Field(
        default_factory=list, title="Opening", description="Opening dates, in the order they were set.", examples=[]
    )
    steps: list[StepRecord] = Field(
        default_factory=list, title="Steps", description="Where stages and tasks stand, oldest first.", examples=[]
    )
    findings: list[FindingRecord] = Field(
        default_factory=list, title="Findings", description="What due diligence found.", examples=[]
    )
    decisions: list[CaseDecisionRecord] = Field(
        default_factory=list, title="Decisions", description="Decisions on the case.", examples=[]
    )
    extra_capacity: list[ExtraCapacityRecord] = Field(
        default_factory=list, title="Extra capacity", description="Central work it calls for.", examples=[]
    )
    note: Prose | None = Field(None, title="Note", description="What to know of it.", examples=["Sixth school."])
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )

    @property
    def for_trustees(self) -> bool:
        """Tell whether the case is kept for trustees, as it is until it was announced."""
        return self.announced is None or super().for_trustees
