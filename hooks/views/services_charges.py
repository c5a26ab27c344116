"""How schools pay for central services, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.school_links import SchoolLinkView, school_links
from validate.records.services import ChargeRecord, TierRecord
from validate.standing.services import services_in

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.plan.schools import School
    from validate.standing.services import Offer

MODELS = {
    "top-slice-flat": "Each school gives the same share of its income to the trust, which pays for the services from "
    "it.",
    "top-slice-tiered": "Each school gives a share of its income to the trust, which pays for the services from it. "
    "How large the share is depends on the tier the school is in.",
    "pooled": "The income of all schools goes into one pool. The trust pays for the services from it and shares out "
    "the rest among the schools.",
    "traded": "Each school buys the service when it wants it, and pays for what it uses.",
    "not-published": "What share schools pay, or in what other way, is not published.",
}
"""Each model of charging, explained to somebody who has never heard of it."""
NOT_PUBLISHED = "Not published"


@dataclass(frozen=True, kw_only=True, slots=True)
class TierView:
    """One tier of a charge, with the schools in it."""

    name: str
    share: str
    schools: tuple[SchoolLinkView, ...]
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargeView:
    """One way of paying."""

    id: str
    name: str
    model: str
    """How it works."""
    share: str
    """The share that all schools pay; empty where there is no such share."""
    basis: str
    about: str
    kept: str
    tiers: tuple[TierView, ...]
    has_tiers: bool
    """True where there should be tiers, though none may be published."""
    pays_for: tuple[tuple[str, str], ...]
    """The services that are paid for in this way, as name and anchor."""


def charge_views(offer: Offer, context: SiteContext) -> tuple[ChargeView, ...]:
    """Return each way of paying, in the order of the file."""
    charges = offer.below(ChargeRecord)
    return tuple(_charge(charge, offer, context) for charge in charges)


def _charge(charge: Entry[ChargeRecord], offer: Offer, context: SiteContext) -> ChargeView:
    record, schools = charge.record, {school.id: school for school in context.plan.schools}
    paid = (service.record for service in services_in(offer) if service.record.charge == record.id)
    return ChargeView(
        id=f"charge-{record.id}",
        name=record.name,
        model=MODELS[record.model],
        share=_share(record),
        basis=record.basis or "",
        about=record.about or "",
        kept=kept(charge, context.as_at, offer),
        tiers=tuple(_tier(tier, schools, kept(tier, context.as_at, charge)) for tier in charge.below(TierRecord)),
        has_tiers=record.model == "top-slice-tiered",
        pays_for=tuple((service.name, f"service-{service.id}") for service in paid),
    )


def _share(record: ChargeRecord) -> str:
    if record.percent is not None:
        return f"{record.percent}%"
    return NOT_PUBLISHED if record.model == "top-slice-flat" else ""


def _tier(tier: Entry[TierRecord], schools: dict[str, School], words: str) -> TierView:
    record = tier.record
    return TierView(
        name=record.name,
        share=f"{record.percent}%" if record.percent is not None else NOT_PUBLISHED,
        schools=school_links(schools[school] for school in record.schools if school in schools),
        kept=words,
    )
