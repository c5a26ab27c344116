"""support.yml: levels of support for schools, how they are reviewed, and how autonomy is earned."""

from typing import Annotated, Literal

from pydantic import Field

from validate.records.base import Shareable
from validate.records.notes import LEVEL, ROLE, TERM, TRIGGER, YEAR, Deadline, Log, Once, Seen, Table, Values
from validate.records.report import EvidenceRecord
from validate.values.dates import Day, Year
from validate.values.text import Line, Prose, Slug


class TriggerRecord(Shareable):
    """Something that, where it is found, calls for a level of support."""

    table = Table(
        "support_triggers", "What calls for each level of support.", one="trigger", alone=True, called="trigger"
    )

    id: Slug = Field(title="Id", description="A short name, unique among all triggers.", examples=["weak-governance"])
    trigger: Line = Field(title="Trigger", description="What is found.", examples=["Governance is weak"])
    basis: Literal["measured", "judged"] | None = Field(
        None,
        title="Basis",
        description="`measured` if figures show it, `judged` if people decide it.",
        examples=["judged"],
    )


class OfferRecord(Shareable):
    """Something that the trust does for schools at a level."""

    table = Table("support_offers", "What the trust does for schools at each level.", one="offer", called="offer")

    id: Slug = Field(title="Id", description="A short name, unique within the level.", examples=["peer-reviews"])
    offer: Line = Field(title="Offer", description="What the trust does.", examples=["Peer reviews"])
    kind: Literal["regular", "action", "support"] = Field(
        title="Kind",
        description="`regular` for what always goes on, `action` for a step taken, `support` for help given.",
        examples=["regular"],
    )


class LevelRecord(Shareable):
    """One level of support, with what calls for it and what the trust then does."""

    table = Table("support_levels", "The levels of support, from the least to the most.", one="level", alone=True)

    id: Slug = Field(title="Id", description="A short name for the level.", examples=["core"])
    name: Line = Field(title="Name", description="The level as readers know it.", examples=["Core support"])
    for_whom: Prose = Field(
        title="For whom", description="The schools that it is for.", examples=["Schools above the national average"]
    )
    accountable: Annotated[Slug, ROLE] | None = Field(
        None, title="Accountable", description="The role that answers for it.", examples=["ceo"]
    )
    how: Prose | None = Field(
        None,
        title="How",
        description="How the role answers for it, and how far the trust directs the school.",
        examples=["The chief executive tells the board at each meeting."],
    )
    reviewed: Line | None = Field(
        None, title="Reviewed", description="How often it is reviewed.", examples=["At each board meeting"]
    )
    triggers: list[TriggerRecord] = Field(
        default_factory=list, title="Triggers", description="What calls for this level.", examples=[]
    )
    offers: list[OfferRecord] = Field(
        default_factory=list, title="Offers", description="What the trust then does.", examples=[]
    )


class ReviewRecord(Shareable):
    """The regular look at every school by which its level is decided."""

    table = Table("support_reviews", "How a school's level is decided.", one="review", alone=True)

    id: Slug = Field(title="Id", description="A short name for the review.", examples=["performance-dialogue"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Annual performance dialogue"])
    about: Prose = Field(title="About", description="What is looked at, and what follows.", examples=["Data and risks"])
    how_often: Line = Field(title="How often", description="When it takes place.", examples=["Once a year"])
    followed_up: Line | None = Field(
        None, title="Followed up", description="How often it is come back to.", examples=["At least each term"]
    )
    lead: Annotated[Slug, ROLE] | None = Field(
        None, title="Lead", description="The role that leads it.", examples=["ceo"]
    )


class AutonomyRecord(Shareable):
    """How far schools decide for themselves, and what changes that."""

    about: Prose = Field(title="About", description="The principle.", examples=["Success earns more freedom."])
    earned_by: Annotated[list[Line], Values("autonomy_earned", "What earns a school autonomy.", one="what")] = Field(
        default_factory=list,
        title="Earned by",
        description="What gives a school more of it.",
        examples=[["A balanced budget"]],
    )
    reduced_by: Annotated[
        list[Line], Values("autonomy_reduced", "What takes some of a school's autonomy away.", one="what")
    ] = Field(
        default_factory=list,
        title="Reduced by",
        description="What takes some of it away.",
        examples=[["A weak inspection"]],
    )


class SupportRecord(Shareable):
    """support.yml: levels of support, reviews and autonomy."""

    file_title = "School improvement"

    table = Table("support", "How the trust supports its schools, in one row.", one="support", single=True)

    source: Line | None = Field(
        None, title="Source", description="Where the plan says it.", examples=["School improvement strategy"]
    )
    about: Prose | None = Field(
        None, title="About", description="What the trust's support is for.", examples=["No school is left alone."]
    )
    levels: list[LevelRecord] = Field(
        title="Levels", description="The levels, from the least support to the most.", examples=[], min_length=1
    )
    reviews: list[ReviewRecord] = Field(
        default_factory=list, title="Reviews", description="How a school's level is decided.", examples=[]
    )
    autonomy: AutonomyRecord | None = Field(
        None, title="Autonomy", description="How schools earn freedom to decide.", examples=[]
    )


NEXT_LEVEL = Deadline(
    one="review of support",
    title="Reviews of a school's level of support",
    words="Review the level of support of {}",
    group="support",
    met_by_next=True,
    met="reviewed",
    roles=("level.accountable", "decided_by"),
    rule="late once the day that the last review set for the next one has passed, as long as the school belongs.",
)


class SchoolLevelRecord(Shareable):
    """A school's level of support in one term, one entry of a log. For trustees only, unless it says otherwise."""

    table = Table(
        "school_levels",
        "The level of support of each school, term by term.",
        one="school level",
        known_by=("year", "term"),
    )
    log = Log(order="level-order")
    once = Once(("reviewed", "year", "term"), "level-repeated")

    audience: Literal["public", "trustees"] = Field(
        "trustees",
        title="Audience",
        description="`public` shows it on the public website. Left out, only trustees see it.",
        examples=["public"],
    )
    year: Annotated[Year, YEAR] = Field(title="Year", description="The academic year.", examples=["2022-23"])
    term: Annotated[Slug, TERM] = Field(title="Term", description="The term, as plan.yml has it.", examples=["autumn"])
    level: Annotated[Slug, LEVEL] = Field(title="Level", description="The level of support.", examples=["core"])
    triggers: Annotated[
        list[Annotated[Slug, TRIGGER]], Values("school_level_triggers", "The triggers that were met.", one="trigger")
    ] = Field(
        default_factory=list,
        title="Triggers",
        description="The triggers that were met.",
        examples=[["weak-governance"]],
    )
    reviewed: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Reviewed", description="The day on which it was decided.", examples=["2022-10-14"]
    )
    next_review: Annotated[Day, NEXT_LEVEL] | None = Field(
        None, title="Next review", description="When it is looked at again.", examples=["2023-01-20"]
    )
    decided_by: Annotated[Slug, ROLE] | None = Field(
        None, title="Decided by", description="The role that decided it.", examples=["ceo"]
    )
    note: Prose | None = Field(None, title="Note", description="Why, in a sentence or two.", examples=["New head."])
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )
