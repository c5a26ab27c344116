"""Whether the promises are still those that a body approved, and what was decided about them since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hooks.views.amendments import AmendedView, decider, listed_amendments
from hooks.views.kept import kept
from validate.history.amendments import amendments_of, newest_approval
from validate.history.fingerprint import fingerprint, known_to_public
from validate.history.promise import promises_of
from validate.history.undone import CannotBeUndone, undone
from validate.words import count_in_words, day, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hooks.context import SiteContext
    from validate.history.amendments import Amendment, Approval
    from validate.history.promise import Promise
    from validate.records.report import EvidenceRecord

PROMISES_PLACE = "governance.md#promises"
"""Where approvals and amendments are listed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalView:
    """The last approval of the promises, and whether it still holds for what they say."""

    sentence: str
    href: str
    note: str
    fingerprint: str
    """Of the promises that this audience saw on that day."""
    kept: str
    evidence: list[EvidenceRecord]


@dataclass(frozen=True, kw_only=True, slots=True)
class PromisedView:
    """Everything that was decided about the promises."""

    approval: ApprovalView | None
    amended: tuple[AmendedView, ...]
    """The promises that were changed, in the order of time."""


def promised_view(context: SiteContext) -> PromisedView | None:
    """Return what was decided about the promises, or nothing where no decision is recorded."""
    approval, amendments = approval_view(context), amendments_of(context.plan)
    if approval is None and not amendments:
        return None
    listed = listed_amendments(context.plan, promises_of(context.plan), amendments, context.as_at)
    return PromisedView(approval=approval, amended=tuple(listed))


def approval_view(context: SiteContext) -> ApprovalView | None:
    """Return the last approval, or nothing where none is recorded."""
    approval = newest_approval(context.plan)
    if approval is None:
        return None
    record = approval.record
    return ApprovalView(
        sentence=_sentence(context, approval),
        href=PROMISES_PLACE,
        note=record.note or "",
        fingerprint=_fingerprint(context, approval),
        kept=kept(approval, context.as_at),
        evidence=record.evidence,
    )


def _sentence(context: SiteContext, approval: Approval) -> str:
    who, when = decider(context.plan, approval.record.by), day(approval.record.date)
    if _is_approved(context, approval, promises_of(context.plan).values()):
        return f"The promises are unchanged since {who} approved them on {when}."
    since = [entry for entry in amendments_of(context.plan) if entry.record.decided > approval.record.date]
    if not since:
        return (
            f"The promises are not the same as those that {who} approved on {when}, and no amendment says how they "
            "were changed."
        )
    changed = len({entry.promise for entry in since})
    amended = f"{count_in_words(changed, 'promise was', 'promises were')} amended"
    besides = _besides(context, approval, since)
    return f"{upper_first(who)} approved the promises on {when}. Since then {amended}{besides}"


def _besides(context: SiteContext, approval: Approval, since: list[Amendment]) -> str:
    """Say whether the amendments since the approval are all that was changed, as an end of a sentence."""
    try:
        before = undone(context.plan, promises_of(context.plan).values(), since)
    except CannotBeUndone:
        return ". Whether anything else was changed cannot be told from the amendments."
    if _is_approved(context, approval, before):
        return ", and nothing else was changed."
    return ". Something else differs too, or an amendment does not give the former words to the letter."


def _is_approved(context: SiteContext, approval: Approval, promises: Iterable[Promise]) -> bool:
    """Tell whether these promises, as far as this audience saw them on the day of the approval, were approved."""
    seen = known_to_public(promises, approval.record.date) if context.is_public else promises
    return _fingerprint(context, approval) == fingerprint(seen)


def _fingerprint(context: SiteContext, approval: Approval) -> str:
    """Return the fingerprint that was recorded of the promises that this audience sees."""
    record = approval.record
    return record.fingerprint if context.is_public else record.trustees_fingerprint or record.fingerprint
