"""Asks, one after the other, what has to be known to start a plan's repository."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import TypeAdapter, ValidationError

from desk.asking import Choice, Left
from desk.init.answers import Answers, PillarAnswer, likely_hosts
from desk.writing.appending import with_new_file
from validate.fields import Field, fields_of
from validate.words import plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desk.asking import Conversation
    from validate.records.base import Record

INTRODUCTION = (
    "A few questions, and the folder is made. Nothing is written before the last answer. "
    "An empty line leaves out what is not known, ? explains a question, and q leaves."
)

TO_CHANGE = (
    "To change an answer, save the lines above in a file such as answers.yml and correct them there. "
    "Then run: trustplan init FOLDER --answers answers.yml"
)

HOSTS = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "both": "files for both, where it is not known yet",
    "neither": "no files for either",
}
"""Each answer to the question whose automatic checks to set up, and what it means."""


class Questions:
    """The dialogue: puts each question until its answer can be used."""

    def __init__(self, talk: Conversation) -> None:
        self._talk = talk

    def answers(self) -> Answers:
        """Ask everything, show it once more, and return the answers; raises Left where the person stops."""
        self._talk.say(INTRODUCTION)
        print()
        given: dict[str, Any] = {}
        for name, about in fields_of(Answers).items():
            if about.record is PillarAnswer:
                given[name] = self._pillars(given["pillar_word"], given["pillars_word"])
            elif about.many:
                given[name] = self._list(Answers, about, "Role")
            elif name == "host":
                given[name] = self._host(about, given["repository"])
            else:
                given[name] = self._one(Answers, about, default=_usual(name, given))
        known = {name: value for name, value in given.items() if value}
        self._confirm(known)
        return Answers.model_validate(known)

    def _pillars(self, word: str, words: str) -> list[dict[str, Any]]:
        about = fields_of(PillarAnswer)
        print()
        self._talk.say(f"Now the {words}, in the plan's order. An empty line ends them.")
        found: list[dict[str, Any]] = []
        while title := self._one(PillarAnswer, about["title"], f"{word} {len(found) + 1}", needed=not found):
            aim = self._one(PillarAnswer, about["aim"], "  In one line, what it is for")
            objectives = self._list(PillarAnswer, about["objectives"], "  Objective")
            pillar = {"title": title, "aim": aim, "objectives": objectives}
            found.append({name: value for name, value in pillar.items() if value})
        print()
        return found

    def _list(self, record: type[Record], about: Field, label: str) -> list[str]:
        if about.required:
            self._talk.say(f"{about.title}. {about.description} An empty line ends them.")
        found: list[str] = []
        while text := self._one(record, about, f"{label} {len(found) + 1}", needed=about.required and not found):
            found.append(text)
        return found

    def _one(
        self, record: type[Record], about: Field, label: str = "", *, default: str = "", needed: bool | None = None
    ) -> str:
        """Return one answer as typed, once it can be used; nothing where it may be left out and was."""
        return self._talk.line(
            f"{label or about.title}{'' if default else _hint(about)}",
            default=default,
            about=f"{about.description} For example: {about.example}",
            fault=partial(_what_is_wrong, record, about),
            needed=about.required if needed is None else needed,
        )

    def _host(self, about: Field, repository: str) -> str:
        likely = likely_hosts(repository)
        choices = [Choice(value, HOSTS[value]) for value in about.choices]
        return self._talk.choice(about.title, choices, default=likely[0] if likely else "both", about=about.description)

    def _confirm(self, known: Mapping[str, Any]) -> None:
        print(f"\nThese are your answers:\n\n{with_new_file(known)}")
        if not self._talk.agrees("Make the folder from them?", default="yes"):
            self._talk.say(TO_CHANGE)
            raise Left


def _usual(name: str, given: Mapping[str, str]) -> str:
    """Return the answer that an empty line stands for, if there is one."""
    if name == "pillars_word":
        return plural(given["pillar_word"])
    usual = Answers.model_fields[name].default
    return usual if isinstance(usual, str) else ""


def _hint(about: Field) -> str:
    has_a_form = about.pattern or about.value_type != "string"
    return f" (such as {about.example})" if has_a_form else ""


def _what_is_wrong(record: type[Record], about: Field, typed: str) -> str:
    """Return a sentence on an answer that cannot be used, or nothing."""
    info = record.model_fields[about.name]
    kind: Any = Annotated[info.annotation, info]
    value = [typed] if about.many else typed
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        context = error.errors(include_url=False)[0].get("ctx", {})
        return f'"{typed}" cannot be used; it must be {context.get("wanted")}. {context.get("hint", "")}'.rstrip()
    return ""
