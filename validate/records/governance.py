"""governance.yml: who decides what, in bodies and counts, never in names of people."""

from typing import Annotated, Literal

from pydantic import Field

from validate.records.base import Record, Shareable
from validate.records.notes import BODY, POWER, ROLE, SCHOOL, Deadline, Log, Once, Seen, Table, Values
from validate.records.report import EvidenceRecord
from validate.values.dates import Day
from validate.values.numbers import Whole
from validate.values.places import Link
from validate.values.text import Line, Prose, Slug


class BodyRecord(Shareable):
    """A group of people with a part in governing the trust."""

    table = Table("governance_bodies", "The bodies that govern the trust, top first.", one="body", alone=True)

    id: Slug = Field(title="Id", description="A short name for the body.", examples=["finance-committee"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Finance committee"])
    kind: Literal["members", "board", "committee", "executive", "local-board", "other"] = Field(
        title="Kind", description="What sort of body it is.", examples=["committee"]
    )
    purpose: Prose = Field(title="Purpose", description="What it is for.", examples=["Watches over the budget."])
    reports_to: Annotated[Slug, BODY] | None = Field(
        None, title="Reports to", description="The body that it answers to.", examples=["board"]
    )
    seats: Whole | None = Field(None, title="Seats", description="How many people it may have.", examples=["8"])
    filled: Whole | None = Field(None, title="Filled", description="How many of the seats are taken.", examples=["7"])
    filled_on: Day | None = Field(
        None, title="Filled on", description="The day on which they were counted.", examples=["2025-01-31"]
    )
    size_note: Line | None = Field(
        None, title="Size note", description="What to know of its size.", examples=["Two are elected by parents."]
    )
    meets: Line | None = Field(None, title="Meets", description="How often it meets.", examples=["Once a term"])
    roles: Annotated[
        list[Annotated[Slug, ROLE]], Values("governance_body_roles", "The roles that sit on each body.", one="role")
    ] = Field(default_factory=list, title="Roles", description="The roles that sit on it.", examples=[["ceo"]])
    schools: Annotated[
        list[Annotated[Slug, SCHOOL]],
        Values("governance_body_schools", "The schools that a body is for, where it is not for all.", one="school"),
    ] = Field(
        default_factory=list, title="Schools", description="The schools it is for, if not all.", examples=[["elm-road"]]
    )


class PowerRecord(Record):
    """A part that a body may have in a decision."""

    table = Table("governance_powers", "The parts that a body may have in a decision.", one="power", alone=True)

    id: Slug = Field(title="Id", description="A short name for the part.", examples=["decides"])
    name: Line = Field(title="Name", description="What readers call it.", examples=["Decides"])
    meaning: Line = Field(title="Meaning", description="What it says.", examples=["Has the final word"])


class ShareRecord(Record):
    """The part that one body has in a decision."""

    table = Table("delegation_shares", "Which body has which part in each decision.", one="share", known_by=("body",))
    once = Once(("body",), "delegation-twice")

    body: Annotated[Slug, BODY] = Field(title="Body", description="The body.", examples=["board"])
    power: Annotated[Slug, POWER] = Field(title="Power", description="Its part.", examples=["decides"])
    note: Line | None = Field(None, title="Note", description="Within which limits.", examples=["Above 50,000 pounds"])


class DecisionRecord(Shareable):
    """One row of the scheme of delegation."""

    table = Table(
        "delegation", "The scheme of delegation: what is decided.", one="decision", alone=True, called="decision"
    )

    id: Slug = Field(title="Id", description="A short name for the decision.", examples=["approve-budget"])
    area: Line = Field(title="Area", description="The heading it stands under.", examples=["Finance"])
    decision: Line = Field(title="Decision", description="What is decided.", examples=["Approve the trust's budget"])
    shares: list[ShareRecord] = Field(
        title="Shares", description="Which body has which part in it.", examples=[], min_length=1
    )


class HeldRecord(Shareable):
    """A review that took place."""

    table = Table("governance_reviews_held", "When each review took place.", one="review held")
    log = Log(order="review-order", future="review-in-future", one="review")

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Date", description="The day it was finished.", examples=["2024-05-31"]
    )
    by: Line = Field(title="By", description="Who made it; a body or organisation.", examples=["External reviewer"])
    outcome: Prose | None = Field(None, title="Outcome", description="What it found.", examples=["No gaps found."])
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


NEXT_REVIEW = Deadline(
    one="review of governance",
    title="Reviews of governance",
    group="governance",
    met_by="held",
    met="held",
    every="every_months",
    for_each=True,
)


class GovernanceReviewRecord(Shareable):
    """A review of governance that comes round."""

    table = Table("governance_reviews", "Reviews of governance that come round.", one="review", alone=True)

    id: Slug = Field(title="Id", description="A short name for the review.", examples=["external-review"])
    name: Line = Field(title="Name", description="What it is called.", examples=["External review of governance"])
    body: Annotated[Slug, BODY] | None = Field(
        None, title="Body", description="The body that is reviewed, if it is one.", examples=["board"]
    )
    every_months: Whole | None = Field(
        None, title="Every months", description="Months from one to the next.", examples=["36"]
    )
    next_due: Annotated[Day, NEXT_REVIEW] | None = Field(
        None, title="Next due", description="When it is due next, if that is set.", examples=["2027-05-31"]
    )
    about: Line | None = Field(None, title="About", description="What it looks at.", examples=["Skills and vacancies"])
    held: list[HeldRecord] = Field(
        default_factory=list, title="Held", description="When it took place, oldest first.", examples=[]
    )


class RegisterRecord(Shareable):
    """A page on which the trust publishes what the law asks of it."""

    table = Table("governance_registers", "What the trust publishes by law, and where.", one="register", alone=True)

    id: Slug = Field(title="Id", description="A short name for the page.", examples=["register-of-interests"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Register of interests"])
    about: Line | None = Field(None, title="About", description="What it lists.", examples=["Interests of trustees"])
    url: Link | None = Field(
        None, title="Link", description="Where it is. Left out if not found.", examples=["https://example.org/register"]
    )


class GovernanceRecord(Shareable):
    """governance.yml: bodies, the scheme of delegation, reviews and registers."""

    table = Table("governance", "How the trust is governed, in one row.", one="governance", single=True)

    source: Line | None = Field(
        None, title="Source", description="Where the plan says it.", examples=["Leadership and governance"]
    )
    about: Prose | None = Field(None, title="About", description="How it works.", examples=["Schools keep their say."])
    bodies: list[BodyRecord] = Field(title="Bodies", description="The bodies, top first.", examples=[], min_length=1)
    powers: list[PowerRecord] = Field(
        default_factory=list, title="Powers", description="The parts a body may have in a decision.", examples=[]
    )
    decisions: list[DecisionRecord] = Field(
        default_factory=list, title="Decisions", description="The scheme of delegation.", examples=[]
    )
    reviews: list[GovernanceReviewRecord] = Field(
        default_factory=list, title="Reviews", description="Reviews of governance.", examples=[]
    )
    registers: list[RegisterRecord] = Field(
        default_factory=list, title="Registers", description="What the trust publishes by law.", examples=[]
    )
