"""The levels of support side by side: for whom, what calls for each, and what the trust then does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.support_tags import LevelTagView, level_tags
from validate.records.support import LevelRecord, OfferRecord, SupportRecord
from validate.words import count, listed

if TYPE_CHECKING:
    from validate.plan.entry import Entry
    from validate.plan.plan import Plan
    from validate.records.support import TriggerRecord

BASES = {"measured": "measured", "judged": "judged", None: "not marked"}
KINDS = {"regular": "What always goes on", "action": "Steps taken", "support": "Help given"}
"""What the trust does, in the order of the page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelView:
    """One level."""

    level: Entry[LevelRecord]
    tag: LevelTagView
    bases: str
    """How many triggers are measured and how many judged, in words."""
    offers: dict[str, list[Entry[OfferRecord]]]
    """What the trust does, by what kind of thing it is."""


def level_views(plan: Plan) -> tuple[LevelView, ...]:
    """Return the plan's levels, from the least support to the most."""
    support, tags = plan.part(SupportRecord), level_tags(plan)
    return tuple(
        LevelView(level=level, tag=tags[level.id], bases=_bases(level.record.triggers), offers=_offers(level))
        for level in (support.below(LevelRecord) if support else ())
    )


def _bases(triggers: list[TriggerRecord]) -> str:
    counts = {word: sum(trigger.basis == basis for trigger in triggers) for basis, word in BASES.items()}
    said = [f"{number} {word}" for word, number in counts.items() if number]
    return f"{count(len(triggers), 'trigger')}: {listed(said)}" if triggers else ""


def _offers(level: Entry[LevelRecord]) -> dict[str, list[Entry[OfferRecord]]]:
    offers = level.below(OfferRecord)
    found = {title: [offer for offer in offers if offer.record.kind == kind] for kind, title in KINDS.items()}
    return {title: offers for title, offers in found.items() if offers}
