"""The levels of support side by side: for whom, what calls for each, and what the trust then does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.kept import kept
from hooks.views.support_tags import LevelTagView, level_tags
from validate.records.support import LevelRecord, OfferRecord, TriggerRecord
from validate.words import count, listed

if TYPE_CHECKING:
    from hooks.context import SiteContext
    from validate.plan.entry import Entry
    from validate.records.support import SupportRecord

BASES = {"measured": "measured", "judged": "judged", None: "not marked"}
KINDS = {"regular": "What always goes on", "action": "Steps taken", "support": "Help given"}
"""What the trust does, in the order of the page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TriggerView:
    """Something that calls for a level. `basis` is empty where the plan does not mark it."""

    text: str
    basis: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferView:
    """Something that the trust does."""

    text: str
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OffersView:
    """Everything of one kind that the trust does at a level."""

    title: str
    offers: tuple[OfferView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelView:
    """One level. What the plan does not say is empty."""

    id: str
    tag: LevelTagView
    for_whom: str
    triggers: tuple[TriggerView, ...]
    bases: str
    """How many triggers are measured and how many judged, in words."""
    offers: tuple[OffersView, ...]
    accountable: str
    how: str
    reviewed: str
    kept: str


def level_views(context: SiteContext, support: Entry[SupportRecord]) -> tuple[LevelView, ...]:
    """Return the plan's levels, from the least support to the most."""
    tags = level_tags(context.plan)
    levels = support.below(LevelRecord)
    return tuple(_level(context, level, support, tags[level.record.id]) for level in levels)


def _level(
    context: SiteContext, level: Entry[LevelRecord], support: Entry[SupportRecord], tag: LevelTagView
) -> LevelView:
    record, as_at = level.record, context.as_at
    triggers = level.below(TriggerRecord)
    return LevelView(
        id=record.id,
        tag=tag,
        for_whom=record.for_whom,
        triggers=tuple(_trigger(entry, kept(entry, as_at, level)) for entry in triggers),
        bases=_bases(record.triggers),
        offers=_offers(context, level),
        accountable=context.plan.roles[record.accountable].record.name if record.accountable else "",
        how=record.how or "",
        reviewed=record.reviewed or "",
        kept=kept(level, as_at, support),
    )


def _trigger(entry: Entry[TriggerRecord], words: str) -> TriggerView:
    return TriggerView(text=entry.record.trigger, basis=entry.record.basis or "", kept=words)


def _bases(triggers: list[TriggerRecord]) -> str:
    counts = {word: sum(trigger.basis == basis for trigger in triggers) for basis, word in BASES.items()}
    said = [f"{number} {word}" for word, number in counts.items() if number]
    return f"{count(len(triggers), 'trigger')}: {listed(said)}" if triggers else ""


def _offers(context: SiteContext, level: Entry[LevelRecord]) -> tuple[OffersView, ...]:
    found: dict[str, list[Entry[OfferRecord]]] = {kind: [] for kind in KINDS}
    for entry in level.below(OfferRecord):
        found[entry.record.kind].append(entry)
    return tuple(
        OffersView(
            title=KINDS[kind],
            offers=tuple(
                OfferView(text=entry.record.offer, kept=kept(entry, context.as_at, level)) for entry in entries
            ),
        )
        for kind, entries in found.items()
        if entries
    )
