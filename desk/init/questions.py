"""Asks, one after the other, what has to be known to start a plan's repository."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import TypeAdapter, ValidationError

from desk.init.answers import Answers, PillarAnswer
from validate.fields import Field, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from validate.records.base import Record

STOP, HELP = "q", "?"

INTRODUCTION = """\
A few questions, and the folder is made. Nothing is written before the last answer.
Press Enter to leave out what is not known. Type ? for help, or q to stop.
"""


class Stopped(Exception):
    """The person who was asked wants to stop."""


class Questions:
    """The dialogue: puts each question until its answer can be used."""

    def __init__(self, ask: Callable[[str], str]) -> None:
        self._ask = ask

    def answers(self) -> Answers:
        """Ask everything and return the answers."""
        print(INTRODUCTION)
        given: dict[str, Any] = {}
        for name, about in fields_of(Answers).items():
            if about.record is PillarAnswer:
                given[name] = self._pillars(given["pillar_word"], given["pillars_word"])
            elif about.many:
                given[name] = self._list(Answers, about)
            else:
                given[name] = self._one(Answers, about)
        return Answers.model_validate({name: value for name, value in given.items() if value})

    def _pillars(self, word: str, words: str) -> list[dict[str, Any]]:
        about = fields_of(PillarAnswer)
        print(f"\nNow the {words}, in the plan's order. Press Enter instead of a name after the last.")
        found: list[dict[str, Any]] = []
        while title := self._one(PillarAnswer, about["title"], f"{word} {len(found) + 1}", optional=bool(found)):
            aim = self._one(PillarAnswer, about["aim"], "  In one line, what it is for")
            objectives = self._list(PillarAnswer, about["objectives"], "  Objective")
            found.append({"title": title, **({"aim": aim} if aim else {}), "objectives": objectives})
        return found

    def _list(self, record: type[Record], about: Field, label: str = "") -> list[str]:
        if not label:
            print(f"\n{about.title}. {about.description} Press Enter after the last.")
        found: list[str] = []
        while True:
            optional = bool(found) or not about.required
            text = self._one(record, about, f"{label or 'Role'} {len(found) + 1}", optional=optional)
            if not text:
                return found
            found.append(text)

    def _one(self, record: type[Record], about: Field, label: str = "", *, optional: bool | None = None) -> str:
        """Return one answer as typed, once it can be used; nothing where it may be left out and was."""
        info = record.model_fields[about.name]
        default = info.default if isinstance(info.default, str) else ""
        may_be_empty = not about.required if optional is None else optional
        question = f"{label or about.title}{_hint(about, default)}: "
        while True:
            typed = self._put(question)
            if typed == HELP:
                print(f"  {about.description} For example: {about.example}")
            elif not typed and (default or may_be_empty):
                return default
            elif not typed:
                print("  This has to be known before the folder can be made.")
            elif wrong := _what_is_wrong(record, about, typed):
                print(f"  {wrong}")
            else:
                return typed

    def _put(self, question: str) -> str:
        try:
            typed = self._ask(question).strip()
        except (EOFError, KeyboardInterrupt):
            raise Stopped from None
        if typed.lower() == STOP:
            raise Stopped
        return typed


def _hint(about: Field, default: str) -> str:
    if about.choices:
        return f" ({', '.join(about.choices)})"
    if default:
        return f" [{default}]"
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
        details = error.errors(include_url=False)[0]
        context = details.get("ctx", {})
        wanted = context.get("wanted") or f"one of {', '.join(about.choices)}"
        return f'"{typed}" cannot be used; it must be {wanted}. {context.get("hint", "")}'.rstrip()
    return ""
