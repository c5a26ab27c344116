"""Market tests of central services as a board asks for them: which are to be made, and which were made lately."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.services_calendar import DONE, OVERDUE, EventView, calendar_view
from validate.records.services import ServicesRecord
from validate.words import count

if TYPE_CHECKING:
    from datetime import date

    from hooks.context import SiteContext


@dataclass(frozen=True, kw_only=True, slots=True)
class MarketView:
    """Market tests to come and made."""

    brief: str
    sentence: str
    to_make: tuple[EventView, ...]
    """Overdue or due, in order of time."""
    made: tuple[EventView, ...]
    """Those of the time that the pack looks back on."""
    dateless: str


def market_view(context: SiteContext, since: date) -> MarketView | None:
    """Return the market tests to come, and those made since an earlier day; nothing without central services."""
    offer = context.plan.part(ServicesRecord)
    if offer is None:
        return None
    calendar = calendar_view(offer, context)
    events = [event for year in calendar.years for event in year.events]
    to_make = tuple(event for event in events if event.state != DONE)
    overdue = sum(event.state == OVERDUE for event in to_make)
    return MarketView(
        brief=f"{count(overdue, 'test')} overdue" if overdue else "None overdue",
        sentence=calendar.sentence,
        to_make=to_make,
        made=tuple(event for event in events if event.state == DONE and event.date > since),
        dateless=calendar.dateless,
    )
