"""growth.yml: phases of growth, the posts each needs, and the plan's limits on joining."""

from typing import Annotated, Literal

from pydantic import Field

from validate.records.base import Shareable
from validate.records.notes import PHASE, Log, Seen, Table
from validate.records.report import EvidenceRecord
from validate.values.dates import Day
from validate.values.numbers import Number, Whole, YesNo
from validate.values.text import Code, Line, Prose, Slug


class PhaseRecord(Shareable):
    """One phase of growth: for how many schools it is meant."""

    table = Table("phases", "The phases of growth.", one="phase", alone=True)

    id: Code = Field(title="Id", description="The phase's number.", examples=["2"])
    name: Line = Field(title="Name", description="The phase's name.", examples=["Phase two"])
    schools_from: Whole = Field(title="Schools from", description="The fewest schools it is meant for.", examples=["5"])
    schools_to: Whole | None = Field(
        None,
        title="Schools to",
        description="The most schools it is meant for. Left out, there is no upper end.",
        examples=["6"],
    )
    as_published: Line | None = Field(
        None, title="As published", description="The plan's own figure.", examples=["4 + 1 or 2 schools"]
    )
    overlap_note: Line | None = Field(
        None,
        title="Overlap note",
        description="Why this phase shares school counts with the one before, if it does.",
        examples=["The published ranges overlap."],
    )


class PostInPhaseRecord(Shareable):
    """A post's size in one phase."""

    table = Table(
        "capacity",
        "The size of each post in each phase that has it. No figure means that the plan gives none.",
        one="size",
        key="phase",
    )

    phase: Annotated[Code, PHASE] = Field(title="Phase", description="Which phase.", examples=["2"])
    fte: Number | None = Field(
        None,
        title="FTE",
        description="Full-time equivalent. Left out where the plan names the post and gives no figure.",
        examples=["0.8"],
    )
    as_published: Line | None = Field(
        None,
        title="As published",
        description="The plan's wording, if the post has another name in this phase.",
        examples=["Payroll"],
    )


class FilledRecord(Shareable):
    """How much of a post is filled from a day on."""

    table = Table("posts_filled", "How much of each post is filled, from which day.", one="filling")
    log = Log()

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Date", description="The day from which it holds.", examples=["2022-09-01"]
    )
    fte: Number = Field(title="FTE", description="Full-time equivalent filled.", examples=["0.6"])
    temporary: YesNo = Field(
        False, title="Temporary", description="True while it is filled for a time only.", examples=["true"]
    )
    note: Line | None = Field(None, title="Note", description="What to know of it.", examples=["Shared with a school"])
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


class PostRecord(Shareable):
    """A central post or bought-in support, with its size in each phase that has it."""

    table = Table("posts", "Central posts and bought-in support.", one="post", alone=True)

    id: Slug = Field(title="Id", description="A short name for the post.", examples=["chief-executive"])
    name: Line = Field(title="Name", description="The post's name.", examples=["Chief executive officer"])
    kind: Literal["internal", "external"] = Field(
        title="Kind",
        description="`internal` for the trust's own staff, `external` for support from outside.",
        examples=["internal"],
    )
    phases: list[PostInPhaseRecord] = Field(
        title="Phases", description="The phases that have the post.", examples=[], min_length=1
    )
    filled: list[FilledRecord] = Field(
        default_factory=list, title="Filled", description="How much of it is filled, oldest first.", examples=[]
    )


class GrowthRuleRecord(Shareable):
    """A limit that the plan sets on how many schools join in one academic year."""

    table = Table("growth_rules", "The plan's limits on joining.", one="limit", alone=True, called="rule")

    id: Slug = Field(title="Id", description="A short name for the rule.", examples=["two-a-year"])
    rule: Line = Field(
        title="Rule", description="The rule in plain words.", examples=["At most two schools join in a year"]
    )
    schools_a_year: Whole = Field(
        title="Schools a year", description="The most schools that may join in one year.", examples=["2"]
    )
    if_sponsored: Whole | None = Field(
        None,
        title="If sponsored",
        description="The limit in a year in which a sponsored school joins.",
        examples=["1"],
    )
    needing_intensive_support: Whole | None = Field(
        None,
        title="Needing intensive support",
        description="How many of them may need intensive support.",
        examples=["1"],
    )
    source: Line | None = Field(
        None, title="Source", description="Where the plan says it.", examples=["Objective 4.1, goal, paragraph 2"]
    )


class GrowthRecord(Shareable):
    """growth.yml: phases, posts and growth rules."""

    file_title = "Growth and capacity"

    source: Line | None = Field(
        None, title="Source", description="Where the plan gives the phases.", examples=["Section on capacity"]
    )
    footnote: Prose | None = Field(
        None, title="Footnote", description="What the plan adds beneath the table.", examples=["Depends on size."]
    )
    rules: list[GrowthRuleRecord] = Field(
        default_factory=list, title="Rules", description="The plan's limits on joining.", examples=[]
    )
    phases: list[PhaseRecord] = Field(
        title="Phases", description="The phases, smallest first.", examples=[], min_length=1
    )
    posts: list[PostRecord] = Field(
        default_factory=list, title="Posts", description="Central posts and bought-in support.", examples=[]
    )
