"""The central services one by one: what each includes and promises, who provides it, and whether it keeps its word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.records.services import MARKET_TEST
from validate.standing.deadlines.noted import due_of
from validate.standing.services import is_below, reviews_by, services_in
from validate.words import day, every, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

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
class ServiceReviewView:
    """One review."""

    review: Entry[ServiceReviewRecord]
    below: str
    """The promises that were not kept; empty where none is named."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceView:
    """One service. What the plan does not say of it is listed and not left blank."""

    service: Service
    overdue: bool
    below: bool
    facts: tuple[FactView, ...]
    unsaid: str
    broken: frozenset[str]
    """The promises that the newest review found not to be kept, by id."""
    reviews: tuple[ServiceReviewView, ...]
    """Newest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServiceListView:
    """All services, under their headings."""

    groups: tuple[tuple[str, tuple[ServiceView, ...]], ...]
    """Each heading with its services; the heading is empty where there is none."""
    unsaid: str
    """What the plan says of none of them."""


def service_list(offer: Offer, context: SiteContext) -> ServiceListView:
    """Return every service under its heading, in the order of the file."""
    services = services_in(offer)
    silent = {service.id: unsaid(service, context) for service in services}
    never = unsaid_of_all(list(silent.values())) if len(services) > 1 else []
    groups: dict[str, list[ServiceView]] = {}
    for service in services:
        rest = [what for what in silent[service.id] if what not in never]
        groups.setdefault(service.record.group or "", []).append(_service(service, context, rest))
    return ServiceListView(
        groups=tuple((title or (OTHERS if len(groups) > 1 else ""), tuple(found)) for title, found in groups.items()),
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
        "when it is market tested": due_of(service, MARKET_TEST, context.as_at).is_asked or _asks_none(service),
    }
    return [what for what, said in known.items() if not said]


def _service(service: Service, context: SiteContext, not_said: list[str]) -> ServiceView:
    testing = due_of(service, MARKET_TEST, context.as_at)
    reviews = tuple(reversed(reviews_by(service, context.as_at)))
    return ServiceView(
        service=service,
        overdue=testing.overdue,
        below=is_below(service, context.as_at),
        facts=tuple(_facts(service, testing)),
        unsaid=listed(not_said),
        broken=frozenset(reviews[0].record.below if reviews else ()),
        reviews=tuple(_review(review, service) for review in reviews),
    )


def _facts(service: Service, testing: Due) -> Iterable[FactView]:
    record = service.record
    if record.provider or record.provider_kind:
        yield FactView(name="Provided by", value=_provider(record.provider, record.provider_kind))
    if record.at_cost is not None:
        yield FactView(name="Supplied at cost", value=AT_COST[record.at_cost])
    if charge := service.refers("charge"):
        yield FactView(name="Paid for by", value=charge.record.name, href=f"#charge-{charge.id}")
    if lead := service.refers("lead"):
        yield FactView(name="Answers for it", value=lead.record.name)
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


def _review(review: Entry[ServiceReviewRecord], service: Service) -> ServiceReviewView:
    names = {level.id: level.promise for level in service.record.levels}
    below = "; ".join(names[named] for named in review.record.below if named in names)
    return ServiceReviewView(review=review, below=below)
