"""deployments.yml: people lent between schools, leadership roles across the trust, and networks."""

from typing import Annotated

from pydantic import Field

from validate.records.base import Shareable
from validate.records.notes import OBJECTIVE, ROLE, SCHOOL, Seen, Table, Values
from validate.records.report import EvidenceRecord
from validate.values.dates import Day
from validate.values.numbers import Number, Whole, YesNo
from validate.values.text import Code, Line, Prose, Slug


class DeploymentRecord(Shareable):
    """A role lent for a time. Whoever is not a school of the trust is named as outside; roles only, never people."""

    table = Table("deployments", "Roles lent from one school to another.", one="deployment", alone=True, called="role")

    id: Slug = Field(title="Id", description="A short name for the deployment.", examples=["reading-lead-to-elm-road"])
    role: Line = Field(title="Role", description="The role that was lent.", examples=["Specialist leader in reading"])
    from_school: Annotated[Slug, SCHOOL] | None = Field(
        None, title="From school", description="The school of the trust that lends.", examples=["elm-road-junior"]
    )
    from_outside: Line | None = Field(
        None,
        title="From outside",
        description="Who lends, if not a school of the trust. Left out with `from_school`: the trust's central team.",
        examples=["Another trust"],
    )
    to_school: Annotated[Slug, SCHOOL] | None = Field(
        None, title="To school", description="The school of the trust that borrows.", examples=["oak-lane-primary"]
    )
    to_outside: Line | None = Field(
        None, title="To outside", description="Who borrows, if not a school of the trust.", examples=["A city school"]
    )
    focus: Line = Field(title="Focus", description="What it is about.", examples=["Early reading"])
    objective: Annotated[Code, OBJECTIVE] | None = Field(
        None, title="Objective", description="The objective that it serves.", examples=["5.2"]
    )
    starts: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Starts", description="Its first day.", examples=["2025-01-06"]
    )
    ends: Annotated[Day, Seen.VALUE_FROM] | None = Field(
        None, title="Ends", description="Its last day. Left out, it goes on.", examples=["2025-03-28"]
    )
    days: Number | None = Field(
        None, title="Days", description="Days of work in all. Left out if not counted.", examples=["12"]
    )
    note: Prose | None = Field(None, title="Note", description="What came of it.", examples=["Plan rewritten."])
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


class CrossTrustRoleRecord(Shareable):
    """A leadership role for the whole trust that somebody at one school holds beside their own."""

    table = Table("cross_trust_roles", "Leadership roles across the trust.", one="leadership role", alone=True)

    id: Slug = Field(title="Id", description="A short name for the role.", examples=["trust-send-lead"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Trust lead for SEND"])
    about: Prose | None = Field(None, title="About", description="What it does.", examples=["Leads the network."])
    school: Annotated[Slug, SCHOOL] | None = Field(
        None, title="School", description="The school whose staff hold it.", examples=["elm-road-junior"]
    )
    days_a_year: Number | None = Field(
        None, title="Days a year", description="Days set aside for it in a year.", examples=["20"]
    )
    starts: Annotated[Day, Seen.ENTRY_FROM] | None = Field(
        None, title="Starts", description="Since when it has been held.", examples=["2024-09-01"]
    )
    ends: Annotated[Day, Seen.VALUE_FROM] | None = Field(
        None, title="Ends", description="Until when. Left out, it goes on.", examples=["2025-08-31"]
    )


class NetworkRecord(Shareable):
    """People of several schools who work on one subject."""

    table = Table("networks", "Networks of schools.", one="network", alone=True)

    id: Slug = Field(title="Id", description="A short name for the network.", examples=["early-years"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Early years network"])
    about: Prose | None = Field(None, title="About", description="What it works on.", examples=["Shared planning."])
    lead: Annotated[Slug, ROLE] | None = Field(
        None, title="Lead", description="The role that leads it.", examples=["school-improvement-lead"]
    )
    meets: Line | None = Field(None, title="Meets", description="How often.", examples=["Twice a term"])
    members: Annotated[
        list[Annotated[Slug, SCHOOL]], Values("network_members", "The schools in each network.", one="school")
    ] = Field(
        default_factory=list, title="Members", description="The schools of the trust in it.", examples=[["elm-road"]]
    )
    open_to_others: YesNo | None = Field(
        None,
        title="Open to others",
        description="Whether schools outside the trust may join in. Left out if not published.",
        examples=["true"],
    )
    others: Whole | None = Field(
        None, title="Others", description="How many schools outside the trust take part.", examples=["3"]
    )


class DeploymentsRecord(Shareable):
    """deployments.yml: support between schools."""

    file_title = "Support between schools"

    table = Table(
        "between_schools", "Support between schools as a whole, in one row.", one="support between schools", single=True
    )

    source: Line | None = Field(None, title="Source", description="Where the plan says it.", examples=["Objective 5.2"])
    about: Prose | None = Field(None, title="About", description="What it is for.", examples=["Schools help schools."])
    deployments: list[DeploymentRecord] = Field(
        default_factory=list, title="Deployments", description="Roles lent, in order of time.", examples=[]
    )
    roles: list[CrossTrustRoleRecord] = Field(
        default_factory=list, title="Roles", description="Leadership roles across the trust.", examples=[]
    )
    networks: list[NetworkRecord] = Field(
        default_factory=list, title="Networks", description="Networks of schools.", examples=[]
    )
