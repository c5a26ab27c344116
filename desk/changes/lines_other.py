"""What else changed, in the words of the record classes: one line for each thing, one sentence for each change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desk.changes.lines import Line, subject_line, with_it
from validate.history.spoken import spoken, subject, value_words, within_subject
from validate.words import count, listed, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from validate.fields import Field
    from validate.history.differences import Difference
    from validate.plan.entry import Entry


def other_lines(differences: Iterable[Difference]) -> Iterator[Line]:
    """Yield each thing that changed, with everything that became of it."""
    found: dict[Entry[Any], list[str]] = {}
    for difference in differences:
        found.setdefault(subject(difference.entry), []).extend(sentences(difference))
    for entry, details in found.items():
        yield subject_line(entry, details)


def sentences(difference: Difference) -> Iterator[str]:
    """Say what became of an entry, one sentence for each change of it."""
    part = within_subject(difference.entry)
    if difference.was is None:
        yield f"{upper_first(part)} was added." if part else "It was added."
    elif difference.now is None:
        gone = f"{upper_first(part)} was removed." if part else "It was removed."
        yield " ".join(filter(None, (gone, with_it(difference.was))))
    else:
        of = f"{upper_first(part)}: " if part else ""
        found = [*_name(difference), *(_value(difference, about) for about in difference.fields)]
        yield from (upper_first(f"{of}{one[:1].lower()}{one[1:]}" if of else one) for one in found)


def number_of_changes(differences: Iterable[Difference]) -> str:
    """Count what else changed."""
    number = sum(len(list(sentences(difference))) for difference in differences)
    return count(number, "other change")


def _name(difference: Difference) -> Iterator[str]:
    was, now = difference.was, difference.now
    if was and now and difference.is_renamed:
        yield f'It was called "{was.key}", and is called "{now.key}" now.'
    if was and now and difference.is_moved and was.parent and now.parent:
        yield f"It was moved from {spoken(was.parent)} to {spoken(now.parent)}."


def _value(difference: Difference, about: Field) -> str:
    was, now = difference.values(about)
    if about.record:
        return f"{about.title} stand in another order."
    if about.many:
        parts = [f'"{one}" was added' for one in now if one not in was]
        parts += [f'"{one}" was removed' for one in was if one not in now]
        return f"{about.title}: {listed(parts) or 'the order is another'}."
    return f"{about.title} was {value_words(was)}, is {value_words(now)} now."
