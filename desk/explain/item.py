"""How the status of an action or goal came about: its words, each report in order, the rule, its marks and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.explain.amendments import explain_amendments
from desk.explain.evidence import explain_proofs
from desk.sheet import BLANK, Line
from hooks.views.amendments import amendments_about, correction_words
from hooks.views.item_words import why_item
from hooks.views.items import standing_status
from hooks.views.kept import kept
from validate.plan.pillars import Action, Goal
from validate.standing.history import changes
from validate.standing.school_logs import school_log
from validate.status import Status
from validate.words import count, day, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.plan.pillars import Item, Objective, SchoolReport, Update
    from validate.plan.schools import School
    from validate.records.report import SchoolStatusRecord, UpdateRecord
    from validate.standing.history import Change
    from validate.standing.progress import Progress
    from validate.standing.standing import Standing


def explain_item(item: Item, objective: Objective, progress: Progress) -> Iterator[Line]:
    """Yield how the status of an action or goal came about."""
    standing = progress.standings[item.id]
    yield Line(item.id)
    yield Line(sentence(item.text))
    yield Line(f"{_what(item, progress)} {objective.id} {sentence(objective.record.title)}")
    yield Line(f"Lead: {item.lead.record.name}." if item.lead else "The plan names no lead.")
    yield Line(f"Its date: {day(standing.due)}, {_whose_date(item, standing)}.")
    if words := kept(item, progress.as_at):
        yield Line(f"{words}.")
    yield from explain_amendments(amendments_about(progress.plan, item.id, progress.as_at))
    yield BLANK
    yield Line(f"On {day(progress.as_at)}: {standing_status(standing).word}")
    if not standing.is_partly:
        yield Line(standing.status.meaning, 1)
    yield Line(sentence(why_item(item, progress)), 1)
    yield from _at_schools(standing)
    yield BLANK
    yield Line("Reports, oldest first")
    yield from _reports(item, progress)
    yield from _marks(standing, progress)
    yield from _rule(is_by_school=bool(standing.schools))


def explain_at_school(action: Action, school: School, progress: Progress) -> Iterator[Line]:
    """Yield how the status of an action at one of its schools came about."""
    whole = progress.standings[action.id]
    standing = next(part for part in whole.schools if part.school == school)
    yield Line(f"{action.id}/{school.id}")
    yield Line(sentence(action.text))
    yield Line(f"At {school.record.name}. To see every school: trustplan explain {action.id}")
    yield Line(f"Its date: {day(standing.due)}.")
    yield BLANK
    yield Line(f"On {day(progress.as_at)}: {standing.status.word}")
    yield Line(standing.status.meaning, 1)
    yield BLANK
    yield Line("Reports, oldest first")
    before, known = (
        Status.NOT_REPORTED,
        [said for said in school_log(action, school) if said.record.date <= progress.as_at],
    )
    for update in known:
        said = f"{day(update.record.date)}: {_moved(update.status, before)}"
        yield Line(f"{said}. Reported by: {sentence(update.reporter.record.name)}", 1)
        yield from _words(update.record)
        if words := kept(update, progress.as_at, action):
            yield Line(f"{words}.", 2)
        yield from _proofs(update, progress)
        before = update.status or before
    if not known:
        yield Line("None.", 1)
    yield from _marks(standing, progress)
    yield from _rule(is_by_school=False)


def _marks(standing: Standing, progress: Progress) -> Iterator[Line]:
    yield BLANK
    yield Line("Marks")
    yield Line(_past_its_date(standing, progress), 1)
    yield Line(_stale(standing, progress), 1)


def _rule(*, is_by_school: bool) -> Iterator[Line]:
    yield BLANK
    yield Line("The rule")
    yield Line(f"The newest report that names a status decides{', at each school' if is_by_school else ''}.", 1)
    if is_by_school:
        yield Line("It is complete if it is so at every school. Otherwise it has the worst status reported at any.", 1)
    yield Line("A report that names none adds a note or evidence and leaves the status as it was.", 1)


def _what(item: Item, progress: Progress) -> str:
    if isinstance(item, Action):
        return f"An action of {item.year} in the objective"
    return f"A goal ({progress.plan.record.wording.goal}) of the objective"


def _whose_date(item: Item, standing: Standing) -> str:
    if standing.due != item.due:
        return f"the end of the year that it moved to; before that it was {day(item.due)}"
    if item.record.due is not None:
        note = item.record.due_note if isinstance(item, Goal) else None
        return f"which is its own. {note.rstrip('.')}" if note else "which is its own"
    return "the end of its academic year" if isinstance(item, Action) else "the plan's goal date"


def _at_schools(standing: Standing) -> Iterator[Line]:
    for part in standing.schools:
        marks = [word for word, holds in (("past its date", part.overdue), ("stale", part.stale)) if holds]
        name = part.school.record.name if part.school else ""
        yield Line(f"{name}: {part.status.word}{f' ({listed(marks)})' if marks else ''}", 1)


def _reports(item: Item, progress: Progress) -> Iterator[Line]:
    known = [change for change in changes(item, progress) if change.update.record.date <= progress.as_at]
    if not known:
        yield Line("None.", 1)
    for change in known:
        yield from _report(item, change, progress)
    later = len(item.updates) - len(known)
    if later:
        yield Line(f"{count(later, 'later report is', 'later reports are')} not yet known on this day.", 1)


def _report(item: Item, change: Change, progress: Progress) -> Iterator[Line]:
    update, record = change.update, change.update.record
    said = _moved(update.status, change.before.status) if not change.schools else "school by school"
    whole = " at each of its schools" if item.is_by_school and update.status else ""
    yield Line(f"{day(record.date)}: {said}{whole}. Reported by: {sentence(update.reporter.record.name)}", 1)
    yield from _words(record)
    if record.trustees_note:
        yield Line(f"For trustees only: {sentence(record.trustees_note)}", 2)
    for at_school, report in zip(change.schools, update.schools, strict=True):
        name = progress.schools[report.record.school].record.name
        yield Line(f"{name}: {_moved(report.status, at_school.before)}.", 2)
        yield from _words(report.record, level=3)
        if words := kept(report, progress.as_at, update):
            yield Line(f"{words}.", 3)
        yield from _proofs(report, progress, level=3)
    if words := kept(update, progress.as_at, item):
        yield Line(f"{words}.", 2)
    if correction := correction_words(update, progress.plan):
        yield Line(sentence(correction), 2)
    yield from _proofs(update, progress)


def _proofs(report: Update | SchoolReport, progress: Progress, level: int = 2) -> Iterator[Line]:
    yield from explain_proofs((proof.record for proof in report.evidence), progress.as_at, level)


def _moved(status: Status | None, before: Status) -> str:
    """Say what a report made of the status before it."""
    if status is None:
        return f"no change, it stays {before.word.lower()}"
    if status is before:
        return f"still {status.word.lower()}"
    return f"{status.word.lower()}, before that {before.word.lower()}"


def _words(said: UpdateRecord | SchoolStatusRecord, level: int = 2) -> Iterator[Line]:
    if said.note:
        yield Line(sentence(said.note), level)
    if said.moved_to:
        yield Line(f"Moved to {said.moved_to}.", level)
    if said.reason:
        yield Line(f"Reason: {sentence(said.reason)}", level)


def _past_its_date(standing: Standing, progress: Progress) -> str:
    if standing.overdue:
        where = _where(part for part in standing.schools if part.overdue)
        days = count((progress.as_at - standing.due).days, "day")
        return f"Past its date: yes{where}. {day(standing.due)} was {days} ago, and it is not finished."
    if not standing.is_open and standing.status is not Status.DEFERRED:
        return f"Past its date: no. It is {standing_status(standing).word.lower()}, so nothing more is waited for."
    return f"Past its date: no. There is time until {day(standing.due)}."


def _stale(standing: Standing, progress: Progress) -> str:
    limit = count(progress.plan.record.reporting.stale_after_days, "day")
    if standing.stale:
        old = [part for part in standing.schools or (standing,) if part.stale]
        oldest = count(max(part.days_since_report or 0 for part in old), "day")
        return f"Stale: yes{_where(old)}. The newest report is {oldest} old, and a report grows old after {limit}."
    if not standing.is_open:
        return "Stale: no. Only what is open can be stale."
    if not standing.is_reported:
        return "Stale: no. What has no status can be past its date, but never stale."
    age = count(standing.days_since_report or 0, "day")
    return f"Stale: no. The newest report is {age} old, and a report grows old after {limit}."


def _where(parts: Iterable[Standing]) -> str:
    names = [part.school.record.name for part in parts if part.school]
    return f", at {listed(names)}" if names else ""
