"""How schools pay for central services, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.records.services import ChargeRecord
from validate.standing.services import services_in

if TYPE_CHECKING:
    from validate.plan.entry import Entry
    from validate.standing.services import Offer, Service

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


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargeView:
    """One way of paying."""

    charge: Entry[ChargeRecord]
    model: str
    """How it works."""
    share: str
    """The share that all schools pay; empty where there is no such share."""
    has_tiers: bool
    """True where there should be tiers, though none may be published."""
    pays_for: tuple[Service, ...]


def charge_views(offer: Offer) -> tuple[ChargeView, ...]:
    """Return each way of paying, in the order of the file."""
    return tuple(_charge(charge, offer) for charge in offer.below(ChargeRecord))


def _charge(charge: Entry[ChargeRecord], offer: Offer) -> ChargeView:
    model = charge.record.model
    return ChargeView(
        charge=charge,
        model=MODELS[model],
        share=_share(charge.record),
        has_tiers=model == "top-slice-tiered",
        pays_for=tuple(service for service in services_in(offer) if service.record.charge == charge.id),
    )


def _share(record: ChargeRecord) -> str:
    if record.percent is not None:
        return f"{record.percent}%"
    return "Not published" if record.model == "top-slice-flat" else ""
