"""What a comparison found of the logs: past entries that were changed, and decisions put on record."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from desk.changes.lines import Line, subject_line
from hooks.views.amendments import amendment_view, decider, promise_page
from hooks.views.approval import PROMISES_PLACE
from validate.history.amendments import Amendment, amendments_of
from validate.history.promise import promises_of
from validate.history.spoken import spoken, subject
from validate.records.amendments import AmendmentRecord, ApprovalRecord
from validate.records.report import CorrectionRecord, UpdateRecord
from validate.words import day, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from validate.history.comparison import Comparison
    from validate.history.logs import Rewritten
    from validate.plan.plan import Plan
    from validate.records.promises import What

APPROVAL = "Approval of the promises"
NO_REASON = "No correction says why."
NO_SUCH_CHANGE = "The files compared show no such change."


def past_lines(changed: Iterable[Rewritten]) -> Iterator[Line]:
    """Yield everything in which past entries do not stand as they stood, with what became of them."""
    for _, group in groupby(changed, key=lambda one: subject(one.held_by)):
        found = list(group)
        details = [past_changed(one) for one in found]
        about = subject(found[0].held_by)
        yield subject_line(about, details)


def decision_lines(changed: Iterable[Rewritten], plan: Plan) -> Iterator[Line]:
    """Yield each amendment or approval that does not stand as it stood."""
    names = {amendment.entry: amendment.promise for amendment in amendments_of(plan)}
    for one in changed:
        was = one.was.record
        became = f"was changed: {one.how}." if one.now else "was taken out."
        if isinstance(was, AmendmentRecord):
            promise = names[one.now] if one.now else was.promise
            yield _promise_line(was, promise, plan, [f"The amendment decided on {day(was.decided)} {became}"])
        else:
            yield Line(id="", title=APPROVAL, page="", details=(f"The approval of {day(was.date)} {became}",))


def decided_lines(found: Comparison, plan: Plan, as_at: date, *, is_told: bool) -> Iterator[Line]:
    """Yield each amendment and approval that was put on record, with who decided it and why.

    Where the comparison tells how promises were amended, it is said of each amendment that it shows no such change.
    """
    changes = {(change.id, change.what) for change in (*found.amended, *found.promised)}
    amendments = {amendment.entry: amendment for amendment in amendments_of(plan)}
    for entry in found.decided:
        if entry in amendments:
            yield _decided(amendments[entry], plan, as_at, changes if is_told else None)
        elif isinstance(record := entry.record, ApprovalRecord):
            said = f"Approved on {day(record.date)} by {decider(plan, record.by)}."
            note = [sentence(" ".join(record.note.split()))] if record.note else []
            yield Line(id="", title=APPROVAL, page=PROMISES_PLACE, details=(said, *note))


def past_changed(found: Rewritten) -> str:
    """Say what became of a past entry, in sentences."""
    record = found.was.record
    if isinstance(record, UpdateRecord):
        called = f"The report of {day(record.date)}"
        said = f", which said “{record.status}”," if record.status and found.now is None else ""
        why = NO_REASON
    else:
        called, said, why = f"The {spoken(found.was)}", "", ""
    if found.now is None:
        return f"{called}{said} was taken out."
    if isinstance(found.correction, CorrectionRecord):
        why = f"Corrected on {day(found.correction.date)}: {sentence(found.correction.reason)}"
    return " ".join(filter(None, (f"{called} was changed: {found.how}.", why)))


def _decided(amendment: Amendment, plan: Plan, as_at: date, changes: set[tuple[str, What]] | None) -> Line:
    record = amendment.record
    view = amendment_view(amendment, plan, as_at)
    details = [sentence(view.sentence), f"Why: {sentence(' '.join(record.why.split()))}"]
    if changes is not None and (amendment.promise, record.what) not in changes:
        details.append(NO_SUCH_CHANGE)
    return _promise_line(record, amendment.promise, plan, details)


def _promise_line(record: AmendmentRecord, name: str, plan: Plan, details: Sequence[str]) -> Line:
    """Return a line about the promise that an amendment is about; its former words where it is gone."""
    promise = promises_of(plan).get(name)
    return Line(
        id=name,
        title=promise.name if promise else record.was or name,
        page=promise_page(promise) if promise else "",
        details=tuple(details),
    )
