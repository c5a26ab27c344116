"""Contracts with the providers of central services: when they end, and until when notice can be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from validate.records.services import ContractRecord
from validate.standing.deadlines.noted import dues_of
from validate.standing.services import services_in
from validate.words import count, day

if TYPE_CHECKING:
    from datetime import date

    from validate.standing.deadlines.due import Due
    from validate.standing.services import Offer


@dataclass(frozen=True, kw_only=True, slots=True)
class ContractView:
    """One contract."""

    service: str
    href: str
    provider: str
    starts: str
    ends: str
    notice: str
    """The last day for giving notice, or what is known of it."""
    flag: str
    """What to know of it on the day: that it has ended, or that notice can no longer be given."""
    kept: str


def contract_views(offer: Offer, as_at: date) -> tuple[ContractView, ...]:
    """Return every contract, the one that ends first on top."""
    found = []
    for service in services_in(offer):
        entry = service.only(ContractRecord)
        if entry is None:
            continue
        contract = entry.record
        notice, end = dues_of(entry, as_at)
        view = ContractView(
            service=service.record.name,
            href=f"#service-{service.record.id}",
            provider=service.record.provider or "Not published",
            starts=day(contract.starts),
            ends=day(end.due) or "No end is set",
            notice=_notice(contract, notice.due),
            flag=_flag(contract, notice, end),
            kept=kept(entry, as_at, offer),
        )
        found.append((contract, view))
    found.sort(key=lambda pair: (pair[0].ends is None, pair[0].ends or pair[0].starts))
    return tuple(view for _, view in found)


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
