"""Contracts with the providers of central services: when they end, and until when notice can be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.records.services import ContractRecord
from validate.standing.services import notice_day, services_in
from validate.words import count, day

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.entry import Entry
    from validate.standing.services import Offer, Service


@dataclass(frozen=True, kw_only=True, slots=True)
class ContractView:
    """One contract."""

    service: Service
    contract: Entry[ContractRecord]
    notice: str
    """The last day for giving notice, or what is known of it."""
    flag: str
    """What to know of it on the day: that it has ended, or that notice can no longer be given."""


def contract_views(offer: Offer, as_at: date) -> tuple[ContractView, ...]:
    """Return every contract, the one that ends first on top."""
    found = [(service, contract) for service in services_in(offer) for contract in service.below(ContractRecord)]
    found.sort(key=lambda pair: _order(pair[1].record))
    return tuple(
        ContractView(
            service=service,
            contract=contract,
            notice=_notice(contract.record),
            flag=_flag(contract.record, as_at),
        )
        for service, contract in found
    )


def _order(contract: ContractRecord) -> tuple[bool, date]:
    return contract.ends is None, contract.ends or contract.starts


def _notice(contract: ContractRecord) -> str:
    if contract.notice_months is None:
        return "Not published"
    ahead = count(contract.notice_months, "month")
    last = notice_day(contract)
    return f"By {day(last)}, {ahead} before the end" if last else f"{ahead} ahead, at any time"


def _flag(contract: ContractRecord, as_at: date) -> str:
    last = notice_day(contract)
    if contract.ends and contract.ends < as_at:
        return "has ended"
    if contract.starts > as_at:
        return "has not begun"
    return "notice day has passed" if last and last < as_at else ""
