"""The central services one by one: what each includes and promises, who provides it, and whether it keeps its word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.standing import EvidenceView, evidence_view
from validate.standing.deadlines.noted import due_of
from validate.standing.services import is_below, promises_of, reviews_by, services_in
from validate.words import day, every, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.records.services import ServiceReviewRecord
    from validate.standing.deadlines.due import Due
    from validate.standing.services import Offer, Service

PROVIDERS = {
    "in-house": "the trust itself",
    "sponsor-group": "the group that sponsors the trust",
    "external": "another organisation",
}
OTHERS = "Other services"
"""The heading of services without one, where others have one."""
AT_COST = {True: "Yes", False: "No"}


@dataclass(frozen=True, kw_only=True, slots=True)
class FactView:
    """One fact of a service. `href` is empty where it leads nowhere."""

    name: str
    value: str
    href: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PromiseView:
    """What a service promises. `broken` tells whether the newest review found that it does not keep it."""

    text: str
    broken: bool
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceReviewView:
    """One review."""

    when: str
    meets: bool
    below: str
    """The promises that were not kept; empty where none is named."""
    intervention: str
    note: str
    evidence: tuple[EvidenceView, ...]
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceView:
    """One service. What the plan does not say of it is listed and not left blank."""

    id: str
    name: str
    about: str
    kept: str
    overdue: bool
    below: bool
    includes: tuple[str, ...]
    facts: tuple[FactView, ...]
    unsaid: str
    promises: tuple[PromiseView, ...]
    reviews: tuple[ServiceReviewView, ...]
    """Newest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceGroupView:
    """The services under one heading; the heading is empty where there is none."""

    title: str
    services: tuple[ServiceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceListView:
    """All services, under their headings."""

    groups: tuple[ServiceGroupView, ...]
    unsaid: str
    """What the plan says of none of them."""


def service_list(offer: Offer, context: SiteContext) -> ServiceListView:
    """Return every service under its heading, in the order of the file."""
    services = services_in(offer)
    silent = {service.record.id: unsaid(service, context) for service in services}
    never = unsaid_of_all(list(silent.values())) if len(services) > 1 else []
    groups: dict[str, list[ServiceView]] = {}
    for service in services:
        rest = [what for what in silent[service.record.id] if what not in never]
        groups.setdefault(service.record.group or "", []).append(_service(offer, service, context, rest))
    return ServiceListView(
        groups=tuple(
            ServiceGroupView(title=title or (OTHERS if len(groups) > 1 else ""), services=tuple(found))
            for title, found in groups.items()
        ),
        unsaid=listed(never, "or"),
    )


def unsaid_of_all(silent: list[list[str]]) -> list[str]:
    """Return what is said of none of the services, given what is not said of each."""
    return [what for what in silent[0] if all(what in others for others in silent)]


def unsaid(service: Service, context: SiteContext) -> list[str]:
    """Return what the plan does not say of a service, in words that go on from "not published"."""
    record = service.record
    known: dict[str, object] = {
        "what it includes": record.includes or record.about,
        "who provides it": record.provider or record.provider_kind,
        "whether it is supplied at cost": record.at_cost is not None,
        "how schools pay for it": record.charge,
        "who answers for it": record.lead,
        "what it promises its schools": record.levels,
        "when it is market tested": due_of(service, context.as_at).is_asked or _asks_none(service),
    }
    return [what for what, said in known.items() if not said]


def _service(offer: Offer, service: Service, context: SiteContext, not_said: list[str]) -> ServiceView:
    record, as_at = service.record, context.as_at
    testing = due_of(service, as_at)
    reviews = tuple(reversed(reviews_by(service, as_at)))
    broken = set(reviews[0].record.below) if reviews else set()
    return ServiceView(
        id=f"service-{record.id}",
        name=record.name,
        about=record.about or "",
        kept=kept(service, as_at, offer),
        overdue=testing.overdue,
        below=is_below(service, as_at),
        includes=tuple(record.includes),
        facts=tuple(_facts(offer, service, context, testing)),
        unsaid=listed(not_said),
        promises=tuple(
            PromiseView(
                text=promise.record.promise, broken=promise.record.id in broken, kept=kept(promise, as_at, service)
            )
            for promise in promises_of(service)
        ),
        reviews=tuple(_review(review, service, as_at) for review in reviews),
    )


def _facts(offer: Offer, service: Service, context: SiteContext, testing: Due) -> Iterable[FactView]:
    record = service.record
    if record.provider or record.provider_kind:
        yield FactView(name="Provided by", value=_provider(record.provider, record.provider_kind))
    if record.at_cost is not None:
        yield FactView(name="Supplied at cost", value=AT_COST[record.at_cost])
    charge = next((found for found in offer.record.charges if found.id == record.charge), None)
    if charge:
        yield FactView(name="Paid for by", value=charge.name, href=f"#charge-{charge.id}")
    if record.lead in context.plan.roles:
        yield FactView(name="Answers for it", value=context.plan.roles[record.lead].record.name)
    if testing.is_asked:
        yield FactView(name="Market test", value=_testing(testing), href="#calendar")
    elif _asks_none(service):
        yield FactView(name="Market test", value="None is asked for")


def _asks_none(service: Service) -> bool:
    return service.record.market_test_months == 0


def _provider(provider: str | None, kind: str | None) -> str:
    where = PROVIDERS.get(kind or "", "")
    return f"{provider} ({where})" if provider and where else provider or upper_first(where)


def _testing(testing: Due) -> str:
    which = "next" if testing.last else "first"
    due = f"the {which} is due on {day(testing.due)}" if testing.due else f"no day is set for the {which}"
    last = f"Last on {day(testing.last_day)}" if testing.last else "None made yet"
    return f"{last}; {due}" + (f"; {every(testing.months)}" if testing.months else "")


def _review(review: Entry[ServiceReviewRecord], service: Service, as_at: date) -> ServiceReviewView:
    record = review.record
    names = {level.id: level.promise for level in service.record.levels}
    return ServiceReviewView(
        when=day(record.date),
        meets=record.meets,
        below="; ".join(names[named] for named in record.below if named in names),
        intervention=record.intervention or "",
        note=record.note or "",
        evidence=tuple(evidence_view(proof, as_at) for proof in record.evidence),
        kept=kept(review, as_at, service),
    )
