"""plan.yml: the plan as a whole, its years, roles and rules of reporting."""

from typing import Annotated, ClassVar

from pydantic import Field

from validate.records.base import Record
from validate.records.notes import Promised, Seen, Table, Values
from validate.records.promises import What
from validate.values.dates import Day, MonthDay, Year
from validate.values.numbers import Whole
from validate.values.places import Link
from validate.values.text import Code, Line, Prose, Slug


class TrustRecord(Record):
    """The trust whose plan this is."""

    name: Line = Field(title="Name", description="The trust's name.", examples=["Example Learning Trust"])
    opened: Day = Field(
        title="Opened", description="The day the trust was formed as a company.", examples=["2018-04-12"]
    )
    place: Line | None = Field(None, title="Place", description="Where its schools are.", examples=["Leicester"])
    company_number: Code | None = Field(
        None, title="Company number", description="Its number at Companies House.", examples=["01234567"]
    )
    group_reference: Code | None = Field(
        None, title="Group reference", description="Its TR number in the register.", examples=["TR01234"]
    )
    website: Link | None = Field(
        None, title="Website", description="The trust's own website.", examples=["https://example.org/"]
    )


class RoleRecord(Record):
    """A role that may lead work and report on it. Roles only; never a person's name."""

    table = Table("roles", "The roles that may lead and report.", one="role", alone=True)

    outside: ClassVar[bool] = False
    """Whether it stands outside the trust."""

    id: Slug = Field(title="Id", description="A short name for the role.", examples=["ceo"])
    name: Line = Field(title="Name", description="The role as readers know it.", examples=["Chief executive officer"])


class ReportingSourceRecord(Record):
    """Something outside the trust that updates may be drawn from, such as the public record."""

    table = Table(
        "reporting_sources", "Sources outside the trust that updates may be drawn from.", one="source", alone=True
    )

    outside: ClassVar[bool] = True
    """Whether it stands outside the trust."""

    id: Slug = Field(title="Id", description="A short name for the source.", examples=["public-record"])
    name: Line = Field(title="Name", description="The source as readers know it.", examples=["Public record"])
    about: Line | None = Field(
        None,
        title="About",
        description="What the source is.",
        examples=["Public registers and web pages, not the trust itself"],
    )


class TermRecord(Record):
    """One term of the academic year."""

    table = Table("terms", "The terms of a year.", one="term", alone=True)

    id: Slug = Field(title="Id", description="A short name for the term.", examples=["autumn"])
    name: Line = Field(title="Name", description="The term as readers know it.", examples=["Autumn"])
    starts: MonthDay = Field(title="Starts", description="Its first day, as month-day.", examples=["09-01"])


class WordingRecord(Record):
    """The trust's own words for parts of its plan."""

    pillar: Line = Field("pillar", title="Pillar", description="One pillar.", examples=["priority"])
    pillars: Line = Field("pillars", title="Pillars", description="More pillars.", examples=["priorities"])
    goal: Line = Field(
        "Goal", title="Goal", description="The heading of the goal column.", examples=["Goal for summer 2024"]
    )


class ReportingRecord(Record):
    """How reports are counted: for which day, and when a report has grown old."""

    as_at: Annotated[Day, Seen.VALUE_FROM] | None = Field(
        None,
        title="As at",
        description="The day for which the pages are worked out. Left out, it is given when building.",
        examples=["2024-08-31"],
    )
    stale_after_days: Whole = Field(
        120,
        title="Stale after days",
        description="After so many days without a report, open work is shown as stale.",
        examples=["120"],
    )
    nothing_found: Line = Field(
        "Nobody has reported on this yet.",
        title="Nothing found",
        description="What the pages say where there is no report.",
        examples=["No public report was found."],
    )


class PublishedRecord(Record):
    """The document in which the plan was published."""

    title: Line = Field(title="Title", description="The document's title.", examples=["Business Plan 2020-2024"])
    url: Link | None = Field(
        None, title="Link", description="Where it can be read.", examples=["https://example.org/plan.pdf"]
    )


class PlanRecord(Record):
    """plan.yml: title, years, goal date, roles, wording and reporting rules."""

    file_title = "Title, years, terms and roles"

    table = Table("plan", "The plan as a whole, in one row.", one="plan", single=True)

    title: Annotated[Line, Promised(What.TITLE)] = Field(
        title="Title", description="The plan's title.", examples=["Plan 2020 to 2024"]
    )
    trust: TrustRecord = Field(title="Trust", description="The trust whose plan this is.", examples=[])
    published: PublishedRecord | None = Field(
        None, title="Published", description="The document that holds the plan.", examples=[]
    )
    notice: Prose | None = Field(
        None,
        title="Notice",
        description="A sentence or two shown on every page.",
        examples=["Compiled from public documents. Not the trust's own site."],
    )
    years: Annotated[
        list[Year], Values("years", "The academic years of the plan.", one="year", alone=True), Promised(What.YEAR)
    ] = Field(
        title="Years",
        description="The academic years of the plan, in order.",
        examples=[["2020-21", "2021-22"]],
        min_length=1,
    )
    goal_date: Annotated[Day, Promised(What.DUE)] = Field(
        title="Goal date", description="The day by which goals are to be true.", examples=["2024-08-31"]
    )
    terms: list[TermRecord] = Field(
        title="Terms", description="The terms of a year, in order, the first starting it.", examples=[], min_length=1
    )
    roles: list[RoleRecord] = Field(
        title="Roles", description="The roles that may lead and report.", examples=[], min_length=1
    )
    sources: list[ReportingSourceRecord] = Field(
        default_factory=list,
        title="Sources",
        description="Sources outside the trust that updates may be drawn from.",
        examples=[],
    )
    wording: WordingRecord = Field(
        default_factory=WordingRecord, title="Wording", description="The trust's own words.", examples=[]
    )
    reporting: ReportingRecord = Field(
        default_factory=ReportingRecord, title="Reporting", description="How reports are counted.", examples=[]
    )
