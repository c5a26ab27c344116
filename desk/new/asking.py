"""Asks step by step for what something new needs; the record classes say what each field is and may hold."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.asking import EVERY, Choice
from desk.new.entry import faults, missing_from, set_value
from desk.new.ids import proposed_id
from desk.new.kinds import KINDS, NOT_ASKED
from desk.new.places import nowhere, places_for
from desk.surroundings import CannotRun
from hooks.views.field_words import field_words
from validate.fields import field_within, fields_of
from validate.nearest import did_you_mean
from validate.words import commas, sentence, upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desk.asking import Conversation
    from desk.new.entry import Entry
    from desk.new.kinds import Kind
    from validate.fields import Field
    from validate.plan.plan import Plan
    from validate.plan.tables import Tables

MORE = "Anything else? Its name, or an empty line to go on"


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """How a field is asked for."""

    text: str
    default: str
    needed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Interview:
    """A conversation about something new in a plan."""

    conversation: Conversation
    plan: Plan
    tables: Tables

    def kind(self) -> Kind:
        """Ask what is to be begun."""
        choices = [Choice(kind.name, kind.about) for kind in KINDS.values()]
        self.conversation.say()
        return KINDS[self.conversation.choice("What is new", choices)]

    def place(self, kind: Kind) -> str:
        """Ask what something of this kind belongs to: first the objective, then its year, where both are needed."""
        places = places_for(self.plan, kind)
        if not places:
            raise CannotRun(nowhere(kind))
        if not kind.is_of_year:
            return self._one_of(kind, places, "Objective" if kind.name == "goal" else self.plan.record.wording.pillar)
        objectives = {name.rpartition("/")[0]: "" for name in places}
        titles = {
            objective.id: objective.record.title for objective in self.plan.objectives if objective.id in objectives
        }
        objective = self._one_of(kind, titles, "Objective")
        years = {name.rpartition("/")[2]: said for name, said in places.items() if name.startswith(f"{objective}/")}
        return f"{objective}/{self._one_of(kind, years, 'Year')}"

    def fill(self, kind: Kind, place: str, entry: Entry) -> None:
        """Ask for every field that is needed, then for those worth asking for, then for any other."""
        for name in kind.first:
            self._ask(kind, place, entry, name)
        while missing := missing_from(kind.record, entry):
            self._ask(kind, place, entry, next(iter(missing)))
        for name in kind.asked:
            self._ask(kind, place, entry, name)
        others = [name for name in fields_of(kind.record) if name not in entry and name not in NOT_ASKED]
        about = f"Type one of these names: {commas(others)}."
        self.conversation.say()
        while name := self.conversation.line(MORE, about=about):
            if _can_be_asked(kind, name):
                self._ask(kind, place, entry, name)
            else:
                self.conversation.say(_inside(kind, name) or about)
        while missing := missing_from(kind.record, entry):
            self._ask(kind, place, entry, next(iter(missing)))
        self.conversation.say()

    def _one_of(self, kind: Kind, known: Mapping[str, str], question: str) -> str:
        choices = [Choice(name, words) for name, words in known.items()]
        self.conversation.say()
        return self.conversation.choice(upper_first(question), choices, about=f"Name {kind.place}.")

    def _ask(self, kind: Kind, place: str, entry: Entry, name: str) -> None:
        """Ask for one field and set it, unless it is set or belongs to an entry that was not begun."""
        about, group = field_within(kind.record, name), name.rpartition(".")[0]
        is_begun = not group or group in entry or name == next(iter(kind.asked_in(group)), name)
        if _is_set(entry, name) or not is_begun:
            return
        must = kind.needed_if.get(name)
        needed = name in missing_from(kind.record, entry) or (must is not None and must(entry))
        self.conversation.say()
        self.conversation.say(sentence(about.description) + ("" if needed else " May be left empty."))
        default = proposed_id(kind.name, self.plan, place, entry) if name == "id" else ""
        question = f"{upper_first(group)}, {about.title.lower()}" if group else about.title
        answer = self._answer(kind, entry, name, about, Question(text=question, default=default, needed=needed))
        if answer:
            set_value(kind.record, entry, name, answer)

    def _answer(self, kind: Kind, entry: Entry, name: str, about: Field, question: Question) -> str:
        known = dict.fromkeys(about.choices, "") or self._known(about)
        if known and not about.many:
            closed = kind.closed.get(name, {})
            choices = [Choice(value, words) for value, words in known.items() if value not in closed]
            return self.conversation.choice(
                question.text, choices, about=_help(about), needed=question.needed, closed=closed
            )

        def complaint(text: str) -> str:
            strange = [part.strip() for part in text.split(",") if part.strip() not in (*known, EVERY)] if known else []
            if strange:
                guess = did_you_mean(strange[0], known) or "."
                return f'"{strange[0]}" is none of those known{guess} They are: {commas(known)}.'
            trial = deepcopy(entry)
            try:
                set_value(kind.record, trial, name, text)
            except CannotRun as refused:
                return str(refused)
            return " ".join(found.removeprefix(f"{name}: ") for found in faults(kind.record, trial))

        return self.conversation.line(
            question.text, default=question.default, about=_help(about, known), fault=complaint, needed=question.needed
        )

    def _known(self, about: Field) -> dict[str, str]:
        """Return what a field may refer to, each with its words."""
        if about.reference is None:
            return {}
        rows = self.tables[about.reference.table].rows
        return {str(row.values["id"]): _words(row.values) for row in rows}


def _can_be_asked(kind: Kind, name: str) -> bool:
    """Tell whether a name is that of a field with a value of its own, not of a group."""
    try:
        return field_within(kind.record, name).record is None
    except KeyError:
        return False


def _inside(kind: Kind, name: str) -> str:
    """Say what stands inside a field that holds others; nothing where it holds none, or is not known."""
    about = fields_of(kind.record).get(name)
    if about is None or about.record is None:
        return ""
    inner = commas(f"{name}.{field}" for field in fields_of(about.record))
    return f'"{name}" holds several. Type one of these names: {inner}.'


def _words(row: Mapping[str, object]) -> str:
    return next((str(row[name]) for name in ("title", "name", "goal") if row.get(name)), "")


def _is_set(entry: Entry, name: str) -> bool:
    """Tell whether a field has a value; of a list, whether its first entry has."""
    group: object = entry
    for step in name.split("."):
        group = group[0] if isinstance(group, list) and group else group
        if not isinstance(group, dict) or step not in group:
            return False
        group = group[step]
    return True


def _help(about: Field, known: Iterable[str] = ()) -> str:
    example = f" For example: {about.example}." if about.example else ""
    they_are = f" They are: {commas(known)}." if known else ""
    return f"{sentence(about.description)} It holds {field_words(about)}.{they_are}{example}"
