"""What is asked for something new: its kind, what it belongs to, and every field in the words of its record class."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.asking import Choice
from desk.entry import missing_from
from desk.interview import Interview, Manner, decides_who_sees
from desk.new.ids import proposed_id
from desk.new.kinds import KINDS, NOT_ASKED, every_kind
from desk.new.places import nowhere, places_for
from desk.surroundings import CannotRun
from validate.fields import fields_of, title_field
from validate.words import sentence, upper_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desk.asking import Conversation
    from desk.entry import Entry
    from desk.interview import Wanted
    from desk.new.kinds import Kind
    from validate.fields import Field
    from validate.plan.plan import Plan
    from validate.plan.tables import Tables

OTHER = "other"
"""Stands for every kind that is not begun often."""

MORE = "Anything else? Its name, or an empty line to go on"


def ask_kind(talk: Conversation) -> Kind:
    """Ask what is to be begun."""
    talk.say()
    usual = [Choice(kind.name, kind.about) for kind in KINDS.values()]
    name = talk.choice("What is new", [*usual, Choice(OTHER, "whatever else the plan's files list")])
    if name == OTHER:
        others = [kind for kind in every_kind().values() if kind.name not in KINDS]
        talk.say()
        name = talk.choice("Which of these", [Choice(kind.name, kind.about) for kind in others])
    return every_kind()[name]


def ask_place(talk: Conversation, plan: Plan, kind: Kind) -> str:
    """Ask what something of this kind belongs to: first the objective, then its year, where both are needed."""
    places = places_for(plan, kind)
    if not places:
        raise CannotRun(nowhere(kind))

    def one_of(known: Mapping[str, str], question: str) -> str:
        talk.say()
        choices = [Choice(name, words) for name, words in known.items()]
        return talk.choice(upper_first(question), choices, about=f"Name {kind.place}.")

    if not kind.is_of_year:
        return one_of(places, kind.held_by or plan.record.wording.pillar)
    objectives = {name.rpartition("/")[0] for name in places}
    objective = one_of({o.id: o.record.title for o in plan.objectives if o.id in objectives}, "Objective")
    years = {name.rpartition("/")[2]: said for name, said in places.items() if name.startswith(f"{objective}/")}
    return f"{objective}/{one_of(years, 'Year')}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """The questions about something new of one kind."""

    talk: Conversation
    tables: Tables
    kind: Kind
    place: str

    def fill(self, entry: Entry) -> None:
        """Ask for its words and the id made of them, for what is needed and often wanted, then for anything else."""
        record, known = self.kind.record, fields_of(self.kind.record)
        interview = Interview(talk=self.talk, record=record, manner=self._often, known=self._known)
        called = title_field(record)
        first = [called.name, "id"] if called and "id" in known else ["id"] if "id" in known else []
        required = [name for name, about in known.items() if about.required and name != "id"]
        interview.fill(entry, [*first, *required])
        others = [name for name in known if name not in entry and name not in NOT_ASKED]
        self._ask_others(interview, entry, f"Type one of these names: {', '.join(others)}.")
        while missing := missing_from(record, entry):
            self._ask_by_name(interview, entry, next(iter(missing)))
        self.talk.say()

    def _ask_others(self, interview: Interview, entry: Entry, about: str) -> None:
        self.talk.say()
        while name := self.talk.line(MORE, about=about):
            try:
                if name.partition(".")[0] in NOT_ASKED:
                    self.talk.say(about)
                else:
                    self._ask_by_name(interview, entry, name)
            except CannotRun:  # There is no such field, or its entry is not the next one.
                self.talk.say(about)

    def _ask_by_name(self, interview: Interview, entry: Entry, name: str) -> None:
        """Ask for a field, and for everything in it but who may see that."""

        def manner(wanted: Wanted) -> Manner | None:
            is_named = wanted.about.name == name.rpartition(".")[2]
            return self._manner(wanted) if is_named or not decides_who_sees(wanted.about) else None

        replace(interview, manner=manner).ask(entry, name)

    def _often(self, wanted: Wanted) -> Manner | None:
        """Return how a field is asked for that need not be named; nothing where it must be."""
        in_group = f"{wanted.path.rpartition('.')[0]}.*"
        is_seldom = wanted.path in self.kind.seldom or (in_group in self.kind.seldom and not wanted.about.required)
        if is_seldom or decides_who_sees(wanted.about):
            return None
        return Manner() if wanted.about.record and wanted.about.name not in NOT_ASKED else self._manner(wanted)

    def _manner(self, wanted: Wanted) -> Manner | None:
        if wanted.about.name in NOT_ASKED:
            return None
        if wanted.about.record:
            return Manner(before=("", sentence(wanted.about.description)))
        needed_if = self.kind.needed_if.get(wanted.path)
        needed = wanted.needed or (needed_if is not None and needed_if(wanted.said))
        empty = " An empty line ends the list." if wanted.number and not wanted.part else " May be left empty."
        return Manner(
            before=("", sentence(wanted.about.description) + ("" if needed else empty)),
            default=proposed_id(self.kind, self.tables, self.place, wanted.said) if wanted.path == "id" else "",
            needed=needed,
            closed=self.kind.closed.get(wanted.path, {}),
        )

    def _known(self, about: Field) -> dict[str, str]:
        """Return what a field may refer to, each with its words."""
        if about.reference is None:
            return {}
        rows = self.tables[about.reference.table].rows
        return {str(row.values["id"]): row.title for row in rows}
