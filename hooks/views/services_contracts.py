"""Contracts with the providers of central services: when they end, and until when notice can be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from validate.records.services import END, NOTICE, ContractRecord
from validate.standing.deadlines.noted import due_of
from validate.standing.services import services_in
from validate.words import count, day

if TYPE_CHECKING:
    from datetime import date

    from validate.plan.entry import Entry
    from validate.standing.deadlines.due import Due
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
    return tuple(_contract(service, contract, as_at) for service, contract in found)


def _contract(service: Service, contract: Entry[ContractRecord], as_at: date) -> ContractView:
    notice, end = due_of(contract, NOTICE, as_at), due_of(contract, END, as_at)
    return ContractView(
        service=service,
        contract=contract,
        notice=_notice(contract.record, notice.due),
        flag=_flag(contract.record, notice, end),
    )


def _order(contract: ContractRecord) -> tuple[bool, date]:
    return contract.ends is None, contract.ends or contract.starts


def _notice(contract: ContractRecord, last: date | None) -> str:
    if contract.notice_months is None:
        return "Not published"
    ahead = count(contract.notice_months, "month")
    return f"By {day(last)}, {ahead} before the end" if last else f"{ahead} ahead, at any time"


def _flag(contract: ContractRecord, notice: Due, end: Due) -> str:
    if end.has_passed:
        return "has ended"
    if contract.starts > end.as_at:
        return "has not begun"
    return "notice day has passed" if notice.has_passed else ""
