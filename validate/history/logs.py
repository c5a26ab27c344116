"""Which past reports, and which decisions on record, do not stand as they stood: both are only added to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from validate.history.past_updates import HIDDEN, differences, is_hidden_more, rewritten, said
from validate.records.amendments import AmendmentRecord, ApprovalRecord
from validate.records.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from validate.history.past_updates import Rewritten
    from validate.plan.entry import Entry
    from validate.plan.pillars import Item, Update
    from validate.plan.plan import Plan
    from validate.records.report import UpdateRecord

AnyRecord = TypeVar("AnyRecord", bound=Record)

Decision = AmendmentRecord | ApprovalRecord
"""An entry of the record of amendments, or of that of approvals."""


Recorded: TypeAlias = "Entry[AmendmentRecord] | Entry[ApprovalRecord]"
"""Such an entry, with its place in its file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportChanged:
    """A past report on an action or goal that was written otherwise, hidden or taken out."""

    item: Item
    """The action or goal, as it is written now."""
    found: Rewritten

    @property
    def entry(self) -> Entry[Any]:
        """The report as it stands now; the action or goal where it was taken out."""
        return self.item if self.found.position is None else self.item.updates[self.found.position]

    def wrote(self, update: Update) -> bool:
        """Tell whether this is the update that stands in the place of the one that was changed."""
        return update is self.entry


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionChanged:
    """An amendment or approval that stood on record and was written otherwise or taken out."""

    was: Decision
    now: Recorded | None
    """What stands in its place; nothing where it was taken out."""
    how: str = ""
    """What differs, in words."""


def reports_changed(items: Iterable[tuple[Item | None, Item]]) -> Iterator[ReportChanged]:
    """Yield the past reports that do not stand as they stood. What is new in the plan has none."""
    for old, item in items:
        if old:
            yield from (ReportChanged(item=item, found=found) for found in rewritten(_log(old), _log(item)))


def decisions_changed(before: Plan, after: Plan) -> Iterator[DecisionChanged]:
    """Yield the amendments and approvals that do not stand as they stood."""
    yield from _changed(before.entries(AmendmentRecord), after.entries(AmendmentRecord))
    yield from _changed(before.entries(ApprovalRecord), after.entries(ApprovalRecord))


def decisions_added(before: Plan, after: Plan) -> Iterator[Recorded]:
    """Yield the amendments and approvals that were put on record, without those that only replace another."""
    replaced = [changed.now for changed in decisions_changed(before, after) if changed.now]
    amendments = decisions_new(before.entries(AmendmentRecord), after.entries(AmendmentRecord))
    new: list[Recorded] = [*amendments, *decisions_new(before.entries(ApprovalRecord), after.entries(ApprovalRecord))]
    yield from (entry for entry in new if entry not in replaced)


def decisions_new(before: Sequence[Entry[AnyRecord]], after: Sequence[Entry[AnyRecord]]) -> list[Entry[AnyRecord]]:
    """Return the entries of one of the records that say what none of those before said."""
    left = Counter(said(entry.record) for entry in before)
    found = []
    for entry in after:
        left[said(entry.record)] -= 1
        if left[said(entry.record)] < 0:
            found.append(entry)
    return found


def _log(item: Item) -> list[UpdateRecord]:
    return item.record.updates


def _changed(before: Sequence[Entry[Any]], after: Sequence[Entry[Any]]) -> Iterator[DecisionChanged]:
    new, gone = decisions_new(before, after), decisions_new(after, before)
    for entry in gone:
        same = [other for other in new if _about(other.record) == _about(entry.record)]
        now = max(same, key=lambda other: _likeness(entry.record, other.record), default=None)
        if now:
            new.remove(now)
        yield DecisionChanged(was=entry.record, now=now, how=differences(entry.record, now.record) if now else "")
    stands = {said(entry.record): entry for entry in after}
    for entry in before:
        now = stands.get(said(entry.record))
        if now and is_hidden_more(entry.record, now.record):
            yield DecisionChanged(was=entry.record, now=now, how=HIDDEN)


def _about(decision: Decision) -> tuple[object, ...]:
    """Return what an entry is about, by which one that stands in its place is known."""
    if isinstance(decision, AmendmentRecord):
        return decision.promise, decision.what
    return (decision.date,)


def _likeness(decision: Decision, other: Decision) -> int:
    return sum(mine == theirs for mine, theirs in zip(said(decision), said(other), strict=True))
