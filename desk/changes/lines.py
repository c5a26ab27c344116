"""What a comparison found, in words: one line for each thing that changed, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from hooks.page_paths import objective_page
from hooks.views.amendments import promise_page
from hooks.views.items import standing_status
from validate.history.promise import promise as promise_of
from validate.history.spoken import spoken, went_along
from validate.plan.gathered import is_promise
from validate.plan.pillars import Item
from validate.plan.schools import School
from validate.records.promises import What
from validate.status import Status
from validate.words import commas, count, day, listed, name_in_words, sentence, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from validate.history.added import EvidenceAdded, NoteAdded, ProofAdded
    from validate.history.amended_promises import Amended
    from validate.history.moves import Flagged, Move
    from validate.plan.entry import Entry
    from validate.standing.standing import Standing


NEW = "New in the plan."
GONE = "Taken out of the plan."


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One thing that changed."""

    id: str
    """What it is called everywhere, such as 4.1/2022-23/one-or-two-join."""
    title: str
    page: str
    """Its page and anchor on the site, as views name them; empty where it has none."""
    details: tuple[str, ...]
    """What became of it, each a sentence."""


def move_lines(moves: Iterable[Move]) -> Iterator[Line]:
    """Yield what moved, with the statuses before and after, at single schools too."""
    for move in moves:
        details = list(_whole(move))
        for part in move.schools:
            before = f"was: {part.before.word}" if part.before else "was not tracked there"
            details.append(f"{part.school.record.name}: {part.after.word} ({before}).")
        yield item_line(move.item, details)


def late_lines(flagged: Iterable[Flagged]) -> Iterator[Line]:
    """Yield what passed its date, with where it stands."""
    for found in flagged:
        said = f"Its date was {day(found.standing.due)}. {_status(found.standing)}."
        yield item_line(found.item, [said, *_at(found)])


def no_longer_late_lines(flagged: Iterable[Flagged]) -> Iterator[Line]:
    """Yield what is not past its date any more, with the reason."""
    for found in flagged:
        standing = found.standing
        is_settled = standing.status.is_final and standing.status is not Status.DEFERRED
        dated = "" if is_settled else f"; its date is now {day(standing.due)}"
        yield item_line(found.item, [f"{_status(standing)}{dated}.", *_at(found)])


def old_lines(flagged: Iterable[Flagged]) -> Iterator[Line]:
    """Yield what has a report that grew old."""
    for found in flagged:
        newest = found.standing.newest
        of = f"The newest report is of {day(newest.record.date)}. " if newest else ""
        yield item_line(found.item, [f"{of}{_status(found.standing)}.", *_at(found)])


def evidence_lines(added: Iterable[EvidenceAdded]) -> Iterator[Line]:
    """Yield what has new evidence, with each proof."""
    for entry in added:
        details = [_proof(proof) for proof in entry.proofs]
        if isinstance(entry.about, Item):
            yield item_line(entry.about, details)
        elif isinstance(entry.about, School):
            yield school_line(entry.about, details)
        else:
            yield Line(id="", title=entry.about, page="", details=tuple(details))


def note_lines(notes: Iterable[NoteAdded]) -> Iterator[Line]:
    """Yield what has new notes, with each of them."""
    for _, group in groupby(notes, key=lambda note: note.item.id):
        found = list(group)
        yield item_line(found[0].item, [_note(note) for note in found])


def promise_lines(amended: Iterable[Amended]) -> Iterator[Line]:
    """Yield each promise that was amended or added, with what it says now and said before."""
    for _, group in groupby(amended, key=lambda change: change.id):
        changes = list(group)
        promise = changes[0].promise
        is_gone = changes[0].what is What.REMOVED
        yield Line(
            id=promise.id,
            title=promise.name,
            page="" if is_gone else promise_page(promise),
            details=tuple(amendment(change) for change in changes),
        )


def amendment(change: Amended) -> str:
    """Say how a promise was amended, in a sentence."""
    if change.what is What.ADDED:
        return f"New in the plan. The same words stood under {change.same_as.id}." if change.same_as else NEW
    if change.what is What.REMOVED:
        if change.same_as:
            return f"Now called {change.same_as.id}, in the same words."
        return " ".join(filter(None, (GONE, with_it(change.promise.part))))
    what = upper_first(change.what.word)
    if not change.after:
        return f"{what} was {_quoted(change, change.before)}. There is none any more."
    was = f"it was {_quoted(change, change.before)}" if change.before else "there was none"
    return f"{what} is now {_quoted(change, change.after)}; {was}."


def school_line(school: School, details: Sequence[str]) -> Line:
    """Return a line about a school."""
    return Line(id=school.id, title=school.record.name, page=f"schools/{school.id}.md", details=tuple(details))


def item_line(item: Item, details: Sequence[str]) -> Line:
    """Return a line about an action or goal."""
    return Line(
        id=item.id, title=item.text, page=f"{objective_page(item.objective.id)}#{item.id}", details=tuple(details)
    )


def subject_line(entry: Entry[Any], details: Sequence[str]) -> Line:
    """Return a line about an entry of any kind."""
    if isinstance(entry, School):
        return school_line(entry, details)
    if is_promise(type(entry.record)):
        promise = promise_of(entry)
        return Line(id=promise.id, title=promise.name, page=promise_page(promise), details=tuple(details))
    return Line(id=entry.full_name, title=upper_first(spoken(entry)), page="", details=tuple(details))


def with_it(entry: Entry[Any]) -> str:
    """Say what went with an entry that was removed, in a sentence; nothing where nothing did."""
    went = went_along(entry)
    if not went:
        return ""
    return f"With it went {listed(count(number, one) for one, number in went.items())}."


def _whole(move: Move) -> Iterator[str]:
    """Yield what became of an action or goal as a whole, unless that is as before."""
    if move.is_whole:
        together = "All its schools together: " if move.after.schools else ""
        yield f"{together}{_status(move.after)} (was: {_status(move.before)})."


def _status(standing: Standing) -> str:
    return standing_status(standing).word


def _at(found: Flagged) -> Iterator[str]:
    if found.schools:
        yield f"At {listed([school.record.name for school in found.schools])}."


def _proof(added: ProofAdded) -> str:
    proof = added.evidence
    about = commas((name_in_words(proof.record.kind), day(proof.record.date)))
    of = f", for {added.school.record.name}" if added.school else ""
    where = proof.record.url or (f"plan/evidence/{proof.record.file}" if proof.record.file else "")
    return f"{proof.record.title} ({about}){of}{f': {where}' if where else '.'}"


def _note(added: NoteAdded) -> str:
    whose = " Trustees' note:" if added.is_for_trustees else ""
    of = f", {added.school.record.name}" if added.school else ""
    return f"{day(added.update.record.date)}{of}:{whose} {sentence(' '.join(added.note.split()))}"


def _quoted(change: Amended, words: str) -> str:
    return f"“{words}”" if change.what in (What.TITLE, What.WORDING) else words


def number_of_proofs(added: Iterable[EvidenceAdded]) -> str:
    """Count the proofs that were added."""
    return count(sum(len(entry.proofs) for entry in added), "proof")
