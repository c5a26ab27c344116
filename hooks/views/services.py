"""Central services: what the trust does for its schools, how they pay for it, and how it is tested and judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.page import Page
from hooks.views.services_calendar import CalendarView, calendar_view
from hooks.views.services_charges import ChargeView, charge_views
from hooks.views.services_contracts import ContractView, contract_views
from hooks.views.services_list import ServiceListView, service_list
from validate.records.services import MARKET_TEST, ServicesRecord
from validate.standing.deadlines.noted import due_of
from validate.standing.services import is_below, services_in
from validate.words import count, count_in_words, day, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.standing.services import Offer

SERVICES_PAGE = "services.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferView:
    """Everything that services.yml says."""

    entry: Offer
    charges: tuple[ChargeView, ...]
    services: ServiceListView
    calendar: CalendarView
    contracts: tuple[ContractView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ServicesView:
    """The page on central services. The offer is missing where the plan says nothing of it."""

    sentence: str
    offer: OfferView | None


def pages(context: SiteContext) -> Iterator[Page]:
    """Return the page on central services."""
    yield Page(
        path=SERVICES_PAGE,
        title="Central services",
        template="pages/services.md",
        view=services_view(context),
    )


def services_view(context: SiteContext) -> ServicesView:
    """Return the view of the page on central services."""
    offer = context.plan.part(ServicesRecord)
    if offer is None:
        return ServicesView(sentence="The plan says nothing of central services.", offer=None)
    return ServicesView(
        sentence=_sentence(offer, context.as_at),
        offer=OfferView(
            entry=offer,
            charges=charge_views(offer),
            services=service_list(offer, context),
            calendar=calendar_view(offer, context),
            contracts=contract_views(offer, context.as_at),
        ),
    )


def _sentence(offer: Offer, as_at: date) -> str:
    services = services_in(offer)
    testing = [due_of(service, MARKET_TEST, as_at) for service in services]
    overdue = sum(found.overdue for found in testing)
    below = sum(is_below(service, as_at) for service in services)
    said = [f"The plan names {count(len(services), 'central service')}."]
    if any(found.is_asked for found in testing):
        said.append(f"On {day(as_at)} {count_in_words(overdue, 'is', 'are')} overdue for a market test.")
    else:
        said.append("It says nothing of market tests.")
    if below:
        said.append(f"{upper_first(count_in_words(below, 'is', 'are'))} below what it promises.")
    return " ".join(said)
