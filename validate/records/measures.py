"""A measure, and the observations of all measures: figures with their targets, never of small groups."""

from typing import Annotated, Literal

from pydantic import Field

from validate.figures import Observed, Signed
from validate.records.base import Record, Shareable
from validate.records.notes import GOAL, MEASURE, OBJECTIVE, ROLE, SCHOOL, TERM, Once, Promised, Seen, Table, Values
from validate.records.promises import What
from validate.values.dates import Day, Year
from validate.values.numbers import Whole, YesNo
from validate.values.places import Link
from validate.values.text import Code, GoalName, Line, Prose, Slug


class BaselineRecord(Record):
    """Where a measure stood at the beginning."""

    value: Signed | None = Field(
        None, title="Value", description="The figure. Left out if it was not published.", examples=["94.2"]
    )
    year: Year | None = Field(None, title="Year", description="Its academic year.", examples=["2019-20"])
    note: Line | None = Field(
        None, title="Note", description="What was said of it.", examples=["Named in the plan, and not given"]
    )


class TargetRecord(Shareable):
    """What a measure is to reach in a year."""

    table = Table("targets", "What each measure is to reach, by year.", one="target", key="year")

    year: Year = Field(title="Year", description="The academic year.", examples=["2022-23"])
    value: Annotated[Signed, Promised(What.TARGET)] | None = Field(
        None, title="Value", description="The figure. Left out if words only are published.", examples=["96"]
    )
    words: Annotated[Line, Promised(What.TARGET)] | None = Field(
        None, title="Words", description="The target in words.", examples=["Above the national average"]
    )


class ComparatorValueRecord(Shareable):
    """A comparator's figure for one year."""

    table = Table("comparators", "The figures that each measure is set beside.", one="comparator's figure", key="year")

    year: Year = Field(title="Year", description="The academic year.", examples=["2022-23"])
    value: Signed = Field(title="Value", description="The figure.", examples=["93.5"])
    source: Line | None = Field(
        None, title="Source", description="Where it was published.", examples=["Pupil absence in schools, 2023"]
    )
    url: Link | None = Field(None, title="Link", description="Its web address.", examples=["https://example.org/data"])


class ComparatorRecord(Record):
    """What a measure is set beside, such as a national average."""

    name: Line = Field(title="Name", description="What it is.", examples=["National average"])
    values: list[ComparatorValueRecord] = Field(
        default_factory=list, title="Values", description="Its figures.", examples=[]
    )


class MeasureRecord(Shareable):
    """measures/<id>.yml: one measure."""

    table = Table("measures", "What is measured.", one="measure", alone=True)

    id: Slug = Field(title="Id", description="The file's name without .yml.", examples=["attendance"])
    title: Annotated[Line, Promised(What.TITLE)] = Field(
        title="Title", description="What is measured.", examples=["Attendance"]
    )
    about: Prose | None = Field(
        None,
        title="About",
        description="How it is measured, and why.",
        examples=["Sessions attended of those possible."],
    )
    unit: Annotated[Literal["percent", "points", "number", "days", "pounds", "score"], Promised(What.UNIT)] = Field(
        title="Unit", description="What the figures count.", examples=["percent"]
    )
    decimals: Whole = Field(0, title="Decimals", description="Decimal places shown.", examples=["1"])
    better: Annotated[Literal["higher", "lower", "near-target"], Promised(What.DIRECTION)] = Field(
        title="Better", description="The direction that is good.", examples=["higher"]
    )
    per: Literal["trust", "school"] = Field(
        title="Per", description="Whether there is one figure for the trust or one for each school.", examples=["trust"]
    )
    counts_people: YesNo = Field(
        False, title="Counts people", description="True if the figure itself is a number of people.", examples=["true"]
    )
    sensitive: YesNo = Field(
        False,
        title="Sensitive",
        description="True for safeguarding, exclusions, special needs, free meals, complaints and staff absence: every "
        "figure then needs the size of its group.",
        examples=["true"],
    )
    baseline: Annotated[BaselineRecord, Promised(What.BASELINE)] | None = Field(
        None, title="Baseline", description="Where it stood at the beginning.", examples=[]
    )
    targets: list[TargetRecord] = Field(
        default_factory=list, title="Targets", description="What it is to reach, year by year.", examples=[]
    )
    tolerance: Annotated[Signed, Promised(What.TOLERANCE)] | None = Field(
        None,
        title="Tolerance",
        description="How far from the target still counts as near it, in the measure's own unit.",
        examples=["0.5"],
    )
    comparator: ComparatorRecord | None = Field(
        None, title="Comparator", description="What it is set beside.", examples=[]
    )
    owner: Annotated[Slug, ROLE] | None = Field(
        None, title="Owner", description="The role that answers for it.", examples=["ceo"]
    )
    source: Line | None = Field(
        None, title="Source", description="Where the figures come from.", examples=["School census, autumn"]
    )
    goals: Annotated[
        list[Annotated[GoalName, GOAL]], Values("measure_goals", "The goals that each measure shows.", one="goal")
    ] = Field(
        default_factory=list,
        title="Goals",
        description="The goals it shows, as objective/goal/id.",
        examples=[["1.2/goal/attendance-above-city"]],
    )
    objectives: Annotated[
        list[Annotated[Code, OBJECTIVE]],
        Values("measure_objectives", "The objectives that each measure shows.", one="objective"),
    ] = Field(default_factory=list, title="Objectives", description="The objectives it shows.", examples=[["1.2"]])


class ObservationRecord(Shareable):
    """One line of observations.csv: a figure of one measure, for the trust or a school, in a year or a term."""

    table = Table(
        "observations",
        "The figures of every measure.",
        one="figure",
        known_by=("measure", "year", "term", "school"),
    )
    once = Once(("measure", "year", "term", "school", "published"), "observation-repeated")

    measure: Annotated[Slug, MEASURE] = Field(title="Measure", description="The measure.", examples=["attendance"])
    year: Year = Field(title="Year", description="The academic year.", examples=["2022-23"])
    term: Annotated[Slug, TERM] | None = Field(
        None, title="Term", description="The term, if it is not for the whole year.", examples=["autumn"]
    )
    school: Annotated[Slug, SCHOOL] | None = Field(
        None, title="School", description="The school. Empty for the whole trust.", examples=["elm-road-junior"]
    )
    value: Observed = Field(
        title="Value",
        description="A number; or `z` not applicable, `x` not available, `c` hidden to protect people, `low` rounds to "
        "0 but is not 0, `u` too unreliable.",
        examples=["94.1"],
    )
    group_size: Whole | None = Field(
        None, title="Group size", description="How many people the figure is about.", examples=["61"]
    )
    status: Literal["provisional", "final"] = Field(
        title="Status", description="Whether the figure may still change.", examples=["final"]
    )
    published: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Published", description="The day from which it was known.", examples=["2023-10-19"]
    )
    source: Line = Field(title="Source", description="Where it was published.", examples=["School performance tables"])
    url: Link | None = Field(
        None, title="Link", description="Its web address.", examples=["https://example.org/tables"]
    )


class ObservationsRecord(Record):
    """measures/observations.csv: every figure of every measure."""

    observations: list[ObservationRecord] = Field(
        default_factory=list, title="Observations", description="The lines of the file.", examples=[]
    )
