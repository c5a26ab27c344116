"""Pillars, objectives, milestones, actions and goals: the plan's promises."""

from typing import Annotated, ClassVar

from pydantic import Field

from validate.records.base import Shareable
from validate.records.notes import ROLE, SCHOOL, YEAR, Deadline, Promised, Table, Values
from validate.records.promises import What
from validate.records.report import SourceRecord, UpdateRecord
from validate.status import Focus
from validate.values.dates import Day
from validate.values.every import EveryOrList, or_every
from validate.values.text import Code, Line, Prose, Slug


class PillarRecord(Shareable):
    """pillar.yml: one pillar of the plan."""

    table = Table("pillars", "The pillars of the plan.", one="pillar", alone=True)

    id: Code = Field(title="Id", description="The pillar's number in the plan.", examples=["4"])
    title: Annotated[Line, Promised(What.TITLE)] = Field(
        title="Title", description="The pillar's name.", examples=["Governance and growth"]
    )
    aim: Annotated[Line, Promised(What.WORDING)] = Field(
        title="Aim", description="In one line, what the pillar is for.", examples=["Grow at a careful pace"]
    )


GOAL_DUE = Deadline(one="goal", title="Goals", met_by="updates", met="reported", roles=("lead",))
ACTION_DUE = Deadline(one="action", title="Actions", met_by="updates", met="reported", roles=("lead",))


class GoalRecord(Shareable):
    """A statement that an objective wants to be true by the plan's goal date, or by its own earlier one."""

    table = Table("goals", "What each objective wants to be true in the end.", one="goal", mark="/goal/", called="goal")

    id: Slug = Field(
        title="Id",
        description="A short name, unique within the objective; it never changes.",
        examples=["three-schools-joined"],
    )
    goal: Annotated[Line, Promised(What.WORDING)] = Field(
        title="Goal",
        description="What is to be true, in words a parent understands.",
        examples=["At least three schools have joined the trust"],
    )
    due: Annotated[Day, Promised(What.DUE), GOAL_DUE] | None = Field(
        None,
        title="Due",
        description="The goal's own earlier date. Left out, the plan's goal date holds.",
        examples=["2022-08-31"],
    )
    due_note: Line | None = Field(
        None,
        title="Due note",
        description="How the date was read, if the plan does not give a day.",
        examples=['The plan says "by 2022", read as the end of that school year.'],
    )
    source: SourceRecord | None = Field(
        None, title="Source", description="Where the published plan says it.", examples=[]
    )
    updates: list[UpdateRecord] = Field(
        default_factory=list, title="Updates", description="Reports on this goal, oldest first.", examples=[]
    )


class ObjectiveRecord(Shareable):
    """objective.yml: one objective and the goals it is to reach."""

    table = Table("objectives", "The objectives.", one="objective", alone=True, bare=True)

    id: Code = Field(title="Id", description="The objective's number in the plan.", examples=["4.1"])
    title: Annotated[Line, Promised(What.TITLE)] = Field(
        title="Title", description="The objective in a few words.", examples=["Welcome new schools"]
    )
    objective: Annotated[Prose, Promised(What.WORDING)] = Field(
        title="Objective",
        description="The whole objective, in plain words.",
        examples=["Find schools that share the trust's values and take them in at a careful pace."],
    )
    lead: Annotated[Slug, ROLE] | None = Field(
        None,
        title="Lead",
        description="The role that answers for the objective. Left out if none was published.",
        examples=["ceo"],
    )
    source: SourceRecord | None = Field(
        None, title="Source", description="Where the published plan says it.", examples=[]
    )
    goals: list[GoalRecord] = Field(
        default_factory=list, title="Goals", description="What is to be true in the end.", examples=[]
    )


class ActionRecord(Shareable):
    """One commitment inside a milestone."""

    table = Table("actions", "The commitments inside the milestones.", one="action", called="action")

    id: Slug = Field(
        title="Id",
        description="A short name, unique within the milestone; it never changes.",
        examples=["one-or-two-join"],
    )
    action: Annotated[Line, Promised(What.WORDING)] = Field(
        title="Action",
        description="What is to be done, in words a parent understands.",
        examples=["One or two more schools join the trust"],
    )
    lead: Annotated[Slug, ROLE] | None = Field(
        None,
        title="Lead",
        description="The role that answers for it, if it is not the objective's lead.",
        examples=["ceo"],
    )
    due: Annotated[Day, Promised(What.DUE), ACTION_DUE] | None = Field(
        None,
        title="Due",
        description="Its own date. Left out, the end of the academic year holds.",
        examples=["2023-03-31"],
    )
    schools: Annotated[
        list[Annotated[Slug, SCHOOL]],
        EveryOrList,
        Values(
            "action_schools",
            "The schools at which actions are tracked one by one, where the plan names them.",
            one="school",
        ),
        Promised(What.SCHOOLS),
    ] = Field(
        default_factory=list,
        title="Schools",
        description="The schools at which it is tracked one by one, or `all`. Left out, it is the trust's as a whole.",
        examples=[["elm-road-junior", "oak-lane-primary"]],
        json_schema_extra=or_every,
    )
    source: SourceRecord | None = Field(
        None, title="Source", description="Where the published plan says it.", examples=[]
    )
    updates: list[UpdateRecord] = Field(
        default_factory=list, title="Updates", description="Reports on this action, oldest first.", examples=[]
    )


class MilestoneRecord(Shareable):
    """One year's file, such as 2022-23.yml: what one objective is to do in that academic year."""

    table = Table(
        "milestones",
        "What each objective is to do in each year: one row for each cell of the transformation map.",
        one="milestone",
        key="year",
        named=YEAR,
    )

    says_something_with = ("actions",)
    in_place_of_nothing: ClassVar[dict[str, str]] = {"focus": "nothing-published"}

    focus: Focus = Field(
        title="Focus",
        description="`planned`; or `not-a-focus`, if the plan says so; or `nothing-published`, if it is blank there.",
        examples=["planned"],
    )
    actions: list[ActionRecord] = Field(
        default_factory=list, title="Actions", description="What is to be done that year.", examples=[]
    )
