"""Asks for the values of a record, field by field, as its class describes them.

What a field is called, means and may hold, whether it is needed, and what it contains, all come from the record class,
so that a new field is asked for without a word here. What is special to a command it says in a `Manner`. Values that
are there already, from options or a file, are not asked for.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desk.asking import Choice
from desk.entry import fault, part_at, steps_to, typed
from hooks.views.field_words import field_words
from validate.fields import fields_of
from validate.records.base import Shareable
from validate.records.notes import Seen
from validate.values.every import EVERY
from validate.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desk.asking import Conversation
    from desk.entry import Entry
    from validate.fields import Field
    from validate.records.base import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A field that is about to be asked for."""

    record: type[Record]
    """The class of the group in which it stands."""
    about: Field
    path: str
    """Its name, behind the names of the groups that lead to it: `targets.year`."""
    said: Entry
    """All that is known so far."""
    part: Entry
    """What is known of its own group."""
    number: int
    """How many values or entries of its list there are already."""
    needed: bool
    """Whether the record class asks for an answer here."""

    @property
    def title(self) -> str:
        """What to call the value: its title, behind that of its group, with its number from the second on."""
        group = self.path.rpartition(".")[0].rpartition(".")[2]
        if not group:
            return self.about.title
        number = f" {self.number + 1}" if self.number else ""
        return f"{group.replace('_', ' ').capitalize()}{number}, {self.about.title.lower()}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Manner:
    """How a command asks for a field. Whatever is left out is as the record class has it."""

    question: str = ""
    before: tuple[str, ...] = ()
    """What is said first; nothing to say leaves a blank line."""
    default: str = ""
    needed: bool | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    """The values that may be chosen, each with its words."""
    closed: Mapping[str, str] = field(default_factory=dict)
    """Values of the field that cannot be chosen here, each with the reason."""
    also: str = ""
    """What `?` says besides."""
    fault: Callable[[str], str] | None = None
    """Says why an answer cannot be used, in place of the record class."""
    accepts: Callable[[str], bool] = lambda _: True
    """Has the last word on an answer that could be used."""
    first: tuple[str, ...] = ()
    """Which fields of an entry are asked for before the others."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Interview:
    """A conversation about the values of one record."""

    talk: Conversation
    record: type[Record]
    manner: Callable[[Wanted], Manner | None]
    """What the command says of a field; nothing if it is not to be asked for."""
    known: Callable[[Field], Mapping[str, str]] = lambda _: {}
    """Returns what a field may refer to, each with its words."""

    def fill(self, said: Entry, first: Iterable[str] = ()) -> None:
        """Ask for every field that is not set yet; for some of them first."""
        self._fill(self.record, "", said, said, first)

    def ask(self, said: Entry, name: str) -> None:
        """Ask for one field, whose name may lead into groups and count the entries of lists."""
        *groups, (about, _) = steps_to(self.record, name)
        record = (groups[-1][0].record if groups else None) or self.record
        path = ".".join([*(group.name for group, _ in groups), about.name])
        # What is only asked for is not begun: an empty group would have to be filled.
        wanted = _wanted(record, about, path, said, part_at(deepcopy(said), groups))
        if value := self._value(wanted):
            part_at(said, groups)[about.name] = value

    def _fill(
        self, record: type[Record], path: str, part: Entry, said: Entry, first: Iterable[str] = (), number: int = 0
    ) -> None:
        """Ask for all fields of a group that are not set; groups within it may still lack something."""
        for name in dict.fromkeys([*first, *fields_of(record)]):
            about = fields_of(record)[name]
            if name not in part or about.record:
                self._set(replace(_wanted(record, about, _joined(path, name), said, part), number=number))

    def _set(self, wanted: Wanted) -> None:
        if value := self._value(wanted):
            wanted.part[wanted.about.name] = value

    def _value(self, wanted: Wanted) -> Any:
        """Return what is answered: text, a list of texts, an entry or a list of entries; nothing if nothing is."""
        manner, about = self.manner(wanted), wanted.about
        if manner is None:
            return None
        if manner.needed is not None:
            wanted = replace(wanted, needed=manner.needed)
        for line in manner.before:
            self.talk.say(line)
        if about.record:
            return self._entries(about.record, wanted, manner.first)
        if known := manner.choices or dict.fromkeys(about.choices, "") or self.known(about):
            return self._chosen(wanted, manner, known)
        if about.many and not about.pattern:
            return self._lines(wanted)
        return typed(about, self._line(wanted, manner, lambda text: typed(about, text)))

    def _entries(self, record: type[Record], wanted: Wanted, first: Iterable[str]) -> Entry | list[Entry]:
        """Ask for a group, or for the entries of a list until another one is not begun."""
        there, many = wanted.part.get(wanted.about.name), wanted.about.many
        entries: list[Entry] = [] if not there else [*there] if many else [there]
        for number, entry in enumerate(entries):
            self._fill(record, wanted.path, entry, wanted.said, first, number)
        while (many or not entries) and (entry := self._begun(record, wanted, len(entries))):
            self._fill(record, wanted.path, entry, wanted.said, first, len(entries))
            entries.append(entry)
        return entries if many else next(iter(entries), {})

    def _begun(self, record: type[Record], wanted: Wanted, number: int) -> Entry:
        """Ask for the field that an entry cannot do without; no answer means that there is no such entry."""
        known, entry = fields_of(record), dict[str, Any]()
        lead = next((about for about in known.values() if about.required), next(iter(known.values())))
        asked = _wanted(record, lead, _joined(wanted.path, lead.name), wanted.said, entry)
        self._set(replace(asked, number=number, needed=wanted.needed and not number))
        return entry

    def _chosen(self, wanted: Wanted, manner: Manner, known: Mapping[str, str]) -> str | list[str]:
        """Return one of the values that are known; of a list, some of them or, where it may say so, every one."""
        choices = [Choice(value, words) for value, words in known.items() if value not in manner.closed]
        question, about = manner.question or wanted.title, _explained(wanted.about, manner.also)
        if not wanted.about.many:
            return self.talk.choice(
                question, choices, default=manner.default, about=about, needed=wanted.needed, closed=manner.closed
            )
        choices += [] if fault(wanted.record, wanted.about.name, EVERY) else [Choice(EVERY)]
        chosen = self.talk.choices(question, choices, default=manner.default, about=about, needed=wanted.needed)
        return EVERY if EVERY in chosen else list(chosen)

    def _lines(self, wanted: Wanted) -> list[str]:
        """Ask for texts, one a line, until there is none."""
        lines: list[str] = []
        wanted = replace(wanted, number=0)
        while line := self._line(wanted, self.manner(wanted) or Manner(), lambda text: [text]):
            lines.append(line)
            wanted = replace(wanted, number=len(lines), needed=False)
        return lines

    def _line(self, wanted: Wanted, manner: Manner, value_of: Callable[[str], object]) -> str:
        def complaint(text: str) -> str:
            return fault(wanted.record, wanted.about.name, value_of(text))

        while True:
            answer = self.talk.line(
                manner.question or wanted.title,
                default=manner.default,
                about=_explained(wanted.about, f"It holds {field_words(wanted.about)}.", manner.also),
                fault=manner.fault or complaint,
                needed=wanted.needed,
            )
            if not answer or manner.accepts(answer):
                return answer


def _explained(about: Field, *also: str) -> str:
    """Return what a field means, what else there is to say of it, and an example."""
    example = f"For example: {about.example}." if about.example else ""
    return " ".join(part for part in (sentence(about.description), *also, example) if part)


def _wanted(record: type[Record], about: Field, path: str, said: Entry, part: Entry) -> Wanted:
    return Wanted(record=record, about=about, path=path, said=said, part=part, number=0, needed=about.required)


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def decides_who_sees(about: Field) -> bool:
    """Tell whether a field says who may see its entry, or when, or is for trustees alone; most entries need none."""
    return about.name in Shareable.model_fields or about.seen is Seen.TRUSTEES_VALUE
