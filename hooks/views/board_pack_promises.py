"""What became of the promises themselves: their approval, amendments, and past reports that were corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.amendments import AmendedView, correction_words, listed_amendments
from hooks.views.approval import ApprovalView, approval_view
from hooks.views.kept import kept
from validate.history.amendments import amendments_of
from validate.history.promise import promises_of
from validate.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hooks.context import SiteContext
    from validate.plan.pillars import Item

NO_APPROVAL = "No approval of the promises is recorded."


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectedView:
    """A past report that was put right in this time."""

    item: Item
    reported: date
    words: str
    """When, by whom and why."""
    kept: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PromisesView:
    """The promises, and what was put right in what was reported of them."""

    sentence: str
    """Whether the promises are as they were approved."""
    approval: ApprovalView | None
    amended: tuple[AmendedView, ...]
    """The promises that were amended in this time."""
    amended_brief: str
    corrected: tuple[CorrectedView, ...]


def promises_view(context: SiteContext, since: date) -> PromisesView:
    """Return what was decided about the promises, and corrected in the reports, after an earlier day."""
    approval = approval_view(context)
    entries = tuple(entry for entry in amendments_of(context.plan) if entry.record.decided > since)
    amended = tuple(listed_amendments(context.plan, promises_of(context.plan), entries, context.as_at))
    return PromisesView(
        sentence=approval.sentence if approval else NO_APPROVAL,
        approval=approval,
        amended=amended,
        amended_brief=f"{count(len(amended), 'promise')} amended" if amended else "No promise was amended",
        corrected=tuple(sorted(_corrected(context, since), key=lambda entry: entry.reported)),
    )


def _corrected(context: SiteContext, since: date) -> Iterator[CorrectedView]:
    for item in context.plan.items:
        for update in item.updates:
            if update.record.correction and update.record.correction.date > since:
                yield CorrectedView(
                    item=item,
                    reported=update.record.date,
                    words=correction_words(update, context.plan),
                    kept=kept(item, context.as_at) or kept(update, context.as_at),
                )
