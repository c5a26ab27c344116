"""services.yml: what the trust does for its schools centrally, how it is paid for, tested and judged."""

from typing import Annotated, Literal

from pydantic import Field

from validate.records.base import Shareable
from validate.records.notes import CHARGE, ROLE, SCHOOL, Deadline, Log, Seen, Table, Values
from validate.records.report import EvidenceRecord
from validate.values.dates import Day
from validate.values.numbers import Number, Whole, YesNo
from validate.values.text import Line, Prose, Slug


class TierRecord(Shareable):
    """One step of a charge that differs between schools."""

    table = Table("charge_tiers", "The steps of each charge.", one="tier")

    id: Slug = Field(title="Id", description="A short name, unique within the charge.", examples=["larger"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Larger schools"])
    percent: Number | None = Field(
        None, title="Percent", description="Its share of a school's income, in percent.", examples=["4.5"]
    )
    schools: Annotated[
        list[Annotated[Slug, SCHOOL]], Values("charge_tier_schools", "The schools in each step.", one="school")
    ] = Field(default_factory=list, title="Schools", description="The schools in it.", examples=[["elm-road-junior"]])


class ChargeRecord(Shareable):
    """A way in which schools pay for services."""

    table = Table("charges", "How schools pay for services.", one="charge", alone=True)

    id: Slug = Field(title="Id", description="A short name for the charge.", examples=["top-slice"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Top slice"])
    model: Literal["top-slice-flat", "top-slice-tiered", "pooled", "traded", "not-published"] = Field(
        title="Model",
        description="A share of each school's income (the same for all, or in tiers); all income pooled and shared "
        "out; each service bought when needed; or not said.",
        examples=["top-slice-flat"],
    )
    basis: Line | None = Field(
        None, title="Basis", description="What the share is taken from.", examples=["General annual grant"]
    )
    percent: Number | None = Field(
        None, title="Percent", description="The share, in percent. Left out if not published.", examples=["5"]
    )
    about: Prose | None = Field(None, title="About", description="What schools should know.", examples=["Set yearly."])
    tiers: list[TierRecord] = Field(
        default_factory=list, title="Tiers", description="Its steps, if it has any.", examples=[]
    )


class ServiceLevelRecord(Shareable):
    """What a service promises its schools."""

    table = Table(
        "service_levels", "What each service promises its schools.", one="promise of a service", called="promise"
    )

    id: Slug = Field(title="Id", description="A short name, unique within the service.", examples=["accounts-on-time"])
    promise: Line = Field(
        title="Promise", description="What schools can count on.", examples=["Accounts by the fifth working day"]
    )


class ServiceReviewRecord(Shareable):
    """A look at whether a service keeps its promises."""

    table = Table("service_reviews", "Whether each service kept its promises.", one="review")
    log = Log(order="market-test-order", future="review-in-future")

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Date", description="The day of the review.", examples=["2025-02-14"]
    )
    meets: YesNo = Field(title="Meets", description="Whether it keeps everything it promises.", examples=["true"])
    below: Annotated[
        list[Slug], Values("service_reviews_below", "The promises that a service was found not to keep.", one="level")
    ] = Field(
        default_factory=list,
        title="Below",
        description="The promises it does not keep, by their ids in this service.",
        examples=[["accounts-on-time"]],
    )
    intervention: Prose | None = Field(
        None,
        title="Intervention",
        description="What is done where it does not keep them.",
        examples=["A weekly call until accounts are on time."],
    )
    note: Prose | None = Field(None, title="Note", description="What was found.", examples=["Late three times."])
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


class MarketTestRecord(Shareable):
    """A comparison of a service with what others would provide."""

    table = Table("market_tests", "The market tests of each service.", one="market test")
    log = Log(order="market-test-order", future="review-in-future")

    date: Annotated[Day, Seen.ENTRY_FROM] = Field(
        title="Date", description="The day it was finished.", examples=["2023-06-30"]
    )
    outcome: Line = Field(title="Outcome", description="What it led to.", examples=["Kept with the same provider"])
    evidence: list[EvidenceRecord] = Field(
        default_factory=list, title="Evidence", description="The proofs.", examples=[]
    )


NOTICE = Deadline(
    one="notice day",
    title="Notice days of contracts",
    group="services",
    words="Last day to give notice on the contract for the service “{}”",
    ahead="notice_months",
    lapses=True,
    roles=("lead",),
)
END = Deadline(
    one="end of a contract",
    title="Ends of contracts",
    group="services",
    words="End of the contract for the service “{}”",
    lapses=True,
    roles=("lead",),
)


class ContractRecord(Shareable):
    """An agreement with a provider."""

    starts: Day = Field(title="Starts", description="Its first day.", examples=["2023-09-01"])
    ends: Annotated[Day, NOTICE, END] | None = Field(
        None, title="Ends", description="Its last day.", examples=["2026-08-31"]
    )
    notice_months: Whole | None = Field(
        None, title="Notice months", description="How many months ahead it is ended.", examples=["6"]
    )


MARKET_TEST = Deadline(
    one="market test",
    title="Market tests of services",
    group="services",
    words="Market test of the service “{}”",
    met_by="market_tests",
    met="tested",
    every="market_test_months",
    roles=("lead",),
    rule="due the service's own interval after the last test, or else the interval of all services; the first is due "
    "on the day set for it. Late once that day has passed. Without a last test and without such a day, none is due.",
)


class ServiceRecord(Shareable):
    """One service."""

    table = Table("services", "The central services.", one="service", alone=True)

    id: Slug = Field(title="Id", description="A short name for the service.", examples=["finance"])
    name: Line = Field(title="Name", description="What it is called.", examples=["Finance"])
    group: Line | None = Field(
        None, title="Group", description="The heading it stands under.", examples=["Finance support"]
    )
    about: Prose | None = Field(None, title="About", description="What it does.", examples=["Runs the payroll."])
    includes: Annotated[list[Line], Values("service_contents", "What each service is made of.", one="content")] = Field(
        default_factory=list, title="Includes", description="What it is made of.", examples=[["Payroll"]]
    )
    lead: Annotated[Slug, ROLE] | None = Field(
        None, title="Lead", description="The role that answers for it.", examples=["dfo"]
    )
    provider: Line | None = Field(
        None, title="Provider", description="Who provides it; an organisation or team.", examples=["Finance team"]
    )
    provider_kind: Literal["in-house", "sponsor-group", "external"] | None = Field(
        None,
        title="Provider kind",
        description="The trust itself, the group that sponsors it, or somebody else.",
        examples=["in-house"],
    )
    at_cost: YesNo | None = Field(
        None,
        title="At cost",
        description="Whether it is supplied at cost. Left out if not published.",
        examples=["true"],
    )
    charge: Annotated[Slug, CHARGE] | None = Field(
        None, title="Charge", description="How schools pay for it.", examples=["top-slice"]
    )
    levels: list[ServiceLevelRecord] = Field(
        default_factory=list, title="Levels", description="What it promises its schools.", examples=[]
    )
    reviews: list[ServiceReviewRecord] = Field(
        default_factory=list, title="Reviews", description="Whether it kept that, oldest first.", examples=[]
    )
    market_test_months: Whole | None = Field(
        None,
        title="Market test months",
        description="Months between market tests, if not those of all services.",
        examples=["36"],
    )
    first_market_test: Annotated[Day, MARKET_TEST] | None = Field(
        None,
        title="First market test",
        description="When the first one is due, while there has been none.",
        examples=["2026-08-31"],
    )
    market_tests: list[MarketTestRecord] = Field(
        default_factory=list, title="Market tests", description="The market tests made, oldest first.", examples=[]
    )
    contract: ContractRecord | None = Field(
        None, title="Contract", description="The agreement with its provider.", examples=[]
    )


class ServicesRecord(Shareable):
    """services.yml: the services and how they are paid for."""

    file_title = "Central services"

    table = Table("services_offer", "The trust's central services as a whole, in one row.", one="services", single=True)

    source: Line | None = Field(
        None, title="Source", description="Where the plan says it.", examples=["Services we provide"]
    )
    about: Prose | None = Field(None, title="About", description="What they are for.", examples=["Time for teaching."])
    market_test_months: Whole | None = Field(
        None, title="Market test months", description="Months between market tests of a service.", examples=["36"]
    )
    charges: list[ChargeRecord] = Field(
        default_factory=list, title="Charges", description="How schools pay.", examples=[]
    )
    services: list[ServiceRecord] = Field(title="Services", description="The services.", examples=[], min_length=1)
