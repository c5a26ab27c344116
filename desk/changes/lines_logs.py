"""What a comparison found of the logs: past reports and decisions that were changed, and decisions put on record."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, cast

from desk.changes.lines import Line, item_line
from hooks.views.amendments import amendment_view, decider, promise_page
from hooks.views.approval import PROMISES_PLACE
from validate.history.promise import promises_of
from validate.records.amendments import AmendmentRecord
from validate.words import day, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from validate.history.comparison import Comparison
    from validate.history.logs import DecisionChanged, ReportChanged
    from validate.history.past_updates import Rewritten
    from validate.plan.entry import Entry
    from validate.plan.plan import Plan

APPROVAL = "Approval of the promises"
NO_REASON = "No correction says why."
NO_SUCH_CHANGE = "The files compared show no such change."


def report_lines(changed: Iterable[ReportChanged]) -> Iterator[Line]:
    """Yield each action or goal with past reports that do not stand as they stood, with what became of them."""
    for _, group in groupby(changed, key=lambda one: one.item.id):
        found = list(group)
        yield item_line(found[0].item, [report_changed(one.found) for one in found])


def decision_lines(changed: Iterable[DecisionChanged], plan: Plan) -> Iterator[Line]:
    """Yield each amendment or approval that does not stand as it stood."""
    for one in changed:
        was = one.was
        became = f"was changed: {one.how}." if one.now else "was taken out."
        if isinstance(was, AmendmentRecord):
            yield _promise_line(was, plan, [f"The amendment decided on {day(was.decided)} {became}"])
        else:
            yield Line(id="", title=APPROVAL, page="", details=(f"The approval of {day(was.date)} {became}",))


def decided_lines(found: Comparison, plan: Plan, as_at: date, *, is_told: bool) -> Iterator[Line]:
    """Yield each amendment and approval that was put on record, with who decided it and why.

    Where the comparison tells how promises were amended, it is said of each amendment that it shows no such change.
    """
    changes = {(change.id, change.what) for change in (*found.amended, *found.promised)}
    for entry in found.decided:
        record = entry.record
        if isinstance(record, AmendmentRecord):
            view = amendment_view(cast("Entry[AmendmentRecord]", entry), plan, as_at)
            details = [sentence(view.sentence), f"Why: {sentence(' '.join(record.why.split()))}"]
            if is_told and (record.promise, record.what) not in changes:
                details.append(NO_SUCH_CHANGE)
            yield _promise_line(record, plan, details)
        else:
            said = f"Approved on {day(record.date)} by {decider(plan, record.by)}."
            note = [sentence(" ".join(record.note.split()))] if record.note else []
            yield Line(id="", title=APPROVAL, page=PROMISES_PLACE, details=(said, *note))


def _promise_line(record: AmendmentRecord, plan: Plan, details: Sequence[str]) -> Line:
    """Return a line about the promise that an amendment is about; its former words where it is gone."""
    promise = promises_of(plan).get(record.promise)
    return Line(
        id=record.promise,
        title=promise.name if promise else record.was or record.promise,
        page=promise_page(promise) if promise else "",
        details=tuple(details),
    )


def report_changed(found: Rewritten) -> str:
    """Say what became of a past report, in sentences."""
    correction = found.correction
    why = f"Corrected on {day(correction.date)}: {sentence(correction.reason)}" if correction else NO_REASON
    if found.position is None:
        said = f", which said “{found.was.status}”," if found.was.status else ""
        return f"The report of {day(found.was.date)}{said} was taken out."
    return f"The report of {day(found.was.date)} was changed: {found.how}. {why}"
